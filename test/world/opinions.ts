import { listed } from "../../src/modules/identity/index.ts";
import { begunOpinion, type Opinion, type Played, playOpinion } from "../../src/modules/opinions/index.ts";
import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Attached } from "../../src/platform/files/contract.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { campaignId } from "./campaigns.ts";
import { idAt } from "./ids.ts";
import { organisationId, organisations, receiverOf } from "./organisations.ts";
import { type Mandate, mandates, staffOf } from "./people.ts";
import { accountOf } from "./personas.ts";
import { type Picture, zhuzhuang } from "./pictures.ts";
import { areas, district, townships, villagesOf } from "./places.ts";
import { clocks, statute } from "./statute.ts";
import { appraisalReason, type OpinionText, opinionResult, opinionText, supervisionNote } from "./texts/opinion-texts.ts";
import { type Random, randomFrom } from "./texts/random.ts";
import { later, now, seasonOf, someTimeOn } from "./times.ts";

/** What the newspaper says of the time since April 2022: 6,903 received, 6,507 closed, 396 in handling. */
const received = 6903;
const inHandling = 396;
const unreceived = 64;
const firstDay = "2022-04-01" as DateISO;
export interface Life {
  readonly thing: Opinion;
  readonly steps: readonly Step[];
  readonly facts: readonly Fact[];
}

interface Writing {
  thing: Opinion;
  steps: Step[];
  facts: Fact[];
}

const kinds = new Map(organisations.map((one) => [one.id, listed(one.kind, false)]));
const numbers = new Map<string, number>();

/** The last number that each receiver has given in each year. */
export const series = (): { receiverId: string; year: number; last: number }[] =>
  [...numbers].map(([key, last]) => {
    const [receiverId = "", year = ""] = key.split(" ");
    return { receiverId, year: Number(year), last };
  });

/** Every opinion since April 2022, each through its own life. */
export function opinionLives(pictures: ReadonlyMap<string, Picture>): Life[] {
  numbers.clear();
  const random = randomFrom("opinions");
  const authors = mandates.filter((mandate) => mandate.level !== "nation" || random.chance(0.5));
  const lives: Writing[] = [zhuzhuangRoad(random, pictures)];
  for (let index = 1; index < received + unreceived; index++) {
    const mandate = authors[index % authors.length]!;
    const open = index >= received - inHandling && index < received;
    const fresh = index >= received;
    lives.push(oneLife(random, mandate, index, fresh ? "unreceived" : open ? "open" : "closed"));
  }
  return lives;
}

function oneLife(random: Random, mandate: Mandate, index: number, until: "closed" | "open" | "unreceived"): Writing {
  const village = random.pick(villagesOf(mandate.township));
  const day = dayFor(random, index, until);
  const at = someTimeOn(random, day);
  const text = opinionText(
    random,
    { village: village.name, town: townships.find((one) => one.key === mandate.township)!.name },
    seasonOf(at),
  );
  const life = raise(mandate, { ...text, areaId: village.id, at, key: `opinion ${index}` });
  if (until === "unreceived") return unreceivedLife(random, life, mandate, at);
  const unit = text.unitKey === "county_town" ? `${mandate.township}_office` : text.unitKey;
  let moment = act(life, "assign", { unitId: organisationId(unit), note: null }, later(random, at, 1, 4), "receiver", mandate);
  if (until === "open") return openLife(random, life, { text, mandate, unit, moment });
  if (random.chance(0.3))
    moment = act(life, "supervise", { note: supervisionNote(random) }, later(random, moment, 1, 3), "receiver", mandate);
  return closedLife(random, life, { text, mandate, unit, moment });
}

/** Closed ones are spread over the whole time, those still open lie in the last weeks. */
function dayFor(random: Random, index: number, until: string): DateISO {
  if (until === "unreceived") return shift(dateIn(now), -random.int(1, 5));
  if (until === "open") return shift(dateIn(now), -random.int(6, 42));
  return shift(firstDay, Math.floor(((index % (received - inHandling)) / (received - inHandling)) * 485));
}

interface Course {
  readonly text: OpinionText;
  readonly mandate: Mandate;
  readonly unit: string;
  readonly moment: Instant;
}

function answered(random: Random, life: Writing, { text, mandate, unit, moment }: Course, most: number): Instant {
  const solved = random.chance(0.86);
  const { cost, households, people, answer, days } = opinionResult(random, text, placeOf(life, mandate), solved);
  const at = later(random, moment, Math.min(days, most), Math.min(days + 2, most));
  return act(life, "answer", { answer, solved, cost, households, people }, at, unit, mandate);
}

