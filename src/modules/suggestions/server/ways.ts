import { type RawBuilder, sql } from "kysely";
import { type Actor, mandatesInForce } from "../../identity/index.ts";
import { type CaseState, caseStates, unpublished } from "../terms.ts";
import { officesOf } from "./scope.ts";
import { mergedInto, ownCases } from "./sums.ts";

/** One way by which cases `s` come into someone's sight, such that an index has them in the order of a list. */
export interface Way {
  readonly where: RawBuilder<unknown>;
  /** The due day that he is shown of them. */
  readonly due: RawBuilder<unknown>;
  /** He handles them, and is not shown that they were appraised. */
  readonly handles: boolean;
}

/** A day after all others, for what has none: the indexes have it so. */
const never = sql`date '9999-12-31'`;
export const dueColumn = sql`coalesce(s.due_on, ${never})`;
const handlersColumn = sql`coalesce(s.handlers_due_on, ${never})`;

/**
 * The ways of an actor, which together are his scope; a case can come by several. Undefined for someone who has both offices
 * and mandates, or nothing: his lists are read through his scope as a whole.
 */
export function waysOf(actor: Actor): readonly Way[] | undefined {
  const offices = officesOf(actor);
  if (offices.length > 0 && actor.mandates.length > 0) return undefined;
  if (offices.length > 0) return officeWays(actor.district, offices);
  return actor.mandates.length > 0 ? deputyWays(actor) : undefined;
}

function officeWays(district: string, offices: readonly string[]): Way[] {
  const others = sql`s.district = ${district} and s.reviewer_id <> all(${[...offices]}::uuid[])`;
  return offices.flatMap((office): Way[] => [
    { where: sql`s.district = ${district} and s.reviewer_id = ${office} and s.submitted_at is not null`, due: dueColumn, handles: false },
    { where: sql`${others} and s.forwarder_id = ${office}`, due: handlersColumn, handles: true },
    {
      where: sql`${others} and s.id in (select p.suggestion_id from suggestion_part p where p.district = ${district} and p.unit_id = ${office})`,
      ...{ due: handlersColumn, handles: true },
    },
  ]);
}

function deputyWays(actor: Actor): Way[] {
  const acting = mandatesInForce(actor);
  const held = actor.mandates.map((mandate) => mandate.id);
  const way = (where: RawBuilder<unknown>): Way => ({
    where: sql`s.district = ${actor.district} and ${where}`,
    due: dueColumn,
    handles: false,
  });
  return [
    way(
      sql`s.id in (${ownCases(actor.district, held)} union ${mergedInto(
        actor.district,
        acting.map((mandate) => mandate.id),
      )})`,
    ),
    ...acting.map(({ congressId }) =>
      way(sql`s.congress_id = ${congressId} and not s.confidential and s.status <> all(${[...unpublished]})`),
    ),
  ];
}

/** The states in which cases truly are that are seen in one of `seen`; to be asked together with `seenIn`. */
export function trueStates({ handles }: Way, seen: readonly CaseState[]): readonly CaseState[] {
  const wanted = seen.length > 0 ? seen : caseStates;
  return handles && wanted.includes("replied") ? [...new Set([...wanted, "appraised" as const])] : wanted;
}

/** Whether a case that came this way is seen in one of these states. */
export function seenIn({ handles }: Way, seen: readonly CaseState[]): RawBuilder<unknown> {
  if (seen.length === 0) return sql`true`;
  const status = handles
    ? sql`case when s.status = 'appraised' and s.escalated_round < s.round then 'replied' else s.status end`
    : sql`s.status`;
  return sql`${status} = any(${[...seen]})`;
}
