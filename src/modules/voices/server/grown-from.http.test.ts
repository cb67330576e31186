import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { office, openStation, spoken, type VoiceWay } from "../../../../test/support/voice.ts";

const world = testHouse();
beforeAll(() => openStation(world));

const raised = { title: "朱庄村东头水泥路破损", content: "水泥路坏了三年，学生雨天趟水上学，请尽快修复。" };
/** The voices that somebody is shown beside an opinion or a suggestion. */
const shown = async (persona: string, into: string) => {
  const { status, body } = await (await world.as(persona)).get(`/api/voices?${into}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
};
const takenUp = async (): Promise<VoiceWay> => {
  const voice = await spoken(world);
  await voice.does("deputy", "take-ups");
  return voice;
};

describe("what an opinion or a suggestion grew from", () => {
  test("is found from the opinion by those who see the voice; the unit that answers the opinion cannot tell that there was one", async () => {
    await spoken(world);
    const voice = await takenUp();
    const { opinionId } = await voice.does("deputy", "opinions", raised);
    await (await world.as("committee")).post(`/api/opinions/${opinionId}/assignments`, office);
    for (const persona of ["deputy", "committee", "office"])
      expect(await shown(persona, `opinionId=${opinionId}`), persona).toEqual([voice.id]);
    const clerk = await world.as("subdistrict_clerk");
    expect((await clerk.get(`/api/opinions/${opinionId}`)).status).toBe(200);
    const answer = (await clerk.get(`/api/voices?opinionId=${opinionId}`)).body;
    expect(answer).toEqual({ items: [], next: null, counts: {} });
    expect(answer).toEqual((await clerk.get(`/api/voices?opinionId=${voice.id}`)).body);
  });

  test("is found from the suggestion, also when an opinion stands between", async () => {
    const straight = await takenUp();
    const { suggestionId } = await straight.does("deputy", "suggestions", raised);
    expect(await shown("deputy", `suggestionId=${suggestionId}`)).toEqual([straight.id]);
    expect(await shown("peer_deputy", `suggestionId=${suggestionId}`)).toEqual([]);
    const through = await takenUp();
    const { opinionId } = await through.does("deputy", "opinions", raised);
    const upgraded = await (await world.as("deputy")).post(`/api/opinions/${opinionId}/upgrades`);
    expect(upgraded.status, JSON.stringify(upgraded.body)).toBe(201);
    expect(await shown("deputy", `suggestionId=${upgraded.body.suggestionId}`)).toEqual([through.id]);
    expect(await shown("peer_deputy", `suggestionId=${upgraded.body.suggestionId}`)).toEqual([]);
  });
});