const placeOf = (life: Writing, mandate: Mandate) => ({
  village: areas.find((area) => area.id === life.thing.areaId)!.name,
  town: townships.find((one) => one.key === mandate.township)!.name,
});

function closedLife(random: Random, life: Writing, course: Course): Writing {
  let moment = answered(random, life, course, 16);
  const grade = random.chance(0.93) ? "SATISFIED" : random.chance(0.8) ? "BASIC" : "DISSATISFIED";
  const reasons = grade === "DISSATISFIED" ? appraisalReason(random) : null;
  if (random.chance(0.04)) return lapsed(life, moment);
  moment = act(life, "appraise", { grade, reasons }, later(random, moment, 1, 6), "deputy", course.mandate);
  if (grade !== "DISSATISFIED") return life;
  moment = answered(random, life, { ...course, moment }, 10);
  act(life, "appraise", { grade: "SATISFIED", reasons: null }, later(random, moment, 1, 4), "deputy", course.mandate);
  return life;
}

function lapsed(life: Writing, moment: Instant): Writing {
  const due = life.thing.clocks.find((clock) => clock.key === "opinion.appraise" && clock.stoppedOn === null)!.dueOn;
  act(life, "lapse_appraisal", {}, momentOn(shift(due, 1), 30) > moment ? momentOn(shift(due, 1), 30) : moment, "house");
  return life;
}

function openLife(random: Random, life: Writing, course: Course): Writing {
  const { mandate, unit, moment } = course;
  const turn = random.next();
  if (turn < 0.3) return life;
  if (turn < 0.6) {
    const at = later(random, moment, 1, 3);
    if (at < now) act(life, "report_progress", { note: "已到现场勘查，正在制定方案" }, at, unit, mandate);
    return life;
  }
  if (turn < 0.65) {
    act(life, "hand_back", { note: "经核实不属于本单位职责范围，建议由其他单位办理" }, later(random, moment, 1, 2), unit, mandate);
    return life;
  }
  if (daysUntilNow(moment) > 4) answered(random, life, { ...course, moment: lately(moment) }, 3);
  return life;
}

/** Within the last two weeks: so long the deputy still has to appraise, and silence does not close anything on the world's day. */
const lately = (moment: Instant): Instant => {
  const earliest = new Date(Date.parse(now) - 14 * 86_400_000).toISOString() as Instant;
  return moment > earliest ? moment : earliest;
};

const daysUntilNow = (at: Instant): number => (Date.parse(now) - Date.parse(at)) / 86_400_000;

function unreceivedLife(random: Random, life: Writing, mandate: Mandate, at: Instant): Writing {
  const turn = random.next();
  const soon = new Date(Math.min(Date.parse(now), Date.parse(at) + 3_600_000)).toISOString() as Instant;
  if (turn < 0.12) act(life, "return", { note: "请补充具体地点和涉及户数" }, soon, "receiver", mandate);
  else if (turn < 0.2) act(life, "decline", { note: "属于信访事项，已告知通过信访渠道反映" }, soon, "receiver", mandate);
  else if (turn < 0.25) act(life, "withdraw", { note: "问题已由村里当天解决" }, soon, "deputy", mandate);
  return life;
}

