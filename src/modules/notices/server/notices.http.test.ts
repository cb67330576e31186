import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, mandateOf, solved, toWork, type Way } from "../../../../test/support/suggestion.ts";
import { district } from "../../../../test/world/places.ts";
import { instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";
import type { Fact } from "../../../platform/ledger/fact.ts";
import { readOn } from "../../../platform/ledger/subscribers.ts";

const world = testHouse();

/** Types of what a persona was told of a thing, the oldest first. */
async function told(persona: string, id: string): Promise<string[]> {
  await world.home.pump.drain();
  const { status, body } = await (await world.as(persona)).get("/api/notices?limit=200");
  expect(status).toBe(200);
  return body.items
    .filter((item: { subjectId: string }) => item.subjectId === id)
    .map((item: { type: string }) => item.type)
    .reverse();
}

/** A way on which everyone is told of each step before the next is taken. */
const stepwise = (way: Way): Way => ({
  ...way,
  async does(...step) {
    const seen = await way.does(...step);
    await world.home.pump.drain();
    return seen;
  },
});

const sweep = async (name: string, at: string) => {
  const found = world.home.modules.flatMap((module) => module.sweeps ?? []).filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  await sweepOnce(world.database, found, instant(at));
};

describe("who is told, and who is not", () => {
  test("each at his turn; nobody of what he did himself; a rating to no one who handles before the committee has acted", async () => {
    const way = stepwise(await begin(world));
    await way.does("deputy", "invitations", { mandateIds: [await mandateOf(await world.as("cosigner"))] });
    expect(await told("cosigner", way.id)).toEqual(["suggestion.cosigner_invited"]);
    await way.does("cosigner", "cosignatures", { agrees: true });
    await toWork(way, { co: true });
    expect(await told("deputy", way.id)).toEqual([
      ...["suggestion.cosigned", "suggestion.accepted", "suggestion.assigned", "suggestion.forwarded"],
      ...["suggestion.signed_for", "suggestion.signed_for"],
    ]);
    expect(await told("cosigner", way.id)).toEqual(["suggestion.cosigner_invited", "suggestion.submitted", "suggestion.accepted"]);
    expect(await told("office_leader", way.id)).toEqual(["suggestion.submitted"]);
    expect(await told("government", way.id)).toEqual(["suggestion.assigned"]);
    expect(await told("unit_clerk", way.id)).toEqual(["suggestion.forwarded"]);
    for (const stranger of ["peer_deputy", "town_deputy", "other_clerk", "presidium", "administrator"])
      expect(await told(stranger, way.id), stranger).toEqual([]);
  });

  test("a draft of a reply is the unit's own, and an appraisal is not told to handlers", async () => {
    const way = stepwise(await begin(world));
    await toWork(way);
    await way.does("unit_clerk", "contacts", contact("before"));
    await way.does("unit_clerk", "contacts", contact("during"));
    await way.does("unit_clerk", "replies", solved);
    expect(await told("unit_leader", way.id)).toContain("suggestion.reply_drafted");
    for (const outside of ["deputy", "office", "government"])
      expect(await told(outside, way.id), outside).not.toContain("suggestion.reply_drafted");
    await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕31号" });
    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "DISSATISFIED", reasons: "尚有一段道路未修缮" });
    for (const handler of ["unit_clerk", "unit_leader", "government"])
      expect(await told(handler, way.id), handler).not.toContain("suggestion.appraised");
    expect(await told("office", way.id)).toContain("suggestion.appraised");
    await way.does("office", "reworks", { note: "请抓紧完成剩余道路" });
    expect(await told("unit_clerk", way.id)).toContain("suggestion.rework_ordered");
  });

  test("what is told twice over is told once", async () => {
    const way = await begin(world);
    await way.does("deputy", "submissions");
    expect(await told("office", way.id)).toEqual(["suggestion.submitted"]);
    const reader = world.home.modules.flatMap((module) => module.subscribers ?? []).find((one) => one.name === "notices.tell")!;
    await world.home.pump.drain();
    const readAt = async (name: string, now: string) => {
      const seen: string[] = [];
      const again = { ...reader, name, handle: async (_: Tx, fact: Fact) => void seen.push(fact.subjectId) };
      while ((await readOn(world.database, again, district, instant(now))) > 0);
      return seen;
    };
    expect(await readAt("soon", "2023-09-23T00:00:00Z")).toContain(way.id);
    expect(await readAt("a year later", "2024-09-22T00:00:00Z")).toEqual([]);
  });
});

