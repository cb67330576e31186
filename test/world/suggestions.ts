import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import { autumnWays } from "./autumn.ts";
import { organisationId, organisations } from "./organisations.ts";
import { type Mandate, mandates } from "./people.ts";
import { townshipArea } from "./places.ts";
import { act, beginWay, deputy, forgetNumbers, house, officer, unit, type Way } from "./suggestion-stage.ts";
import { calledToMeet, keyAndLookedAt, keyOfSession, metAndConcluded, supervisedToTheEnd } from "./supervision.ts";
import { type Random, randomFrom } from "./texts/random.ts";
import {
  extensionReason,
  handbackReason,
  otherSuggestions,
  type SuggestionText,
  sessionThreeSuggestions,
  suggestionHandling,
} from "./texts/suggestion-texts.ts";
import { later } from "./times.ts";

const day = (text: string) => text as DateISO;
const nameOf = (key: string): string => organisations.find((one) => one.key === key)?.name ?? "";

/** Every suggestion of the world: three sessions of the district, what came out of session, and the towns'. */
export function suggestionWays(): Way[] {
  forgetNumbers();
  const random = randomFrom("suggestions");
  const district = mandates.filter((one) => one.level === "district");
  const third = sessionThreeSuggestions.map((text, index) =>
    sessionWay(random, text, { lead: district[(index * 5) % district.length]!, on: day("2023-01-05"), index }),
  );
  const [first, second, outside, towns] = [
    otherSuggestions.slice(0, 8),
    otherSuggestions.slice(8, 14),
    otherSuggestions.slice(14, 34),
    otherSuggestions.slice(34),
  ];
  const ways = [
    ...first.map((text, index) =>
      sessionWay(random, text, { lead: district[(index * 11 + 3) % district.length]!, on: day("2021-12-28"), index: index + 100 }),
    ),
    ...second.map((text, index) =>
      sessionWay(random, text, { lead: district[(index * 13 + 7) % district.length]!, on: day("2022-06-21"), index: index + 200 }),
    ),
    ...third,
    ...outside.map((text, index) => outsideWay(random, text, district[(index * 7 + 1) % district.length]!, index)),
    ...towns.map((text, index) => townWay(random, text, index)),
    ...autumnWays(),
  ];
  for (const way of ways) overtaken(way);
  return ways;
}

/** What time has made due by the world's day: a reminder of the appraisal, then silence noted as silence. */
function overtaken(way: Way): void {
  for (const [key, verb] of [
    ["suggestion.feedback", "remind_appraisal"],
    ["suggestion.feedback_grace", "lapse_appraisal"],
  ] as const) {
    const clock = way.thing.clocks.find((one) => one.key === key && one.stoppedOn === null);
    if (way.thing.status === "replied" && clock && clock.dueOn < "2023-09-22")
      act(way, verb, {}, momentOn(shift(clock.dueOn, 1), 30), house);
  }
}

interface Raised {
  readonly lead: Mandate;
  readonly on: DateISO;
  readonly index: number;
}

const leadUnit = (text: SuggestionText, lead: Mandate): string =>
  text.unitKey === "county_town" ? `${lead.township}_office` : text.unitKey;

/** Raised in session and led to the end: answered, satisfied, closed, and struck off where nothing is open. */
function sessionWay(random: Random, text: SuggestionText, { lead, on, index }: Raised): Way {
  const way = beginWay({
    key: `session ${index}`,
    lead,
    text,
    reviewer: "deputy_office",
    at: momentOn(on, 9 * 60 + (index % 100) * 4),
    areaId: townshipArea(lead.township),
  });
  if (index % 3 === 0) cosigned(way, lead, index);
  act(way, "submit", {}, soon(way.at, 40), deputy(lead));
  act(way, "accept", { category: text.category, note: null }, later(random, way.at, 1, 2), officer("deputy_office", "reviewer"));
  act(
    way,
    "assign",
    { viaId: organisationId("government_office"), units: [], note: "请按代表建议办理规定办理" },
    later(random, way.at, 5, 20),
    officer("deputy_office", "reviewer"),
  );
  const thisYear = on >= "2023";
  forwarded(random, way);
  if (thisYear) keyOfSession(way, index);
  handled(random, way, { days: 60, late: false });
  if (thisYear) supervisedToTheEnd(way, index);
  finished(random, way, index);
  return way;
}

