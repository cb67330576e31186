import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, mandateOf, toReply, toWork } from "../../../../test/support/suggestion.ts";

const world = testHouse();

async function end(persona: string, effectiveOn = "2023-09-22") {
  const office = await world.as("office");
  const id = await mandateOf(await world.as(persona));
  const answer = await office.post(`/api/mandates/${id}/endings`, { effectiveOn, ground: "moved_away", documentNo: null, note: null });
  await world.home.pump.drain();
  return answer;
}

test("a mandate ends in its order: not before the election, not before its day has come", async () => {
  for (const [day, code] of [
    ["2019-01-01", "field.before_start"],
    ["2023-09-23", "identity.mandate.not_yet"],
  ] as const) {
    const { status, body } = await end("peer_deputy", day);
    expect([status, body.errors?.[0]?.field, body.errors?.[0]?.code]).toEqual([422, "effectiveOn", code]);
  }
});

test("what was handed in goes on and is still answered; what was not ends with the mandate; nobody is waited for", async () => {
  const [waiting, draft, joint] = [await begin(world), await begin(world), await begin(world, "peer_deputy")];
  await toWork(waiting);
  await toReply(waiting);
  await joint.does("peer_deputy", "invitations", { mandateIds: [await mandateOf(await world.as("deputy"))] });
  expect((await joint.tries("peer_deputy", "submissions")).status).toBe(409);

  expect((await end("deputy")).status).toBe(201);

  const replied = await waiting.sees("office");
  expect(replied.body).toMatchObject({ status: "appraised", feedbacks: [] });
  expect(replied.body.timeline.at(-1)).toMatchObject({ verb: "note_mandate", byName: null, data: { status: "ended" } });
  expect(replied.body.clocks.filter((clock: { stoppedOn: string | null }) => clock.stoppedOn === null)).toEqual([]);
  expect((await waiting.sees("deputy")).body).toMatchObject({ status: "appraised", can: [] });
  expect((await draft.sees("deputy")).body.status).toBe("withdrawn");
  await joint.does("peer_deputy", "submissions");
  expect((await joint.sees("office")).body.signers).toContainEqual(expect.objectContaining({ role: "cosigner", state: "declined" }));
});
