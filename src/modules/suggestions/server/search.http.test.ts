import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, solved, toWork } from "../../../../test/support/suggestion.ts";

const world = testHouse();

async function found(persona: string, search: string) {
  const answer = await (await world.as(persona)).get(`/api/suggestions?search=${encodeURIComponent(search)}`);
  expect(answer.status).toBe(200);
  return answer.body.items as { id: string; label: string; match: { field: string; text: string } | null }[];
}
const idsOf = async (persona: string, search: string) => (await found(persona, search)).map(({ id }) => id);

describe("searching suggestions", () => {
  test("finds by title, reason and proposal, every word, in either case, and says where", async () => {
    const { id } = await begin(world, "deputy", {
      title: "关于增设䴙䴘湿地监测点的建议",
      reason: "湿地旁KTV噪声扰民，100%的住户反映夜间难眠，鸟类也不再停留，群众意见很大。",
      proposal: "一、装设声屏障；二、夜间巡查；三、在芦苇荡𠮷家桥设观鸟台，明确管护责任。",
    });
    expect(await found("deputy", "䴙䴘")).toEqual([expect.objectContaining({ id, match: expect.objectContaining({ field: "title" }) })]);
    expect(await found("deputy", "噪声扰民")).toEqual([
      expect.objectContaining({ id, match: { field: "reason", text: expect.stringContaining("噪声扰民") } }),
    ]);
    expect(await found("deputy", "𠮷家桥")).toEqual([
      expect.objectContaining({ id, match: expect.objectContaining({ field: "proposal" }) }),
    ]);
    expect(await found("deputy", "湿地 声屏障")).toEqual([
      expect.objectContaining({ id, match: { field: "proposal", text: expect.stringContaining("声屏障") } }),
    ]);
    expect(await idsOf("deputy", "ktv噪声")).toEqual([id]);
    expect(await idsOf("deputy", "湿地 殡仪馆")).toEqual([]);
    expect(await idsOf("deputy", "䴘")).toEqual([id]);
    // All its pairs are there, but not one after the other.
    expect(await idsOf("deputy", "夜间难眠，鸟类意见很大")).toEqual([]);
    expect(await idsOf("deputy", "100%的")).toEqual([id]);
    expect(await idsOf("deputy", "湿%测")).toEqual([]);
    expect(await idsOf("deputy", "湿_监")).toEqual([]);
    expect(await idsOf("deputy", "湿地\\")).toEqual([]);
    // A draft is its writer's alone, to a search as to everything else.
    for (const other of ["office", "peer_deputy", "unit_clerk"]) expect(await idsOf(other, "䴙䴘")).toEqual([]);
  });

  test("finds a reply once it is signed, for those who see the case, and never before", async () => {
    const way = await begin(world);
    await toWork(way);
    const reply = { ...solved, body: `${solved.body}另在蟠龙涵洞加装水泵两台。` };
    await way.does("unit_clerk", "contacts", contact("before"));
    await way.does("unit_clerk", "contacts", contact("during"));
    await way.does("unit_clerk", "replies", reply);
    for (const who of ["deputy", "office", "unit_clerk", "unit_leader"])
      for (const word of ["蟠龙涵洞", "蟠"]) expect(await idsOf(who, word)).toEqual([]);
    await way.does("unit_leader", "reply-returns", { note: "补充" });
    await way.does("unit_clerk", "replies", reply);
    await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕12号" });
    for (const who of ["deputy", "office", "unit_clerk"])
      expect(await found(who, "蟠龙涵洞")).toEqual([
        expect.objectContaining({ id: way.id, match: { field: "reply", text: expect.stringContaining("蟠龙涵洞") } }),
      ]);
    expect(await idsOf("co_clerk", "蟠龙涵洞")).toEqual([]);
  });

  test("finds by number, short or whole", async () => {
    const way = await begin(world);
    const office = await world.as("office");
    await way.does("deputy", "submissions");
    await way.does("office", "acceptances", { category: "roads" });
    const { label } = (await office.get(`/api/suggestions/${way.id}`)).body;
    expect(await idsOf("office", label)).toEqual([way.id]);
    expect(await idsOf("office", label.split("-").at(-1))).toContain(way.id);
    expect((await office.get("/api/suggestions")).body.items[0]).not.toHaveProperty("match");
  });
});
