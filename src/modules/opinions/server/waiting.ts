import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { awaitedFaults } from "../../../platform/ledger/awaited.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import { awaitedIn } from "../awaited.ts";
import { opinionVerbs, table } from "../lifecycle.ts";
import { subjectType } from "../opinion.ts";
import { labelOf, scopeOf } from "./list.ts";
import { loadOpinion } from "./store.ts";

/** Opinions in a few words, as far as the actor may see them. */
export async function opinionLines(db: Db, actor: Actor, ids: readonly string[]) {
  const found = await sql<Parameters<typeof labelOf>[0] & { id: string; title: string; status: string; from: string }>`
    select o.id, o.title, o.number, o.number_year, o.status, p.name as from
    from opinion o
    join mandate m on m.district = o.district and m.id = o.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where o.id = any(${ids}::uuid[]) and ${scopeOf(actor)}`.execute(db);
  return found.rows.map(({ id, title, status, from, ...numbered }) => ({ id, title, status, from, label: labelOf(numbered) }));
}

/** Opinions `subject` in which the actor may urge others. */
export function urgeableOpinions(actor: Actor, subject: RawBuilder<unknown>): RawBuilder<boolean> {
  const receiver = worksIn(actor, "deputy_office")
    ? sql`true`
    : sql`o.receiver_id = any(${organisationsAs(actor, "officer", "leader")}::uuid[])`;
  return sql<boolean>`exists (select 1 from opinion o where o.district = ${actor.district} and o.id = ${subject}
    and o.status = any(${table.urge.from}) and ${receiver})`;
}

/** The verb that a fact tells of. */
export const opinionVerb = (fact: string): string | undefined =>
  opinionVerbs.find((verb) => table[verb].tells === fact) ?? (fact === "opinion.submitted" ? "begin" : undefined);

/** Holds the to-do lists against the opinions they were made from. */
export async function waitingFaults(db: Db, district: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from opinion where district = ${district} and status not in ('declined', 'upgraded', 'closed', 'withdrawn')
    union select subject_id from awaited where district = ${district} and subject_type = ${subjectType}`.execute(db);
  const expected = new Map<string, readonly Awaited[]>();
  for (const { id } of found.rows) {
    const of = await loadOpinion(db, district, id);
    if (of) expected.set(id, awaitedIn(of));
  }
  return awaitedFaults(db, { district, subjectType }, expected);
}
