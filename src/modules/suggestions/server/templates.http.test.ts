import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { organisationId } from "../../../../test/world/organisations.ts";

const world = testHouse();
const path = "/api/reply-templates";
const template = {
  organisationId: organisationId("transport"),
  title: "道路类答复",
  resultClass: "A",
  opening: "我局到现场查看路况。",
  closing: "欢迎继续监督。",
  phrases: ["已硬化……公里。", "已设置警示标志。"],
};

test("officers and leaders of a unit keep its templates; another unit neither sees nor changes them", async () => {
  const [clerk, leader, other] = [await world.as("unit_clerk"), await world.as("unit_leader"), await world.as("co_clerk")];
  const added = await clerk.post(path, template);
  expect(added).toMatchObject({ status: 201, body: { ...template, retired: false, version: 1 } });
  const at = `${path}/${added.body.id}`;
  expect((await leader.get(path)).body.items.map((one: { id: string }) => one.id)).toContain(added.body.id);
  expect((await other.get(path)).body.items).toEqual([]);
  expect((await other.put(at, template, { "if-match": '"1"' })).status).toBe(404);
  expect((await other.post(path, template)).body.errors).toMatchObject([{ field: "organisationId", code: "field.no_such_thing" }]);
  const moved = { ...template, organisationId: organisationId("urban") };
  expect((await clerk.put(at, moved, { "if-match": '"1"' })).status).toBe(422);
  expect((await (await world.as("deputy")).post(path, template)).status).toBe(403);
});

test("what is laid aside is offered no more and can be brought back; each change leaves its fact", async () => {
  const clerk = await world.as("unit_clerk");
  const { body: added } = await clerk.post(path, { ...template, title: "排水类答复" });
  const put = (version: number, changes: object) =>
    clerk.put(`${path}/${added.id}`, { ...template, title: "排水类答复", ...changes }, { "if-match": `"${version}"` });
  expect((await put(1, { closing: "感谢监督。" })).body).toMatchObject({ closing: "感谢监督。", version: 2 });
  expect((await put(1, {})).status, "someone was faster").toBe(412);
  expect((await put(2, { retired: true })).body.retired).toBe(true);
  const ids = async (query: string) => (await clerk.get(path + query)).body.items.map((one: { id: string }) => one.id);
  expect(await ids("")).not.toContain(added.id);
  expect(await ids("?retired=true")).toContain(added.id);
  expect((await put(3, { retired: false })).body.version).toBe(4);
  for (const what of ["added", "changed", "retired", "brought_back"])
    expect(
      (await world.facts(`reply_template.${what}`)).filter((fact) => fact.subjectId === added.id),
      what,
    ).toHaveLength(1);
});

test("the district's rules bring standard ones, with their source, and a new version of the rule replaces them", async () => {
  const clerk = await world.as("unit_clerk");
  const before = (await clerk.get(path)).body;
  expect(before.standard.map((one: { resultClass: string }) => one.resultClass)).toEqual(["A", "B", "C"]);
  expect(before.standard[0].phrases.length).toBeGreaterThan(1);
  expect(before.standardSource).toBe("R2.28");
  const value = [{ code: "plain", title: "通用答复", resultClass: "", opening: "经办理，", closing: "", phrases: "甲\n\n乙" }];
  const rule = { key: "suggestion.reply_templates", value, inForceFrom: "2023-09-22", source: "杜政办〔2023〕5号" };
  expect((await (await world.as("office")).post("/api/rules", rule)).status).toBe(201);
  expect((await clerk.get(path)).body).toMatchObject({
    standard: [{ code: "plain", resultClass: null, phrases: ["甲", "乙"] }],
    standardSource: "杜政办〔2023〕5号",
  });
});

test("they are read page by page and found by a word of their title", async () => {
  const clerk = await world.as("unit_clerk");
  for (const title of ["照明甲", "照明乙", "照明丙"]) await clerk.post(path, { ...template, title });
  const read: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await clerk.get(`${path}?limit=2&search=${encodeURIComponent("照明")}${cursor && `&cursor=${cursor}`}`);
    read.push(...body.items.map((one: { title: string }) => one.title));
    if (!body.next) break;
    cursor = body.next;
  }
  expect(read.toSorted()).toEqual(["照明丙", "照明乙", "照明甲"]);
});
