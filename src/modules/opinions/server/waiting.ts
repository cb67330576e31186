import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { awaitedFaults, keepAwaited } from "../../../platform/ledger/awaited.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import type { Sweep } from "../../../platform/module.ts";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import { awaitedIn } from "../awaited.ts";
import { opinionVerbs, table } from "../lifecycle.ts";
import { subjectType } from "../opinion.ts";
import { labelOf, scopeOf } from "./list.ts";
import { loadOpinion, lockOpinion } from "./store.ts";

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

/** Once after each start: what was under way before there were to-do lists comes onto them. */
export function keepWaiting(): Sweep {
  let done = false;
  return {
    name: "opinions.keep_waiting",
    async run(database, now) {
      if (done) return;
      const found = await sql<{
        district: string;
        id: string;
      }>`select o.district, o.id from opinion o where o.status not in ('declined', 'upgraded', 'closed', 'withdrawn')
      and not exists (select 1 from awaited a where a.district = o.district and a.subject_type = ${subjectType} and a.subject_id = o.id)`.execute(
        database.read,
      );
      for (const { district, id } of found.rows) await database.write((tx) => keepOne(tx, district, id, now));
      done = true;
    },
  };
}

async function keepOne(tx: Tx, district: string, id: string, now: Instant): Promise<void> {
  const of = await lockOpinion(tx, district, id);
  if (of) await keepAwaited(tx, { district, subjectType, subjectId: id }, awaitedIn(of), now);
}