test("reading one and all; another's notice is not there", async () => {
  const office = await world.as("office");
  const way = await begin(world);
  await way.does("deputy", "submissions");
  await world.home.pump.drain();
  const { body } = await office.get("/api/notices?unread=true&limit=1");
  const [newest] = body.items;
  expect(newest).toMatchObject({ type: "suggestion.submitted", kind: "act", readAt: null, title: expect.stringContaining("朱庄社区") });
  expect((await (await world.as("deputy")).post(`/api/notices/${newest.id}/readings`)).status).toBe(404);
  expect((await office.post(`/api/notices/${newest.id}/readings`)).body.unread).toBe(body.unread - 1);
  expect((await office.post(`/api/notices/${newest.id}/readings`)).body.unread, "read twice").toBe(body.unread - 1);
  expect((await office.get(`/api/notices?cursor=${body.next}&limit=1`)).body.items).not.toEqual([newest]);
  expect((await office.post("/api/notice-readings")).body.unread).toBe(0);
  expect((await office.get("/api/notices/unread")).body).toEqual({ unread: 0 });
});

test("reminders: before, on the day and while overdue, once each, to whoever must act", async () => {
  const way = await begin(world);
  await way.does("deputy", "submissions");
  const due = (await way.sees("office")).body.clocks.find((clock: { key: string }) => clock.key === "suggestion.review").dueOn;
  const reminded = async () => (await told("office", way.id)).filter((type) => type.startsWith("suggestion.review"));
  await sweep("notices.remind", `${due}T01:00:00Z`);
  await sweep("notices.remind", `${due}T01:01:00Z`);
  expect(await reminded()).toEqual(["suggestion.review.due"]);
  const later = new Date(Date.parse(due) + 6 * 86_400_000).toISOString().slice(0, 10);
  await sweep("notices.remind", `${later}T01:00:00Z`);
  expect(await reminded()).toEqual(["suggestion.review.due", "suggestion.review.overdue"]);
  expect((await told("deputy", way.id)).filter((type) => type.startsWith("suggestion.review"))).toEqual([]);
});

test("what was read is forgotten after 180 days, what was not stays", async () => {
  const office = await world.as("office");
  await office.post("/api/notice-readings");
  const way = await begin(world);
  await way.does("deputy", "submissions");
  await world.home.pump.drain();
  await sweep("notices.forget", "2024-09-22T00:00:00Z");
  expect((await office.get("/api/notices")).body.items.map((item: { subjectId: string }) => item.subjectId)).toEqual([way.id]);
});

test("choices are one's own; wrong ones are named", async () => {
  const deputy = await world.as("deputy");
  const chosen = {
    email: "daibiao@example.org",
    quiet: { from: 1200, to: 420 },
    choices: [{ channel: "mail", kind: "know", timing: "never" }],
  };
  const { status, body } = await deputy.put("/api/me/notice-choices", chosen);
  expect({ status, body }).toMatchObject({ status: 200, body: { email: chosen.email, emailConfirmed: false, quiet: chosen.quiet } });
  expect(body.choices).toContainEqual(chosen.choices[0]);
  expect((await (await world.as("cosigner")).get("/api/me/notice-choices")).body).toMatchObject({
    email: null,
    quiet: { from: 1260, to: 450 },
  });
  expect((await deputy.put("/api/me/notice-choices", { ...chosen, email: "nowhere" })).status).toBe(422);
  expect((await deputy.put("/api/me/notice-choices", { ...chosen, quiet: null })).body.quiet).toBeNull();
  for (const url of [
    "http://127.0.0.1/x",
    "http://[::1]/",
    "http://10.1.2.3/",
    "http://169.254.169.254/",
    "http://localhost/",
    "ftp://example.org/",
    "no",
    "http://2130706433/",
    "http://u:p@example.org/",
  ])
    expect((await deputy.put("/api/me/notice-webhook", { url })).status, url).toBe(422);
  const set = await deputy.put("/api/me/notice-webhook", { url: "https://example.org/hook" });
  expect(set.body.secret).toMatch(/^[\w-]{43}$/);
  expect((await deputy.get("/api/me/notice-choices")).body.webhookUrl).toBe("https://example.org/hook");
  expect((await deputy.delete("/api/me/notice-webhook")).status).toBe(204);
  expect((await deputy.delete("/api/me/notice-webhook")).status, "nothing is left to remove").toBe(204);
  expect(await world.facts("notice.webhook_removed")).toHaveLength(1);
});
