import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant, shift } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { keyWords, likeness, wordsToLookUp } from "../../suggestions/index.ts";
import type { voiceContracts } from "../contract.ts";
import { alike, nearby, type PastHandling, recommended } from "../similarity.ts";
import { endStates } from "../terms.ts";
import { atStations } from "./at-stations.ts";
import { gistOf, labelOf } from "./label.ts";
import { lineColumns, lineOf, lineSources, type Row } from "./list.ts";
import { scopeOf } from "./scope.ts";

type Alike = z.input<(typeof voiceContracts)["similar"]["output"]>;
type Units = z.input<(typeof voiceContracts)["recommended"]["output"]>;

/** So many of the newest voices show how common a word is. */
const sampled = 1000;
/** So many voices of the same kind and place are read closely, the newest first. */
const mostCandidates = 400;
const mostShown = 10;
/** So many voices of the past are looked at for each word. */
const perWord = 300;
const mostPast = 80;

interface Subject {
  readonly id: string;
  readonly words: string;
  readonly category: string;
  readonly areaId: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly receivedAt: Instant;
  readonly receiverId: string;
}

/** Voices that may be of the same matter: same receiver, kind and place, not ended, with words in common; and why they are thought to be. */
export async function similarVoices(db: Db, actor: Actor, id: string, now: Instant): Promise<Alike | Refusal> {
  const at = await atStations(db, actor, dateIn(now));
  const of = await subjectOf(db, actor, id, at);
  if (!of) return notFound;
  const keys = await keysOf(db, actor.district, of);
  const [from, until] = [shift(dateIn(of.receivedAt), -nearby.days), shift(dateIn(of.receivedAt), nearby.days + 1)];
  const found = await sql<Subject>`
    select v.id, v.words, v.category, v.area_id, v.longitude, v.latitude, v.received_at, v.receiver_id
    from voice v
    where ${scopeOf(actor, at)} and v.receiver_id = ${of.receiverId} and v.category = ${of.category} and v.id <> ${id}
      and v.received_at >= ${from}::date and v.received_at < ${until}::date and v.status <> all(${[...endStates, "joined"]})
      and (v.area_id = ${of.areaId} or (v.latitude between ${(of.latitude ?? 999) - 0.003} and ${(of.latitude ?? 999) + 0.003}))
    order by v.received_at desc limit ${mostCandidates}`.execute(db);
  const likely = found.rows.flatMap((row) => {
    const wording = likeness(textOf(of), keys, textOf(row));
    const like = alike(placed(of), placed(row), wording);
    return like ? [{ id: row.id, like }] : [];
  });
  const shown = likely.toSorted((one, other) => other.like.points - one.like.points).slice(0, mostShown);
  const lines = await linesBeside(
    db,
    actor.district,
    id,
    shown.map((one) => one.id),
  );
  return {
    items: shown.flatMap(({ id: other, like: { points: _p, words, ...why } }) => {
      const line = lines.get(other);
      if (!line) return [];
      const { sameSpeaker, ...row } = line;
      return [{ ...lineOf(row), ...why, sameSpeaker, words: [...words], text: row.words }];
    }),
  };
}

