import type { Edition, Plan, PlanItem, Planner } from "../../src/modules/activities/plan.ts";
import type { PlanVerb } from "../../src/modules/activities/plan-lifecycle.ts";
import { awaitedInPlan, begunPlan, playPlan } from "../../src/modules/activities/plan-play.ts";
import { byMonth } from "../../src/modules/activities/plan-verbs.ts";
import { activityKinds } from "../../src/modules/activities/rule-definitions.ts";
import { type DateISO, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { campaigns } from "./campaigns.ts";
import { idAt, idOf } from "./ids.ts";
import { organisationId, receiverOf } from "./organisations.ts";
import { type Group, groups, mandates, staffOf } from "./people.ts";
import { accountOf } from "./personas.ts";
import { district, townships, villagesOf } from "./places.ts";
import { workdayFrom } from "./rosters.ts";
import { aims, amendments, byField, chosen, type Planned, returned, sixVisits, yearly } from "./texts/plan-texts.ts";
import { type Random, randomFrom } from "./texts/random.ts";

/** The plan of a group on its way through the world, with all that it leaves behind. */
export interface Scheme {
  thing: Plan;
  readonly editions: Edition[];
  readonly steps: Step[];
  readonly facts: Fact[];
}

const officeId = organisationId("deputy_office");
const kinds = new Set(activityKinds.value.map(({ code }) => code));
const known = new Set(campaigns.map(({ id }) => id));
const at = (day: string, hour: number): Instant => momentOn(workdayFrom(day), hour * 60);

/** How far the amendment of this year's plan has come, by the place of its group; the others stand as they were published. */
const amended: Readonly<Record<number, readonly PlanVerb[]>> = {
  1: ["amend", "revise", "submit", "approve", "publish"],
  4: ["amend", "revise"],
  5: ["amend", "revise", "submit"],
  9: ["amend", "revise", "submit", "approve"],
  10: ["amend", "revise", "submit"],
};
/** Groups that have begun next year's plan early, and how it fared. */
const early: Readonly<Record<number, readonly PlanVerb[]>> = { 0: [], 6: ["submit", "return"], 13: ["submit"] };

/** Every group's plans of the world's two years, and a few of the year to come. */
export function schemes(): Scheme[] {
  const random = randomFrom("plans");
  return groups.flatMap((group, place) => {
    const first = passed(random, group, 2022, place);
    const second = passed(random, group, 2023, place);
    walk(second, group, amended[place] ?? [], shift("2023-08-14" as DateISO, place), amendments[place % amendments.length]!);
    const next = early[place];
    if (!next) return [first, second];
    const third = begun(random, group, 2024, at("2023-09-11", 9 + (place % 6)));
    walk(third, group, next, "2023-09-13" as DateISO, returned);
    return [first, second, third];
  });
}

/** A plan that was published in the spring of its year. */
function passed(random: Random, group: Group, year: number, place: number): Scheme {
  const scheme = begun(random, group, year, at(`${year}-01-${17 + (place % 5)}`, 9));
  walk(scheme, group, ["submit", "approve", "publish"], shift(`${year}-02-08` as DateISO, place % 6), "");
  return scheme;
}

/** Verbs every few days, each by whom it belongs to. */
function walk(scheme: Scheme, group: Group, verbs: readonly PlanVerb[], from: DateISO, why: string): void {
  verbs.forEach((verb, index) => {
    const now = at(shift(from, index * 4), 9 + index);
    const { items, aim, version } = scheme.thing;
    const input =
      verb === "revise"
        ? { seen: version, aim, items: [...items, added(scheme.thing, group)] }
        : { note: verb === "amend" || verb === "return" ? why : null };
    act(scheme, verb, input, now, doerOf(verb, group));
  });
}

/** The activity that an amendment brings. */
const added = ({ id }: Plan, group: Group) => ({
  ...{ id: null, theme: "年中新增民生实事项目推进情况视察", kind: "inspection", fromMonth: 10, toMonth: 10 },
  ...{ place: placeOf("village", group, Number.parseInt(id.slice(-4), 16)), campaignId: null, concern: "新增项目的选址和工期群众不清楚" },
  ...{ deputies: 10, remarks: null },
});

const member = (group: Group) => mandates.find(({ groupId }) => groupId === group.id)!;
const reviewerOf = ({ township }: Group): string => (township ? receiverOf(township) : officeId);

function doerOf(verb: PlanVerb, group: Group): Planner {
  const { id, personId } = member(group);
  const [reviewerId, organ] = [reviewerOf(group), group.township];
  const town = townships.find(({ key }) => key === organ)?.kind === "town";
  const reviewer = staffOf(organ ? `${organ}_${town ? "presidium" : "committee"}` : "deputy_office", "officer");
  const hand = (person: string, relation: "group" | "reviewer" | "office", actsFor: string): Planner => ({
    ...{ account: accountOf(person), person, relations: [relation], actsFor: { [relation]: actsFor } },
  });
  if (verb === "approve" || verb === "return") return hand(reviewer, "reviewer", reviewerId);
  if (verb === "publish") return hand(staffOf("deputy_office", "officer"), "office", officeId);
  return hand(personId, "group", id);
}

function act(scheme: Scheme, verb: PlanVerb, input: object, now: Instant, doer: Planner): void {
  const { thing } = scheme;
  let ids = 0;
  const newId = () => idAt(now, `${thing.id} ${thing.version} ${ids++}`);
  const stage = { district, officeId, newId, reviewerId: thing.reviewerId };
  const played = playPlan(
    { ...stage, isKind: (code) => kinds.has(code), isCampaign: (id) => known.has(id) },
    ...([thing, verb, input, doer, now] as const),
  );
  if (isRefusal(played)) throw new Error(`${verb} of ${thing.id} at ${now}: ${JSON.stringify(played)}`);
  scheme.thing = played.after;
  scheme.editions.push(...(played.change.editions ?? []));
  scheme.steps.push(played.step);
  scheme.facts.push(played.fact);
}

function begun(random: Random, group: Group, year: number, now: Instant): Scheme {
  const { id: drafterId, personId } = member(group);
  const id = idAt(now, `plan ${group.id} ${year}`);
  let ids = 0;
  const newId = () => idAt(now, `${id} ${ids++}`);
  const items = byMonth(wanted(random, group, year).map((one, index) => itemOf(random, one, group, idAt(now, `${id} item ${index}`))));
  const paper = { id, groupId: group.id, year, reviewerId: reviewerOf(group), drafterId, aim: random.pick(aims), items };
  const by = { account: accountOf(personId), person: personId, actingFor: drafterId };
  const { after, step, fact } = begunPlan({ district, newId }, paper, by, now);
  return { thing: after, editions: [], steps: [step], facts: [fact] };
}

function wanted(random: Random, group: Group, year: number): readonly Planned[] {
  // The six visits took place in one summer; in another year there is nothing to tie an activity to.
  const inTime = ({ campaign }: Planned) => campaign !== "six visits" || year === 2023;
  const own = group.field ? (byField[group.field] ?? []) : [...random.shuffle(chosen).slice(0, random.int(3, 5)), sixVisits];
  return [...yearly, ...own].filter(inTime);
}

function itemOf(random: Random, { months, campaign, place, ...one }: Planned, group: Group, id: string): PlanItem {
  const [fromMonth, toMonth] = months;
  return {
    ...{ id, theme: one.theme, kind: one.kind, fromMonth, toMonth, place: placeOf(place, group, random.int(0, 30)) },
    ...{ campaignId: campaign ? idOf(`campaign ${campaign}`) : null, concern: one.concern ?? null },
    ...{ deputies: one.deputies ?? null, remarks: one.remarks ?? null },
  };
}

function placeOf(place: Planned["place"], { township }: Group, index: number): string | null {
  if (!place || !township) return place ? "区人大常委会会议室" : null;
  const { short } = townships.find(({ key }) => key === township)!;
  const villages = villagesOf(township);
  const village = villages[index % villages.length]!.name;
  return { village, station: `${village}代表活动室`, office: `${short}人大会议室` }[place];
}

export const awaitedOfSchemes = (all: readonly Scheme[]) =>
  all.flatMap(({ thing, steps }) =>
    awaitedInPlan(thing, officeId).map((one) => ({
      ...{ subjectType: "activity_plan", subjectId: thing.id, ...one, since: steps.at(-1)!.at, urgedAt: null },
    })),
  );
