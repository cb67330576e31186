import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answer, testHouse } from "../../../../test/support/house.ts";
import { mandateOf } from "../../../../test/support/suggestion.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { areas, district } from "../../../../test/world/places.ts";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { momentOn, shift } from "../../../platform/clock/instant.ts";
import { breakdownsBy } from "../terms.ts";
import { breakdownGroups, breakdownWhole } from "./breakdown.ts";
import { preparedBreakdown } from "./prepared.ts";

const world = testHouse();

/** What this test itself has seen happen: the other side of the account. */
interface Seen {
  readonly id: string;
  receivedOn: DateISO | undefined;
  closedOn: DateISO | undefined;
  status: string;
}

const scene = fc.record({
  which: fc.nat(100),
  act: fc.constantFrom(
    "raise",
    "raise",
    "assign",
    "assign",
    "answer",
    "answer",
    "appraise",
    "return",
    "hand_back",
    "upgrade",
    "give_up",
    "withdraw",
    "wait",
  ),
  grade: fc.constantFrom("SATISFIED", "BASIC", "DISSATISFIED"),
  days: fc.nat(25),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const all: Seen[] = [];
let today = "2023-09-22" as DateISO;

async function post(persona: string, path: string, body: unknown): Promise<Answer> {
  return (await world.as(persona)).post(path, body);
}

async function raise(): Promise<void> {
  const deputy = await world.as("deputy");
  const areaId = areas.find((area) => area.name === "朱庄社区")?.id;
  const paper = { title: "村内道路破损", content: "村内道路破损，雨天积水，出行不便", category: "roads", areaId };
  const { body } = await deputy.post("/api/opinions", { ...paper, mandateId: await mandateOf(deputy) });
  all.push({ id: body.id, receivedOn: undefined, closedOn: undefined, status: body.status });
}

/** Does one thing to one opinion; what the rules refuse is simply not done. */
async function act({ which, act, grade, days }: Scene): Promise<void> {
  if (act === "raise" || all.length === 0) return raise();
  if (act === "wait") return wait(days);
  const one = all[which % all.length]!;
  const at = `/api/opinions/${one.id}`;
  const note = { note: "经核实需另行处理" };
  const tries: Record<string, () => Promise<Answer>> = {
    assign: () => post("committee", `${at}/assignments`, { unitId: organisationId("kuangshanji_office") }),
    answer: () => post("subdistrict_clerk", `${at}/answers`, { answer: "已整修硬化并疏通排水沟", solved: true }),
    appraise: () => post("deputy", `${at}/appraisals`, { grade, reasons: "按现场查看的情况评价" }),
    return: () => post("committee", `${at}/returns`, note),
    hand_back: () => post("subdistrict_clerk", `${at}/handbacks`, note),
    upgrade: () => post("deputy", `${at}/upgrades`, {}),
    withdraw: () => post("deputy", `${at}/withdrawals`, note),
    give_up: () => giveUpSuggestion(at),
  };
  const { status, body } = await tries[act]!();
  if (status !== 201) return;
  if (act === "assign") one.receivedOn ??= today;
  if (act === "appraise" && body.status === "closed") one.closedOn = today;
  one.status = body.status;
  if (act === "give_up") await catchUp();
}

/** The suggestion that an opinion grew into is withdrawn: the opinion ends with it. */
async function giveUpSuggestion(at: string): Promise<Answer> {
  const { body } = await (await world.as("deputy")).get(at);
  return body.suggestionId
    ? post("deputy", `/api/suggestions/${body.suggestionId}/withdrawals`, { reason: "问题已经解决" })
    : { status: 404, body: {}, headers: new Headers() };
}

/** Days pass; what time alone makes due is done. */
async function wait(days: number): Promise<void> {
  today = shift(today, days);
  world.on(today);
  for (const module of world.home.modules)
    for (const sweep of module.sweeps ?? [])
      if (sweep.name === "opinions.lapse_appraisals") await sweep.run(world.database, momentOn(today, 9 * 60));
  await catchUp();
}

/** Looks at every opinion that was not over: what the house itself has closed, it has closed today. */
async function catchUp(): Promise<void> {
  await world.home.pump.drain();
  const office = await world.as("office");
  for (const one of all.filter(({ closedOn }) => !closedOn)) {
    one.status = (await office.get(`/api/opinions/${one.id}`)).body.status;
    if (one.status === "closed") one.closedOn = today;
  }
}

/** Follows the rows behind a figure to their end. */
async function rowsBehind(address: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const { body } = await world.nobody.get(`${address}&limit=50${next ? `&cursor=${encodeURIComponent(next)}` : ""}`);
    ids.push(...body.items.map((item: { id: string }) => item.id));
    next = body.next;
  }
  return ids;
}

async function figuresReconcile(asOf: DateISO): Promise<void> {
  const { body } = await world.nobody.get(`/api/public/statistics?asOf=${asOf}`);
  const figure = (key: string) => body.figures.find((one: { key: string }) => one.key === key);
  const received = all.filter(({ receivedOn }) => receivedOn && receivedOn <= asOf);
  const closed = received.filter(({ closedOn }) => closedOn && closedOn <= asOf);
  const open = received.filter((one) => !closed.includes(one));
  const said = (key: string): number => figure(key).value;
  expect([asOf, said("opinions.received")]).toEqual([asOf, received.length]);
  expect(said("opinions.received")).toBe(said("opinions.closed") + said("opinions.in_handling"));
  for (const [key, expected] of [
    ["opinions.received", received],
    ["opinions.closed", closed],
    ["opinions.in_handling", open],
  ] as const) {
    const rows = await rowsBehind(figure(key).rows);
    expect(rows.length, key).toBe(figure(key).numerator);
    expect(rows.sort(), key).toEqual(expected.map(({ id }) => id).sort());
  }
  const rate = figure("opinions.closing_rate");
  expect([rate.numerator, rate.denominator]).toEqual([closed.length, received.length]);
  expect(rate.value).toBe(received.length === 0 ? null : Math.round((closed.length / received.length) * 10_000) / 100);
}

/** Sums kept ready say what the rows say. */
async function sumsReconcile(): Promise<void> {
  const { read } = world.database;
  const cut = { district, asOf: today };
  for (const by of breakdownsBy.opinions) {
    const asked = { of: "opinions", by } as const;
    const [groups, whole] = [await breakdownGroups(read, cut, asked), await breakdownWhole(read, cut, asked)];
    expect(await preparedBreakdown(read, cut, asked), by).toEqual({ groups, whole });
  }
  const opinions = world.home.modules.find(({ name }) => name === "opinions");
  expect(await opinions?.verify?.(read, district)).toEqual([]);
}

test("received is closed plus in handling, and every figure opens its rows, after any history and on any past day", async () => {
  const histories = fc.sample(fc.tuple(fc.array(scene, { minLength: 40, maxLength: 70 }), fc.nat(60)), { numRuns: 6, seed: 11 });
  for (const [scenes, back] of histories) {
    for (const one of scenes) await act(one);
    await figuresReconcile(today);
    await figuresReconcile(shift(today, -back));
    await sumsReconcile();
  }
  for (const type of [
    "opinion.appraised",
    "opinion.appraisal_lapsed",
    "opinion.handed_back",
    "opinion.upgraded",
    "opinion.upgrade_concluded",
  ])
    expect((await world.facts(type)).length, type).toBeGreaterThan(0);
}, 120_000);