/** The few that are shown, as lines of a list: whether the same telephone was given with this voice and with them. */
async function linesBeside(db: Db, district: string, id: string, others: readonly string[]) {
  if (others.length === 0) return new Map<string, Row & { readonly sameSpeaker: boolean }>();
  const found = await sql<Row & { readonly sameSpeaker: boolean }>`
    select ${lineColumns},
      exists (select 1 from voice_contact mine join voice_contact other on other.district = mine.district and other.phone_digest = mine.phone_digest
        where mine.district = v.district and mine.voice_id = ${id} and other.voice_id = v.id) as same_speaker
    from ${lineSources} where v.district = ${district} and v.id = any(${[...others]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** A voice has no heading: all of its words count as one. */
const textOf = ({ words, category }: Pick<Subject, "words" | "category">) => ({
  ...{ title: words, reason: "", proposal: "", category, areaId: null, unitIds: [] },
});
const placed = ({ receivedAt, ...row }: Pick<Subject, "category" | "areaId" | "longitude" | "latitude"> & { receivedAt: string }) => ({
  ...row,
  receivedOn: dateIn(receivedAt as Instant),
});

async function subjectOf(db: Db, actor: Actor, id: string, at: Awaited<ReturnType<typeof atStations>>): Promise<Subject | undefined> {
  const found = await sql<Subject>`
    select v.id, v.words, v.category, v.area_id, v.longitude, v.latitude, v.received_at, v.receiver_id
    from voice v where v.id = ${id} and ${scopeOf(actor, at)}`.execute(db);
  return found.rows[0];
}

/**
 * The words that tell this voice from others, by how rare they are among the newest of other places: when a whole village speaks of one
 * thing, its words do not become common by that.
 */
async function keysOf(db: Db, district: string, of: Subject) {
  const words = wordsToLookUp(textOf(of));
  const found = await sql<{ size: number; word: string | null; count: number }>`
    with newest as materialized (select lower(v.words collate "C") as text from voice v
      where v.district = ${district} and v.area_id <> ${of.areaId} order by v.received_at desc, v.id desc limit ${sampled})
    select (select count(*) from newest) as size, w.word, (select count(*) from newest n where strpos(n.text, w.word) > 0) as count
    from unnest(${words}::text[]) as w (word)`.execute(db);
  const sample = { size: found.rows[0]?.size ?? 0, found: new Map(found.rows.map(({ word, count }) => [word ?? "", count])) };
  return keyWords(textOf(of), sample);
}

/** Units to which voices like this one went, in the actor's sight, with those voices. */
export async function recommendedUnits(db: Db, actor: Actor, id: string, now: Instant): Promise<Units | Refusal> {
  const at = await atStations(db, actor, dateIn(now));
  const of = await subjectOf(db, actor, id, at);
  if (!of) return notFound;
  const keys = await keysOf(db, actor.district, of);
  if (keys.length === 0) return { items: [] };
  const found = await sql<Row & { readonly id: string; readonly unitId: string; readonly handedBack: boolean; readonly solved: boolean }>`
    with hit as (
      select h.id, sum(w.worth) as worth from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as w (word text, worth float8)
      cross join lateral (select v.id from voice v where v.district = ${actor.district} and v.category = ${of.category}
        and bigrams(v.words) @> (select bigrams(w.word)) and v.id <> ${id} and ${scopeOf(actor, at)} limit ${perWord}) h
      group by h.id order by worth desc, h.id desc limit ${mostPast}),
    went as (
      select distinct on (t.subject_id, unit) t.subject_id, t.data ->> 'unitId' as unit, t.verb = 'hand_back' as handed_back
      from hit join voice_step t on t.district = ${actor.district} and t.subject_id = hit.id and t.verb in ('route', 'hand_back')
      order by t.subject_id, unit, t.position desc)
    select ${lineColumns}, went.unit as unit_id, went.handed_back,
      coalesce((select bool_or(r.solved) from voice_answer r where r.district = v.district and r.voice_id = v.id), false) as solved
    from went join ${lineSources} on v.district = ${actor.district} and v.id = went.subject_id`.execute(db);
  const past = found.rows.flatMap((row): PastHandling[] => {
    const wording = likeness(textOf(of), keys, textOf(row));
    return wording ? [{ voiceId: row.id, unitId: row.unitId, points: wording.points, handedBack: row.handedBack, solved: row.solved }] : [];
  });
  const units = recommended(past);
  const names = await unitNames(
    db,
    actor.district,
    units.map(({ unitId }) => unitId),
  );
  const lines = new Map(found.rows.map((row) => [row.id, row]));
  return {
    items: units.flatMap(({ unitId, voices, ...counts }) => {
      const name = names.get(unitId);
      if (name === undefined) return [];
      const told = voices.flatMap(({ voiceId, handedBack }) => {
        const row = lines.get(voiceId);
        return row ? [{ id: row.id, label: labelOf(row), gist: gistOf(row.words), status: row.status, handedBack }] : [];
      });
      return [{ unit: { id: unitId, name }, ...counts, voices: told }];
    }),
  };
}

/** Names of those that can still be given something to handle. */
async function unitNames(db: Db, district: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, short_name as name from organisation where district = ${district} and id = any(${[...ids]}::uuid[]) and dissolved_on is null`.execute(
    db,
  );
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
