import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { type Actor, organisationsAs } from "../../identity/index.ts";
import { unpublished } from "../terms.ts";

/** The organisations for which the actor can act in a case, each once. */
export const officesOf = (actor: Actor): string[] => [...new Set(organisationsAs(actor, "officer", "leader"))];

/** The SQL twin of `standingOf`: which cases `s` the actor may see. A test holds the two against each other. */
export function scopeOf(actor: Actor): RawBuilder<boolean> {
  const held = actor.mandates.map((mandate) => mandate.id);
  const acting = actor.mandates.filter((mandate) => mandate.status === "in_force");
  const offices = officesOf(actor);
  const ways: RawBuilder<unknown>[] = [sql`false`];
  if (held.length > 0)
    ways.push(
      sql`exists (select 1 from suggestion_signer g where g.district = s.district and g.suggestion_id = s.id and g.mandate_id = any(${held}::uuid[]))`,
    );
  if (acting.length > 0) {
    const ids = acting.map((mandate) => mandate.id);
    const congresses = acting.map((mandate) => mandate.congressId);
    ways.push(sql`(s.congress_id = any(${congresses}::uuid[]) and not s.confidential and s.status <> all(${[...unpublished]}))`);
    ways.push(sql`exists (select 1 from suggestion o join suggestion_signer g on g.district = o.district and g.suggestion_id = o.id and g.role = 'lead'
      where o.district = s.district and o.merged_into_id = s.id and o.status = 'merged' and g.mandate_id = any(${ids}::uuid[]))`);
  }
  if (offices.length > 0) {
    ways.push(sql`(s.reviewer_id = any(${offices}::uuid[]) and s.submitted_at is not null)`);
    ways.push(sql`s.forwarder_id = any(${offices}::uuid[])`);
    ways.push(
      sql`exists (select 1 from suggestion_part p where p.district = s.district and p.suggestion_id = s.id and p.unit_id = any(${offices}::uuid[]))`,
    );
  }
  return sql<boolean>`(s.district = ${actor.district} and (${sql.join(ways, sql` or `)}))`;
}

/** The state as the actor sees it: to a handler an appraised case is still a replied one, in lists and filters too. */
export function seenStatusIn(actor: Actor): RawBuilder<string> {
  const offices = officesOf(actor);
  if (offices.length === 0) return sql<string>`s.status`;
  return sql<string>`case when s.status = 'appraised' and s.escalated_round < s.round and s.reviewer_id <> all(${offices}::uuid[])
    and (coalesce(s.forwarder_id = any(${offices}::uuid[]), false)
      or exists (select 1 from suggestion_part p where p.district = s.district and p.suggestion_id = s.id and p.unit_id = any(${offices}::uuid[])))
    then 'replied' else s.status end`;
}

/** The nearest due day as the actor sees it: a handler is not shown the limits of the appraisal. */
export function dueSeenBy(actor: Actor): RawBuilder<DateISO | null> {
  const offices = officesOf(actor);
  if (offices.length === 0) return sql<DateISO | null>`s.due_on`;
  return sql<DateISO | null>`case when s.reviewer_id = any(${offices}::uuid[]) then s.due_on else s.handlers_due_on end`;
}
