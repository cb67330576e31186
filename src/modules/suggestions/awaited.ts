import type { DateISO } from "../../platform/clock/instant.ts";
import { type Awaited, runningClock } from "../../platform/lifecycle/awaited.ts";
import { type Case, openEscalation, openSupervision, type Part } from "./case.ts";
import { may, transitionOf, type VerbName, verbNames } from "./lifecycle.ts";
import type { Relation } from "./terms.ts";

const anyDay = "2000-01-01" as DateISO;

interface Holder {
  readonly relation: Relation;
  readonly holder: string;
  readonly part?: Part;
}

/** Everyone who can ever be waited for in a case: mandates, offices, and units by their newest part. */
function holders(of: Case): Holder[] {
  const found: Holder[] = of.signers.flatMap((signer): Holder[] => {
    const relation = signer.role === "lead" ? "lead" : signer.state === "invited" ? "invited" : "cosigner";
    return signer.state === "declined" ? [] : [{ relation, holder: signer.mandateId }];
  });
  for (const { mandateId } of of.mergedLeads) found.push({ relation: "merged_lead", holder: mandateId });
  if (of.submittedAt !== null) found.push({ relation: "reviewer", holder: of.reviewerId });
  if (of.forwarderId !== null) found.push({ relation: "forwarder", holder: of.forwarderId });
  for (const part of new Map(of.parts.map((part) => [part.unitId, part])).values())
    for (const relation of ["unit_officer", "unit_leader"] as const) found.push({ relation, holder: part.unitId, part });
  return found;
}

/**
 * What a case waits for and from whom, read off the life-cycle table. Mandates at rest are left out by whoever shows it.
 * Nothing of it depends on the day, so that it need not be made anew every morning; a test holds the table to that.
 */
export function awaitedIn(of: Case, today = anyDay): Awaited[] {
  const all = verbNames.flatMap((verb) => holders(of).flatMap((one) => (isWaitedFor(of, verb, one, today) ? [entry(of, verb, one)] : [])));
  // Officers and leaders of one unit share an entry; an office that is both reviewer and forwarder has one, too.
  return [...new Map(all.map((one) => [`${one.verb} ${one.holder}`, one])).values()];
}

function isWaitedFor(of: Case, verb: VerbName, { relation, holder, part }: Holder, today: DateISO): boolean {
  const { awaited } = transitionOf(verb);
  if (!awaited) return false;
  if (awaited !== true && !awaited(of, { relation, holder, partId: part?.id ?? null })) return false;
  return may(of, verb, { relations: [relation], part, today }) === undefined;
}

function entry(of: Case, verb: VerbName, { holder, part }: Holder): Awaited {
  const { by, within = [] } = transitionOf(verb);
  const leadersOnly = by.includes("unit_leader") && !by.includes("unit_officer");
  const partId = part?.id ?? null;
  const clock = runningClock(of.clocks, within, partId);
  const named = namedDay(of, verb, partId);
  const byClock = named === null || (clock !== undefined && clock.dueOn < named);
  return { verb, holder, leadersOnly, partId, clockId: byClock ? (clock?.id ?? null) : null, dueOn: byClock ? null : named };
}

/** A day that people named: of the next open promise of a part, by when its opinion is asked for, of the next supervision, of the meeting. */
function namedDay(of: Case, verb: VerbName, partId: string | null): DateISO | null {
  if (verb === "supervise") return openSupervision(of)?.nextOn ?? null;
  if (verb === "conclude_escalation") return openEscalation(of)?.plannedOn ?? null;
  const days = verb === "settle_commitment" ? promised(of, partId) : verb === "give_opinion" ? asked(of, partId) : [];
  return days.toSorted()[0] ?? null;
}

const promised = (of: Case, partId: string | null): DateISO[] =>
  of.commitments.filter((one) => one.partId === partId && one.state === "open").map(({ carriedTo, dueOn }) => carriedTo ?? dueOn);

const asked = (of: Case, partId: string | null): DateISO[] =>
  of.requests
    .filter((one) => one.kind === "co_opinion" && one.partId === partId && one.decision === null)
    .flatMap(({ dueOn }) => dueOn ?? []);
