import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { type Caller, testHouse } from "../../../../test/support/house.ts";
import { mandateOf } from "../../../../test/support/suggestion.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { areas } from "../../../../test/world/places.ts";

const world = testHouse();
const paper = {
  title: "朱庄社区六村村内道路破损",
  content: "六个村的村内道路破损，雨天积水，老人孩子出行困难，请尽快修整硬化。",
  category: "roads",
  areaId: areas.find((area) => area.name === "朱庄社区")?.id ?? "",
};
const answer = { answer: "已对六个村的破损路段整修硬化，并疏通了排水沟。", solved: true, cost: 1_020_000, households: 860, people: 3100 };

async function photo(caller: Caller, name: string): Promise<string> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
    .png()
    .toBuffer();
  const { body } = await caller.upload("/api/files", new File([new Uint8Array(bytes)], name));
  return body.id;
}

async function raise(attachments: string[]) {
  const deputy = await world.as("deputy");
  return deputy.post("/api/opinions", { ...paper, mandateId: await mandateOf(deputy), attachments });
}

describe("photos of an opinion", () => {
  test("before and after: those concerned see both, a stranger neither", async () => {
    const [deputy, committee, clerk] = [await world.as("deputy"), await world.as("committee"), await world.as("subdistrict_clerk")];
    const before = await photo(deputy, "修路前.png");
    const raised = await raise([before]);
    expect(raised.body.attachments).toEqual([
      { id: before, name: "修路前.png", mediaType: "image/png", size: expect.any(Number), width: 64, height: 48 },
    ]);
    const at = `/api/opinions/${raised.body.id}`;
    await committee.post(`${at}/assignments`, { unitId: organisationId("kuangshanji_office") });
    const after = await photo(clerk, "修路后.png");
    const answered = await clerk.post(`${at}/answers`, { ...answer, attachments: [after] });
    expect(answered.body.timeline.at(-1)).toMatchObject({ verb: "answer", attachments: [{ name: "修路后.png" }] });
    expect(answered.body.attachments).toHaveLength(1);
    for (const id of [before, after]) {
      for (const persona of ["deputy", "committee", "subdistrict_clerk", "office"])
        expect((await (await world.as(persona)).bytes(`${at}/attachments/${id}`)).status, persona).toBe(200);
      expect((await (await world.as("unit_clerk")).get(`${at}/attachments/${id}`)).status).toBe(404);
      expect((await world.nobody.get(`${at}/attachments/${id}`)).status).toBe(401);
    }
    expect((await deputy.get(`/api/files/${before}`)).status, "used: no longer on its way").toBe(404);
    const [fact] = (await world.facts("opinion.answered")).filter((one) => one.subjectId === raised.body.id);
    expect(fact?.data).toMatchObject({ attachments: [{ id: after, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
  });

  test("someone else's file cannot be taken, and a refusal leaves everything as it was", async () => {
    const [deputy, clerk] = [await world.as("deputy"), await world.as("unit_clerk")];
    const [mine, foreign] = [await photo(deputy, "一.png"), await photo(clerk, "二.png")];
    const refused = await raise([mine, foreign]);
    expect([refused.status, refused.body.errors[0]]).toEqual([422, expect.objectContaining({ field: "attachments", code: "file.gone" })]);
    expect((await deputy.get(`/api/files/${mine}`)).status, "still mine to use").toBe(200);
    expect((await raise([mine])).status).toBe(201);
    expect((await raise([mine])).body.errors[0].field, "used once, by one matter").toBe("attachments");
  });

  test("an upgrade takes the photos along", async () => {
    const deputy = await world.as("deputy");
    const id = await photo(deputy, "积水.png");
    const raised = await raise([id]);
    const upgraded = await deputy.post(`/api/opinions/${raised.body.id}/upgrades`);
    const suggestion = await deputy.get(`/api/suggestions/${upgraded.body.suggestionId}`);
    expect(suggestion.body.attachments).toMatchObject([{ id, name: "积水.png" }]);
    expect((await deputy.bytes(`/api/suggestions/${suggestion.body.id}/attachments/${id}`)).status).toBe(200);
  });
});