const soon = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

function cosigned(way: Way, lead: Mandate, index: number): void {
  const others = mandates.filter((one) => one.congressId === lead.congressId && one.township === lead.township && one.id !== lead.id);
  const asked = [others[index % others.length]!, others[(index + 4) % others.length]!];
  act(way, "invite", { mandateIds: asked.map((one) => one.id) }, soon(way.at, 5), deputy(lead));
  for (const one of asked) act(way, "cosign", { agrees: true }, soon(way.at, 10), deputy(one, "invited"));
}

/** The government's supervision office forwards; now and then the first unit hands back what is not its business. */
function forwarded(random: Random, way: Way): void {
  const key = leadUnit(way.text, way.lead);
  const co = way.text.coUnitKeys.filter((one) => one !== "county_town" && one !== key).slice(0, 1);
  const units = (first: string) => [
    { unitId: organisationId(first), role: "LEAD", scope: null },
    ...co.map((one) => ({ unitId: organisationId(one), role: "CO", scope: null })),
  ];
  const wrong = random.chance(0.12)
    ? ["market", "culture", "commerce"].find((one) => one !== key && !co.includes(one as never))
    : undefined;
  act(way, "forward", { units: units(wrong ?? key), note: null }, later(random, way.at, 1, 3), officer("government_office", "forwarder"));
  if (!wrong) return;
  act(way, "ask_handback", { reason: handbackReason(random, nameOf(wrong)) }, later(random, way.at, 1, 2), unit(way, wrong));
  act(
    way,
    "decide_handback",
    { granted: true, note: "情况属实，同意退办，重新交办" },
    later(random, way.at, 1, 2),
    officer("government_office", "forwarder"),
  );
  act(
    way,
    "forward",
    { units: [{ unitId: organisationId(key), role: "LEAD", scope: null }], note: null },
    later(random, way.at, 1, 2),
    officer("government_office", "forwarder"),
  );
}

interface Handling {
  readonly days: number;
  readonly late: boolean;
}

/** From signing for it to the signed reply. */
function handled(random: Random, way: Way, { days }: Handling): void {
  const key = leadUnit(way.text, way.lead);
  const said = suggestionHandling(random, way.text, nameOf(key));
  act(way, "sign_for", {}, later(random, way.at, 1, 2), unit(way, key));
  const co = way.thing.parts.filter((part) => part.role === "CO" && part.status === "offered");
  for (const part of co) act(way, "sign_for", {}, later(random, way.at, 1, 2), unit(way, keyOf(part.unitId)));
  const held = () => ({ way: random.pick(["visit", "meeting", "phone"]), heldOn: dateIn(way.at), withWhom: "领衔代表" });
  act(way, "contact", { stage: "before", ...held(), content: said.before }, later(random, way.at, 3, 10), unit(way, key));
  act(way, "plan", { plan: said.plan, owner: "分管负责人" }, later(random, way.at, 1, 5), unit(way, key));
  for (const part of co) act(way, "give_opinion", { opinion: said.coOpinion }, later(random, way.at, 2, 6), unit(way, keyOf(part.unitId)));
  act(
    way,
    "contact",
    { stage: "during", ...held(), content: said.during },
    later(random, way.at, Math.floor(days / 4), Math.floor(days / 3)),
    unit(way, key),
  );
  replied(random, way, said);
}

const keyOf = (id: string): string => organisations.find((one) => one.id === id)!.key;
let documents = 0;