/** The road of the newspaper: over a million yuan, just over ten days. */
function zhuzhuangRoad(random: Random, pictures: ReadonlyMap<string, Picture>): Writing {
  const named = (keys: readonly string[]) => keys.map((key) => pictures.get(key)!).map(({ id, digest }) => ({ id, digest }));
  const mandate = mandates.find((one) => one.level === "district" && one.township === "kuangshanji")!;
  const title = "关于解决朱庄社区下辖六村村内道路破损、影响群众通行的建议";
  const content =
    "朱庄社区下辖的六个村村内道路使用多年，路面大面积破损、坑洼积水，群众出行和学生上学十分不便，遇雨更是难以通行，群众反映强烈，建议尽快整修硬化。";
  const areaId = areas.find((area) => area.name === "朱庄社区")!.id;
  const at = momentOn("2022-07-04" as DateISO, 20 * 60);
  const life = raise(mandate, {
    title,
    content,
    category: "roads",
    areaId,
    at,
    key: "opinion zhuzhuang",
    attached: named(zhuzhuang.before),
  });
  let moment = act(
    life,
    "assign",
    { unitId: organisationId("kuangshanji_office"), note: "请街道办事处尽快研究解决方案，人大工委将跟踪督办" },
    momentOn("2022-07-06" as DateISO, 9 * 60),
    "receiver",
    mandate,
  );
  moment = act(
    life,
    "supervise",
    { note: "人大工委组织代表到六村现场察看破损路段，要求明确施工时间" },
    later(random, moment, 2, 2),
    "receiver",
    mandate,
  );
  moment = act(
    life,
    "report_progress",
    { note: "已完成测量和预算，筹集资金一百余万元，施工队今日进场" },
    momentOn("2022-07-08" as DateISO, 17.5 * 60),
    "kuangshanji_office",
    mandate,
    named(zhuzhuang.progress),
  );
  moment = act(
    life,
    "supervise",
    { note: "人大工委再次到施工现场督办，主路已完成硬化，要求同步疏通排水沟" },
    momentOn("2022-07-14" as DateISO, 10 * 60),
    "receiver",
    mandate,
  );
  const answer = "街道办事处高度重视，投资一百余万元，对六个村破损的村内道路进行整修并全部硬化，同步疏通路边排水沟，现已完工通行。";
  act(
    life,
    "answer",
    { answer, solved: true, cost: 1_036_000, households: 912, people: 3284 },
    momentOn("2022-07-18" as DateISO, 15 * 60),
    "kuangshanji_office",
    mandate,
    named(zhuzhuang.after),
  );
  act(life, "appraise", { grade: "SATISFIED", reasons: null }, momentOn("2022-07-20" as DateISO, 19 * 60), "deputy", mandate);
  return life;
}

interface Raising extends Pick<OpinionText, "title" | "content"> {
  readonly category: string;
  readonly areaId: string;
  readonly at: Instant;
  readonly key: string;
  readonly attached?: readonly Attached[];
}

function raise(mandate: Mandate, { title, content, category, areaId, at, key, attached = [] }: Raising): Writing {
  let ids = 0;
  const newId = () => idAt(at, `${key} ${ids++}`);
  const doer = { account: accountOf(mandate.personId), person: mandate.personId, actingFor: mandate.id, relations: ["deputy"] as const };
  const paper = {
    id: newId(),
    mandateId: mandate.id,
    title,
    content,
    category,
    areaId,
    receiverId: receiverOf(mandate.township),
    campaignId,
  };
  const { after, step, fact } = begunOpinion({ district, clocks, newId, attached }, paper, doer, at);
  return { thing: after, steps: [step], facts: [fact] };
}

type Verb = Played["step"]["verb"];

/** Performs a verb as whoever's business it is; a refusal here is a mistake of the world. Returns the moment. */
function act(
  life: Writing,
  verb: Exclude<Verb, "begin">,
  input: unknown,
  at: Instant,
  who: string,
  mandate?: Mandate,
  attached: readonly Attached[] = [],
): Instant {
  let ids = 0;
  const { thing } = life;
  const newId = () => idAt(at, `${thing.id} ${thing.version} ${ids++}`);
  const nextNumber = verb === "assign" && thing.number === null ? takeNumber(thing.receiverId, at) : 0;
  const stage = { district, statute, clocks, newId, nextNumber, attached, organisation: (id: string) => kinds.get(id) };
  const played = playOpinion(stage, thing, verb, input, doerFor(who, thing, mandate), at);
  if (isRefusal(played)) throw new Error(`${verb} of ${thing.title} at ${at}: ${JSON.stringify(played)}`);
  life.thing = played.after;
  life.steps.push(played.step);
  life.facts.push(played.fact);
  return at;
}

function doerFor(who: string, thing: Opinion, mandate: Mandate | undefined) {
  if (who === "house") return { account: null, person: null, actingFor: null, relations: ["house"] as const };
  if (who === "deputy" && mandate)
    return { account: accountOf(mandate.personId), person: mandate.personId, actingFor: mandate.id, relations: ["deputy"] as const };
  const key = who === "receiver" ? organisations.find((one) => one.id === thing.receiverId)!.key : who;
  const person = staffOf(key, "officer");
  return {
    account: accountOf(person),
    person,
    actingFor: organisationId(key),
    relations: [who === "receiver" ? "receiver" : "unit"] as const,
  };
}

function takeNumber(receiverId: string, at: Instant): number {
  const key = `${receiverId} ${dateIn(at).slice(0, 4)}`;
  const next = (numbers.get(key) ?? 0) + 1;
  numbers.set(key, next);
  return next;
}
