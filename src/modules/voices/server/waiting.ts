import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { awaitedFaults } from "../../../platform/ledger/awaited.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import { awaitedIn } from "../awaited.ts";
import { table, transitionOf, voiceVerbs } from "../lifecycle.ts";
import { endStates } from "../terms.ts";
import { subjectType } from "../voice.ts";
import { atStations } from "./at-stations.ts";
import { gistOf, labelOf } from "./label.ts";
import { scopeOf } from "./scope.ts";
import { loadVoice } from "./store.ts";

/** Voices in a few words, as far as the actor may see them; where they come from is a place, never a person. */
export async function voiceLines(db: Db, actor: Actor, ids: readonly string[], today: DateISO) {
  const at = await atStations(db, actor, today);
  const found = await sql<Parameters<typeof labelOf>[0] & { id: string; words: string; status: string; from: string }>`
    select v.id, v.words, v.number, v.number_year, v.status, coalesce(s.name, a.name) as from
    from voice v join area a on a.district = v.district and a.id = v.area_id
    left join station s on s.district = v.district and s.id = v.station_id
    where v.id = any(${ids}::uuid[]) and ${scopeOf(actor, at)}`.execute(db);
  return found.rows.map(({ id, words, status, from, ...numbered }) => ({
    id,
    title: gistOf(words),
    status,
    from,
    label: labelOf(numbered),
  }));
}

/** What waits for somebody who had no hand in the answer. */
const unbiased = voiceVerbs.filter((verb) => {
  const { awaited, by } = transitionOf(verb);
  return awaited && by.every((relation) => relation === "visitor");
});

/** Entries `a` of the to-do lists in which the actor had a hand, so that somebody else asks; the SQL twin of what makes a visitor. */
export function answeredForBy(actor: Actor): RawBuilder<boolean> {
  const mandates = actor.mandates.map(({ id }) => id);
  return sql<boolean>`(a.verb = any(${unbiased}) and exists (select 1 from voice v
    left join voice_answer w on w.district = v.district and w.voice_id = v.id and w.round = v.round
    where v.district = a.district and v.id = a.subject_id and (v.unit_id = any(${organisationsAs(actor, "officer", "leader")}::uuid[])
      or v.taker_id = any(${mandates}::uuid[]) or w.by_person = ${actor.person})))`;
}

/** Voices `subject` in which the actor may urge others. */
export function urgeableVoices(actor: Actor, subject: RawBuilder<unknown>): RawBuilder<boolean> {
  const receiver = worksIn(actor, "deputy_office")
    ? sql`true`
    : sql`v.receiver_id = any(${organisationsAs(actor, "officer", "leader")}::uuid[])`;
  return sql<boolean>`exists (select 1 from voice v where v.district = ${actor.district} and v.id = ${subject}
    and v.status = any(${table.urge.from}) and ${receiver})`;
}

/** The verb that a fact tells of. */
export const voiceVerb = (fact: string): string | undefined =>
  voiceVerbs.find((verb) => table[verb].tells === fact) ?? (fact === "voice.received" ? "begin" : undefined);

/** Holds the to-do lists against the voices they were made from. */
export async function waitingFaults(db: Db, district: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from voice where district = ${district} and status <> all(${[...endStates]})
    union select subject_id from awaited where district = ${district} and subject_type = ${subjectType}`.execute(db);
  const expected = new Map<string, readonly Awaited[]>();
  for (const { id } of found.rows) {
    const of = await loadVoice(db, district, id);
    if (of) expected.set(id, awaitedIn(of));
  }
  return awaitedFaults(db, { district, subjectType }, expected);
}
