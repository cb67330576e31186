import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, governmentOffice, toReply, toWork, transport, visit, type Way } from "../../../../test/support/suggestion.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { areas } from "../../../../test/world/places.ts";

const world = testHouse();
const placed = areas.find(({ name }) => name === "朱庄社区")?.id as never;
const roads = {
  title: "关于修缮朱庄社区村内道路的建议",
  reason: "朱庄社区村内道路破损严重，雨天积水，群众出行不便，学生上学存在安全隐患。",
  proposal: "一、安排资金对破损路段进行硬化；二、同步疏通路边排水沟；三、落实日常管护责任。",
};
const newer = {
  title: "关于硬化朱庄社区破损道路的建议",
  reason: "朱庄社区村内道路积水严重，破损路段多处塌陷，居民反映强烈。",
  proposal: "尽快对朱庄社区破损路段进行硬化，完善路边排水，明确管护单位。",
};

interface Item {
  readonly id: string;
  readonly [name: string]: unknown;
}
const ask = async (persona: string, id: string, what = "similar") => (await world.as(persona)).get(`/api/suggestions/${id}/${what}`);
async function similar(persona: string, id: string, among = "all"): Promise<readonly Item[]> {
  const answer = await ask(persona, id, `similar?among=${among}`);
  expect(answer.status).toBe(200);
  return answer.body.items;
}
const idsOf = (items: readonly Item[]) => items.map(({ id }) => id);

/** Matters that have nothing to do with roads. */
const matters = ["养老助餐", "校园周边", "犬只管理", "垃圾清运", "路灯节能", "医保结算", "图书阅读", "停车泊位", "河道清淤", "燃气安全"];
const others = matters.flatMap((matter) => ["加强", "推进", "规范", "完善", "改进"].map((how) => `${how}${matter}`));

let past: Way;
let handedBack: Way;
let now: Way;
beforeAll(async () => {
  for (const matter of others)
    await begin(world, "peer_deputy", { title: `关于${matter}的建议`, reason: `${matter}需要重视。`, proposal: "请研究。" });
  past = await begin(world, "deputy", { ...roads, areaId: placed });
  await toWork(past);
  await toReply(past);
  handedBack = await begin(world, "deputy", roads);
  await handedBack.does("deputy", "submissions");
  await handedBack.does("office", "acceptances", { category: "roads" });
  await handedBack.does("office", "assignments", { viaId: governmentOffice });
  const urban = { unitId: organisationId("urban"), role: "LEAD" };
  await handedBack.does("government", "forwardings", { units: [urban] });
  await handedBack.does("co_clerk", "handback-requests", { reason: "该路段由交通部门养护，不属于本单位职责" });
  await handedBack.does("government", "handback-decisions", { granted: true, note: "情况属实" });
  await handedBack.does("government", "forwardings", { units: [transport] });
  now = await begin(world, "peer_deputy", { ...newer, areaId: placed });
  await now.does("peer_deputy", "submissions");
});

describe("similar earlier suggestions", () => {
  test("come with the reasons why, and with how they ended", async () => {
    const items = await similar("office", now.id);
    expect(idsOf(items)).toEqual([past.id, handedBack.id]);
    expect(items[0]).toMatchObject({
      title: roads.title,
      status: "replied",
      units: ["区交通局"],
      outcome: "resolved",
      closedAt: null,
      sameField: true,
      samePlace: true,
      sameUnit: false,
    });
    expect(items[0]?.["words"]).toEqual(expect.arrayContaining(["朱庄", "道路", "破损"]));
    expect(items[0]?.["match"]).toMatchObject({ field: "proposal", text: expect.stringContaining("破损") });
    expect(items[1]).toMatchObject({ status: "handling", outcome: null, samePlace: false });
  });

  test("are never more than ten, and never the suggestion itself", async () => {
    for (let i = 0; i < 9; i++) await (await begin(world, "deputy", roads)).does("deputy", "submissions");
    const items = await similar("office", now.id);
    expect(items).toHaveLength(10);
    expect(idsOf(items)).not.toContain(now.id);
  });

  test("show nobody what he may not see: a draft, a confidential or an unaccepted case of another, a rating not yet decided upon", async () => {
    const draft = await begin(world, "deputy", roads);
    const hidden = await begin(world, "deputy", { ...roads, confidential: true } as never);
    await hidden.does("deputy", "submissions");
    await hidden.does("office", "acceptances", { category: "roads" });
    expect(idsOf(await similar("deputy", past.id))).toContain(hidden.id);
    const peer = idsOf(await similar("peer_deputy", now.id));
    expect(peer.toSorted()).toEqual([past.id, handedBack.id].toSorted());
    expect(idsOf(await similar("unit_clerk", past.id))).toEqual([handedBack.id]);
    for (const who of ["office", "peer_deputy", "unit_clerk"]) expect(idsOf(await similar(who, past.id))).not.toContain(draft.id);
    for (const what of ["similar", "unit-precedents"]) {
      expect((await ask("unit_clerk", now.id, what)).status).toBe(404);
      expect((await ask("town_deputy", past.id, what)).status).toBe(404);
      expect((await ask("administrator", past.id, what)).status).toBe(404);
    }
    await past.does("deputy", "appraisals", { attitude: "BASIC", result: "DISSATISFIED", reasons: "积水没有根本解决" });
    const seen = async (who: string) => (await similar(who, handedBack.id)).find(({ id }) => id === past.id)?.["status"];
    expect(await seen("office")).toBe("appraised");
    expect(await seen("unit_clerk")).toBe("replied");
  });

  test("a matter whose words nobody else used has none", async () => {
    const alone = await begin(world, "deputy", { title: "关于䴙䴘湿地观鸟台的建议", reason: "鸟类不再停留。", proposal: "设观鸟台。" });
    expect(await similar("deputy", alone.id)).toEqual([]);
    expect((await ask("deputy", alone.id, "unit-precedents")).body.items).toEqual([]);
  });
});

