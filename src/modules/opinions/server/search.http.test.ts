import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { mandateOf } from "../../../../test/support/suggestion.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { areas } from "../../../../test/world/places.ts";

const world = testHouse();

async function found(persona: string, search: string) {
  const answer = await (await world.as(persona)).get(`/api/opinions?search=${encodeURIComponent(search)}`);
  expect(answer.status).toBe(200);
  return answer.body.items as { id: string; match: { field: string; text: string } | null }[];
}

describe("searching opinions", () => {
  test("finds by title, content, answer and number, within what one may see", async () => {
    const deputy = await world.as("deputy");
    const raised = await deputy.post("/api/opinions", {
      title: "䴙䴘湖边护栏缺失",
      content: "湖边护栏缺了二十米，孩子常去那里捉蝌蚪，请尽快补装。",
      category: "roads",
      areaId: areas.find((area) => area.name === "朱庄社区")?.id,
      mandateId: await mandateOf(deputy),
    });
    const { id } = raised.body;
    const at = `/api/opinions/${id}`;
    const does = async (who: string, path: string, body: unknown) =>
      expect(await (await world.as(who)).post(`${at}/${path}`, body)).toMatchObject({ status: 201 });
    const hit = (field: string) => [expect.objectContaining({ id, match: expect.objectContaining({ field }) })];
    expect(await found("deputy", "䴙䴘")).toEqual(hit("title"));
    expect(await found("deputy", "护栏 蝌蚪")).toEqual(hit("content"));
    expect(await found("deputy", "蝌")).toEqual(hit("content"));
    expect(await found("deputy", "湖_护栏")).toEqual([]);
    expect(await found("subdistrict_clerk", "䴙䴘")).toEqual([]);
    await does("committee", "assignments", { unitId: organisationId("kuangshanji_office") });
    const answer = "已补装不锈钢鼉纹护栏二十米，并立警示牌两块。";
    await does("subdistrict_clerk", "answers", { answer, solved: true, cost: 1000, households: 8, people: 30 });
    expect(await found("deputy", "鼉纹")).toEqual(hit("answer"));
    expect(await found("subdistrict_clerk", "鼉纹")).toEqual(hit("answer"));
    expect(await found("unit_clerk", "鼉纹")).toEqual([]);
    const { label } = (await deputy.get(at)).body;
    expect((await found("deputy", label)).map((one) => one.id)).toEqual([id]);
  });
});
