import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { awaitedFaults, keepAwaited } from "../../../platform/ledger/awaited.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import type { Sweep } from "../../../platform/module.ts";
import { type Actor, organisationsAs } from "../../identity/index.ts";
import { awaitedIn } from "../awaited.ts";
import { subjectType } from "../clockwork.ts";
import { labelOf } from "../label.ts";
import { table, type VerbName } from "../lifecycle.ts";
import { loadCase, lockCase } from "./load.ts";
import { scopeOf, seenStatusIn } from "./scope.ts";

/** Cases in a few words, as far as the actor may see them. */
export async function suggestionLines(db: Db, actor: Actor, ids: readonly string[]) {
  const found = await sql<Parameters<typeof labelOf>[0] & { id: string; title: string; status: string; from: string }>`
    select s.id, s.title, s.number, s.number_year, n.session_no, c.congress_no, ${seenStatusIn(actor)} as status, p.name as from
    from suggestion s
    join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id
    join suggestion_signer g on g.district = s.district and g.suggestion_id = s.id and g.role = 'lead'
    join mandate m on m.district = g.district and m.id = g.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where s.id = any(${ids}::uuid[]) and ${scopeOf(actor)}`.execute(db);
  return found.rows.map(({ id, title, status, from, ...numbered }) => ({ id, title, status, from, label: labelOf(numbered) }));
}

/** Cases `subject` in which the actor may urge others. */
export function urgeableSuggestions(actor: Actor, subject: RawBuilder<unknown>): RawBuilder<boolean> {
  const offices = organisationsAs(actor, "officer", "leader");
  return sql<boolean>`exists (select 1 from suggestion s where s.district = ${actor.district} and s.id = ${subject}
    and s.status = any(${table.urge.from}) and s.submitted_at is not null
    and (s.reviewer_id = any(${offices}::uuid[]) or s.forwarder_id = any(${offices}::uuid[])))`;
}

/** The verb that a fact tells of. */
export const suggestionVerb = (fact: string): string | undefined =>
  (Object.keys(table) as VerbName[]).find((verb) => table[verb].tells === fact) ?? (fact === "suggestion.drafted" ? "begin" : undefined);

/** Holds the to-do lists against the cases they were made from. */
export async function waitingFaults(db: Db, district: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from suggestion where district = ${district} and status not in ('letter', 'merged', 'withdrawn', 'struck_off', 'archived')
    union select subject_id from awaited where district = ${district} and subject_type = ${subjectType}`.execute(db);
  const expected = new Map<string, readonly Awaited[]>();
  for (const { id } of found.rows) {
    const of = await loadCase(db, district, id);
    if (of) expected.set(id, awaitedIn(of));
  }
  return awaitedFaults(db, { district, subjectType }, expected);
}

/** Once after each start: what was under way before there were to-do lists comes onto them. */
export function keepWaiting(): Sweep {
  let done = false;
  return {
    name: "suggestions.keep_waiting",
    async run(database, now) {
      if (done) return;
      const found = await sql<{ district: string; id: string }>`select s.district, s.id from suggestion s
      where s.status not in ('letter', 'merged', 'withdrawn', 'suspended', 'struck_off', 'archived')
        and not exists (select 1 from awaited a where a.district = s.district and a.subject_type = ${subjectType} and a.subject_id = s.id)`.execute(
        database.read,
      );
      for (const { district, id } of found.rows) await database.write((tx) => keepOne(tx, district, id, now));
      done = true;
    },
  };
}

async function keepOne(tx: Tx, district: string, id: string, now: Instant): Promise<void> {
  const of = (await lockCase(tx, district, id)) ? await loadCase(tx, district, id) : undefined;
  if (of) await keepAwaited(tx, { district, subjectType, subjectId: id }, awaitedIn(of), now);
}