function replied(random: Random, way: Way, said: { reply: string; commitment: string }): void {
  const key = leadUnit(way.text, way.lead);
  const [solved, at] = [random.chance(0.68), later(random, way.at, 5, 12)];
  const outcome = solved
    ? { resultClass: "A", outcome: "resolved", reason: null, commitments: [] }
    : {
        resultClass: "B",
        outcome: "in_progress",
        reason: "需要分期实施",
        commitments: [{ content: said.commitment.slice(0, 200), owner: nameOf(key), dueOn: shift(dateIn(at), random.int(60, 300)) }],
      };
  act(way, "draft_reply", { body: said.reply, ...outcome }, at, unit(way, key));
  act(
    way,
    "sign_reply",
    { documentNo: `杜${nameOf(key).slice(3, 5)}函〔${dateIn(at).slice(0, 4)}〕${++documents}号` },
    later(random, way.at, 1, 3),
    unit(way, key, "leader"),
  );
}

/** Satisfied, revisited, closed; struck off where every promise has been kept. */
function finished(random: Random, way: Way, index: number): void {
  act(way, "appraise", { attitude: "SATISFIED", result: "SATISFIED", reasons: null }, later(random, way.at, 2, 9), deputy(way.lead));
  const said = suggestionHandling(random, way.text, nameOf(leadUnit(way.text, way.lead)));
  act(
    way,
    "return_visit",
    { way: "visit", heldOn: dateIn(way.at), withWhom: "领衔代表", content: said.visit },
    later(random, way.at, 2, 8),
    officer("deputy_office", "reviewer"),
  );
  act(way, "close", { note: null }, later(random, way.at, 1, 5), officer("deputy_office", "reviewer"));
  const early = way.thing.assignedOn !== null && way.thing.assignedOn < "2023-01-01";
  for (const promise of way.thing.commitments.filter((one) => one.state === "open")) {
    const due = momentOn(shift(promise.dueOn, -3), 10 * 60);
    if (early || due < "2023-09-15")
      act(
        way,
        "settle_commitment",
        { commitmentId: promise.id, kept: true, evidence: "已按承诺完成，并通过验收" },
        due > way.at && due < "2023-09-20" ? due : soon(way.at, 600),
        unit(way, leadUnit(way.text, way.lead)),
      );
  }
  if (way.thing.commitments.some((one) => one.state === "open") || index % 10 === 9) return;
  act(way, "strike_off", { note: null }, later(random, way.at, 1, 6), officer("deputy_office", "reviewer"));
}

/** Out of session, and still under way in every stage that a desk can show. */
function outsideWay(random: Random, text: SuggestionText, lead: Mandate, index: number): Way {
  const raised = [3, 8, 15, 18, 22, 26, 30, 35, 40, 52, 60, 66, 74, 80, 95, 96, 100, 104, 110, 120][index] ?? 30;
  const way = beginWay({
    key: `outside ${index}`,
    lead,
    text,
    reviewer: "deputy_office",
    at: momentOn(shift(day("2023-09-22"), -raised), 19 * 60),
    areaId: townshipArea(lead.township),
  });
  if (index === 0) return way;
  act(way, "submit", {}, soon(way.at, 30), deputy(lead));
  if (index === 1) return way;
  const office = officer("deputy_office", "reviewer");
  if (index === 2)
    return done(way, () => act(way, "return", { reasonCode: null, note: "请补充具体路段和涉及户数" }, later(random, way.at, 1, 2), office));
  if (index === 4)
    return done(way, () =>
      act(
        way,
        "turn_to_letter",
        { reasonCode: "consultation", note: "属于政策咨询，作为代表来信由有关部门解答" },
        later(random, way.at, 1, 2),
        office,
      ),
    );
  act(way, "accept", { category: text.category, note: null }, later(random, way.at, 1, 2), office);
  if (index === 3) return way;
  act(way, "assign", { viaId: organisationId("government_office"), units: [], note: null }, later(random, way.at, 1, 3), office);
  if (index === 5) return way;
  act(
    way,
    "forward",
    { units: [{ unitId: organisationId(leadUnit(text, lead)), role: "LEAD", scope: null }], note: null },
    later(random, way.at, 1, 2),
    officer("government_office", "forwarder"),
  );
  if (index === 6) return way;
  if (index === 7)
    return done(way, () =>
      act(
        way,
        "ask_handback",
        { reason: handbackReason(random, nameOf(leadUnit(text, lead))) },
        later(random, way.at, 1, 2),
        unit(way, leadUnit(text, lead)),
      ),
    );
  if (index >= 8 && index <= 10) return atWork(random, way, index);
  handled(random, way, { days: 16, late: false });
  return answered(random, way, index);
}

