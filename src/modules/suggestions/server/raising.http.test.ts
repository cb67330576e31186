import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";

const world = testHouse();

const paper = {
  title: "关于修缮朱庄社区村内道路的建议",
  reason: "朱庄社区下辖六个村的村内道路破损严重，雨天积水，群众出行不便，学生上学存在安全隐患。",
  proposal: "一、安排资金对破损路段进行硬化；二、同步疏通路边排水沟；三、落实日常管护责任。",
  category: "roads",
  areaId: null,
  secrecyDeclared: true,
};

async function mandateOf(persona: string): Promise<string> {
  const me = await (await world.as(persona)).get("/api/me");
  return me.body.mandates[0].id;
}

describe("raising a suggestion", () => {
  test("a deputy drafts, submits, and the office sees it; its clock passes Mid-Autumn and counts the make-up Saturday", async () => {
    const deputy = await world.as("deputy");
    const office = await world.as("office");
    const drafted = await deputy.post("/api/suggestions", { ...paper, mandateId: await mandateOf("deputy") });
    expect(drafted.status).toBe(201);
    expect(drafted.body).toMatchObject({ status: "draft", can: expect.arrayContaining(["revise", "invite", "submit", "withdraw"]) });
    const at = `/api/suggestions/${drafted.body.id}`;
    expect((await office.get(at)).status).toBe(404);

    const submitted = await deputy.post(`${at}/submissions`);
    expect(submitted.body.status).toBe("submitted");
    expect(submitted.body.clocks).toEqual([
      expect.objectContaining({ key: "suggestion.review", startsOn: "2023-09-22", dueOn: "2023-10-07" }),
    ]);

    const seen = await office.get(at);
    expect(seen.status).toBe(200);
    expect(seen.body.can).toEqual(expect.arrayContaining(["accept", "return", "turn_to_letter", "merge"]));
    const listed = await office.get("/api/suggestions?status=submitted");
    expect(listed.body.items.map((item: { id: string }) => item.id)).toContain(drafted.body.id);
  });

  test("a submission without substance names each field, rule and remedy", async () => {
    const deputy = await world.as("deputy");
    const drafted = await deputy.post("/api/suggestions", { title: "道路", category: "roads", mandateId: await mandateOf("deputy") });
    const refused = await deputy.post(`/api/suggestions/${drafted.body.id}/submissions`);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toEqual(["title", "reason", "proposal", "secrecyDeclared"]);
    expect(refused.body.errors[0].message).toBe("至少 4 个字");
  });

  test("the office cannot draft, and a stranger finds nothing", async () => {
    const office = await world.as("office");
    expect((await office.post("/api/suggestions", { ...paper, mandateId: await mandateOf("deputy") })).status).toBe(403);
    expect((await world.nobody.get("/api/suggestions")).status).toBe(401);
    const deputy = await world.as("deputy");
    const drafted = await deputy.post("/api/suggestions", { ...paper, mandateId: await mandateOf("deputy") });
    const stranger = await world.as("town_deputy");
    expect((await stranger.get(`/api/suggestions/${drafted.body.id}`)).status).toBe(404);
    expect((await stranger.post(`/api/suggestions/${drafted.body.id}/submissions`)).status).toBe(404);
  });

  test("a verb in a wrong state is a conflict with its reason and source", async () => {
    const deputy = await world.as("deputy");
    const drafted = await deputy.post("/api/suggestions", { ...paper, mandateId: await mandateOf("deputy") });
    const at = `/api/suggestions/${drafted.body.id}`;
    await deputy.post(`${at}/submissions`);
    const again = await deputy.post(`${at}/submissions`);
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: "lifecycle.wrong_state", reasons: [{ source: "DL-24" }] });
    expect(again.body.detail).toContain("待审核");
  });

  test("a repeated creation under one key creates once", async () => {
    const deputy = await world.as("deputy");
    const mandateId = await mandateOf("deputy");
    const send = () => deputy.post("/api/suggestions", { ...paper, mandateId }, { "idempotency-key": "k-1" });
    const [first, second] = [await send(), await send()];
    expect(second.body.id).toBe(first.body.id);
    const other = await deputy.post("/api/suggestions", { ...paper, title: "另一件事的建议", mandateId }, { "idempotency-key": "k-1" });
    expect(other.status).toBe(409);
  });
});
