import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { type Actor, peopleBehind } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import type { VoiceVerb } from "../lifecycle.ts";
import type { VoiceRelation } from "../terms.ts";
import { seesStep } from "../visibility.ts";
import { atStationOf, atStations } from "./at-stations.ts";
import { gistOf, labelOf } from "./label.ts";
import { scopeOf } from "./scope.ts";
import { loadVoice } from "./store.ts";

/**
 * Whom a voice concerns today, and what each is to it; whoever did the step is left out, and so is whoever may not know of it.
 * Undefined where there is none.
 */
export async function concernedWithVoice(db: Db, district: string, id: string, stepId: string | null, today: DateISO) {
  const of = await loadVoice(db, district, id);
  if (!of) return undefined;
  const step = await sql<{ byAccount: string | null; verb: VoiceVerb | "begin"; round: number }>`
    select by_account, verb, coalesce((data ->> 'round')::integer, 1) as round from voice_step
    where district = ${district} and id = ${stepId}`.execute(db);
  const [done] = step.rows;
  const organisations = [of.receiverId, of.unitId].filter((one) => one !== null);
  const mandates = [of.mandateId, of.takerId].filter((one) => one !== null);
  const people = await peopleBehind(db, district, { mandates, organisations }, today);
  const told: { account: string; relations: readonly VoiceRelation[]; partIds: readonly string[] }[] = [];
  for (const person of people) {
    const doer = standingOf(person, await atStationOf(db, person, of.stationId, today), of);
    if (!doer.sees || doer.account === done?.byAccount || (done && !seesStep(of, done, doer))) continue;
    told.push({ account: doer.account ?? "", relations: doer.relations, partIds: [] });
  }
  return { label: labelOf(of), partId: null, people: told };
}

/** Labels and first words of those among these voices that the actor may see. */
export async function voiceHeadings(db: Db, actor: Actor, ids: readonly string[], today: DateISO) {
  const at = await atStations(db, actor, today);
  const found = await sql<{ id: string; words: string; number: number | null; numberYear: number | null }>`
    select v.id, v.words, v.number, v.number_year from voice v where ${scopeOf(actor, at)} and v.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows.map((row) => ({ id: row.id, title: gistOf(row.words), label: labelOf(row) }));
}