test("among what can be merged are only open cases of the same congress", async () => {
  const town = await begin(world, "town_deputy", roads);
  await town.does("town_deputy", "submissions");
  await town.does("presidium", "acceptances", { category: "roads" });
  const items = await similar("office", now.id, "mergeable");
  expect(items.length).toBeGreaterThan(0);
  for (const { status } of items) expect(["submitted", "accepted", "forwarding", "handling", "reworking"]).toContain(status);
  expect(idsOf(items)).not.toContain(past.id);
  expect(idsOf(items)).not.toContain(town.id);
});

test("what was merged is no longer among what can be merged", async () => {
  const birds = {
    title: "关于保护白鹭栖息湿地的建议",
    reason: "白鹭栖息的湿地被围垦，鸟类逐年减少，群众多次反映。",
    proposal: "划定湿地保护范围，停止围垦，设立白鹭观测点。",
  };
  const [one, other] = [await begin(world, "deputy", birds), await begin(world, "peer_deputy", birds)];
  await one.does("deputy", "submissions");
  await other.does("peer_deputy", "submissions");
  await one.does("office", "acceptances", { category: "roads" });
  expect(idsOf(await similar("office", one.id, "mergeable"))).toEqual([other.id]);
  await other.does("office", "mergers", { otherId: one.id });
  expect(await similar("office", one.id, "mergeable")).toEqual([]);
  expect(idsOf(await similar("office", one.id))).toEqual([other.id]);
});

describe("units that answered for similar suggestions", () => {
  test("come with their cases, what was handed back counted against them", async () => {
    const fresh = await begin(world, "peer_deputy", newer);
    await fresh.does("peer_deputy", "submissions");
    const { items } = (await ask("office", fresh.id, "unit-precedents")).body;
    expect(items).toEqual([
      {
        unit: { id: organisationId("transport"), name: "区交通局" },
        handled: 2,
        handedBack: 0,
        cases: [
          expect.objectContaining({ id: past.id, title: roads.title, outcome: "resolved", handedBack: false }),
          expect.objectContaining({ id: handedBack.id, outcome: null, handedBack: false }),
        ],
      },
    ]);
    expect(items[0].cases[0].label).toMatch(/^\d{4}-\d{3}$/);
    await past.does("office", "return-visits", visit);
  });

  test("a unit that is no more is not offered", async () => {
    const fresh = await begin(world, "peer_deputy", newer);
    const administrator = await world.as("administrator");
    const at = `/api/organisations/${organisationId("transport")}`;
    const { id: _, version, ...body } = (await administrator.get(at)).body;
    const changed = await administrator.put(at, { ...body, dissolvedOn: "2023-09-01" }, { "if-match": String(version) });
    expect(changed.status, JSON.stringify(changed.body)).toBeLessThan(300);
    expect((await ask("peer_deputy", fresh.id, "unit-precedents")).body.items).toEqual([]);
  });
});

test("a list of what my office reviews holds nothing else, and says who is proposed", async () => {
  const proposing = await begin(world, "deputy", { ...roads, proposedUnitId: organisationId("transport") } as never);
  await proposing.does("deputy", "submissions");
  const list = async (persona: string) =>
    (await (await world.as(persona)).get("/api/suggestions?reviewing=true&limit=200")).body.items as Item[];
  const mine = (await list("office")).find(({ id }) => id === proposing.id);
  expect(mine).toMatchObject({ proposedUnit: { id: organisationId("transport"), name: "区交通局" }, sessionNo: null });
  expect(mine).toMatchObject({ congress: { name: expect.stringContaining("人民代表大会") } });
  for (const persona of ["deputy", "unit_clerk", "government"]) expect(await list(persona)).toEqual([]);
});