function done(way: Way, last: () => void): Way {
  last();
  return way;
}

function atWork(random: Random, way: Way, index: number): Way {
  const key = leadUnit(way.text, way.lead);
  const said = suggestionHandling(random, way.text, nameOf(key));
  act(way, "sign_for", {}, later(random, way.at, 1, 2), unit(way, key));
  if (index === 8) return way;
  act(
    way,
    "contact",
    { stage: "before", way: "visit", heldOn: dateIn(way.at), withWhom: "领衔代表", content: said.before },
    later(random, way.at, 2, 6),
    unit(way, key),
  );
  if (index === 9)
    return done(way, () => act(way, "ask_extension", { reason: extensionReason(random) }, later(random, way.at, 3, 8), unit(way, key)));
  keyAndLookedAt(way, later(random, way.at, 1, 2), 30);
  act(
    way,
    "contact",
    { stage: "during", way: "meeting", heldOn: dateIn(way.at), withWhom: "领衔代表", content: said.during },
    later(random, way.at, 4, 9),
    unit(way, key),
  );
  const draft = { body: said.reply, resultClass: "A", outcome: "resolved", reason: null, commitments: [] };
  act(way, "draft_reply", draft, later(random, way.at, 3, 8), unit(way, key));
  return way;
}

/** Replied: awaiting appraisal, dissatisfied, reworked, escalated, suspended, withdrawn before, or closed. */
function answered(random: Random, way: Way, index: number): Way {
  const office = officer("deputy_office", "reviewer");
  if (index === 12) return done(way, () => keyAndLookedAt(way, later(random, way.at, 1, 2), 40));
  if (index <= 13) return way;
  const unhappy = { attitude: "BASIC", result: "DISSATISFIED", reasons: "问题没有真正解决，群众还在反映" };
  if (index <= 16) act(way, "appraise", unhappy, later(random, way.at, 2, 5), deputy(way.lead));
  if (index === 14) return way;
  if (index === 15)
    return done(way, () => act(way, "order_rework", { note: "请到现场听取意见后重新办理" }, later(random, way.at, 1, 3), office));
  if (index === 16) return done(way, () => calledToMeet(way, later(random, way.at, 1, 3)));
  if (index === 17)
    return done(way, () => act(way, "suspend", { note: "涉及正在进行的行政诉讼，待结案后恢复办理" }, later(random, way.at, 1, 3), office));
  if (index === 18) return done(way, () => metAndConcluded(way, later(random, way.at, 2, 5)));
  act(way, "appraise", { attitude: "SATISFIED", result: "BASIC", reasons: null }, later(random, way.at, 2, 5), deputy(way.lead));
  return way;
}

/** A town's suggestion: its presidium reviews and assigns to the town's government at once. */
function townWay(random: Random, text: SuggestionText, index: number): Way {
  const towns = ["shuoli", "shitai", "duanyuan"];
  const town = towns[index % towns.length]!;
  const deputies = mandates.filter((one) => one.level === "town" && one.township === town);
  const lead = deputies[(index * 5 + 3) % deputies.length]!;
  const local: SuggestionText = { ...text, unitKey: "county_town", coUnitKeys: [] };
  const way = beginWay({
    key: `town ${index}`,
    lead,
    text: local,
    reviewer: `${town}_presidium`,
    at: momentOn(day("2023-07-26"), 9 * 60 + index * 6),
    areaId: townshipArea(town),
  });
  const presidium = officer(`${town}_presidium`, "reviewer");
  act(way, "submit", {}, soon(way.at, 20), deputy(lead));
  if (index === 0) return way;
  act(way, "accept", { category: text.category, note: null }, later(random, way.at, 1, 2), presidium);
  act(
    way,
    "assign",
    { viaId: null, units: [{ unitId: organisationId(`${town}_office`), role: "LEAD", scope: null }], note: null },
    later(random, way.at, 1, 3),
    presidium,
  );
  if (index % 2 === 1) return way;
  handled(random, way, { days: 12, late: false });
  return way;
}
