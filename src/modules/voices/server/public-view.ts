import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf } from "../../../platform/files/attachments.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { stepsOf } from "../../../platform/ledger/steps.ts";
import type { PublicHop } from "../../../platform/lifecycle/public-hop.ts";
import { publicThreadOfOpinion } from "../../opinions/index.ts";
import { categories, publicThreadOfSuggestion } from "../../suggestions/index.ts";
import { voter } from "../access.ts";
import { offers, type VoiceVerb } from "../lifecycle.ts";
import type { ThreadView } from "../public-contract.ts";
import { elsewhere } from "../rule-definitions.ts";
import type { VoiceState } from "../terms.ts";
import { currentAnswer, subjectType, type Voice } from "../voice.ts";
import { labelOf } from "./label.ts";
import { kept, loadVoice } from "./store.ts";
import type { Parts } from "./writing.ts";

export type Thread = z.input<typeof ThreadView>;
type Hop = Thread["hops"][number];
type Step = Awaited<ReturnType<typeof stepsOf<VoiceState, VoiceVerb>>>[number];

/** Steps of his own voice that a voter may know. Urging, tries to meet him and the opening of his telephone are the house's affair. */
const told: readonly (VoiceVerb | "begin")[] = [
  ...(["begin", "direct", "join", "separate", "answer_at_once", "route", "take_up", "put_back", "hand_back", "report_progress"] as const),
  ...(["extend", "answer", "revisit", "appraise", "end_unreached", "end_unheard", "add_words", "reopen", "become_opinion"] as const),
  ...(["become_suggestion", "propose_project", "propose_lead", "conclude", "follow_end", "withdraw", "open_contact"] as const),
];
/** Steps whose note is written for the voter to read; every other note stays in the house. */
const toldInWords: readonly VoiceVerb[] = ["direct", "report_progress", "extend"];
const own = ["add_words", "appraise", "reopen", "withdraw"] as const;

interface Reading {
  readonly db: Db;
  readonly parts: Pick<Parts, "statutes">;
  readonly words: Words;
  readonly now: Instant;
}

/**
 * The one thread of a voice, for whoever holds its receipt: voice → the voice it joined → opinion → suggestion, step by step in plain
 * words. Field by field from allow-lists: no name and no telephone of anybody who spoke, of offices and public mandates only.
 */
export async function threadOf({ db, parts, words, now }: Reading, district: string, id: string): Promise<Thread | undefined> {
  const of = await loadVoice(db, district, id);
  if (!of) return undefined;
  const head = of.joinedTo === null ? of : ((await headOf(db, district, of.joinedTo)) ?? of);
  const joined = head.id !== of.id;
  const statute = await parts.statutes.of(db, district);
  const ways = new Map(statute.rule(elsewhere, dateIn(now)).value.map(({ code, name, where }) => [code, `${name}：${where}`]));
  const names = new Map(statute.rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
  const mine = await hopsOf(db, district, of, { of: "voice", words, ways });
  const theirs = joined ? await hopsOf(db, district, head, { of: "joined_voice", words, ways }) : [];
  const grown = await grownHops(db, district, head, words);
  const hops = [...mine, ...theirs, ...grown].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const answer = currentAnswer(head) ?? head.answers.at(-1);
  const running = head.clocks.filter(({ stoppedOn }) => stoppedOn === null).map(({ dueOn }) => dueOn);
  const files = await attachmentsOf(db, district, { subjectType, subjectId: id });
  const photos = [...files.values()].filter(({ width }) => width !== null);
  const can = offers(of, voter.relations).can.filter((verb) => own.some((one) => one === verb));
  return {
    ...(await around(db, district, of)),
    ...{ label: labelOf(of), words: of.words, category: names.get(of.category) ?? of.category, place: of.place, spokenAt: of.spokenAt },
    ...{ status: head.status, statusSaid: words(`voice.public.status.${head.status}`), dueOn: running.toSorted()[0] ?? null },
    together: head.joiners + 1,
    hops,
    answer: answer ? { ...(await answered(db, district, head, answer.answer)), ...judged(answer, joined) } : null,
    photos: photos.map(({ id: photo, name, width, height }) => ({ id: photo, name, width, height })),
    can: can as Thread["can"],
  };
}

/** What the answer says, and of a voice that grew into an opinion, what was answered there. */
async function answered(db: Db, district: string, of: Voice, answer: string | null) {
  if (answer !== null || of.opinionId === null) return { answer };
  return { answer: (await publicThreadOfOpinion(db, district, of.opinionId))?.answer ?? null };
}

/** What was judged is told to whoever judged; those who joined read the answer, not another's word on it. */
const judged = ({ solved, answeredOn, grade, gradeReasons }: Voice["answers"][number], joined: boolean) => ({
  ...{ solved, answeredOn, grade: joined ? null : grade, gradeReasons: joined ? null : gradeReasons },
});

/** The voice at the end of a chain of joinings. */
async function headOf(db: Db, district: string, id: string): Promise<Voice | undefined> {
  const found = await loadVoice(db, district, id);
  return found?.joinedTo ? headOf(db, district, found.joinedTo) : found;
}

interface Telling {
  readonly of: "voice" | "joined_voice";
  readonly words: Words;
  readonly ways: ReadonlyMap<string, string>;
}

async function hopsOf(db: Db, district: string, of: Voice, { of: whose, words, ways }: Telling): Promise<Hop[]> {
  const all = await stepsOf<VoiceState, VoiceVerb>(db, kept, district, of.id);
  const strange: readonly string[] = ["begin", "add_words", "appraise", "reopen", "revisit", "open_contact"];
  const steps = all.filter(({ verb }) => told.includes(verb) && (whose === "voice" || !strange.includes(verb)));
  const names = await publicNames(
    db,
    district,
    steps.map(({ actingFor }) => actingFor),
  );
  return steps.map((step) => ({
    ...{ at: step.at, of: whose, verb: step.verb, said: words(`voice.public.${step.verb}`) },
    by: step.byAccount === null ? null : (names.get(step.actingFor ?? "") ?? null),
    words: wordsFor(step, of, ways),
  }));
}

function wordsFor({ verb, note, data }: Step, of: Voice, ways: ReadonlyMap<string, string>): string | null {
  if (verb === "direct") return [ways.get(String(data["way"])), note].filter(Boolean).join("\n") || null;
  if (verb === "answer" || verb === "answer_at_once" || verb === "conclude")
    return of.answers.find(({ round }) => round === data["round"])?.answer ?? null;
  return verb !== "begin" && toldInWords.includes(verb) ? note : null;
}

async function grownHops(db: Db, district: string, of: Voice, words: Words): Promise<Hop[]> {
  const opinion = of.opinionId === null ? undefined : await publicThreadOfOpinion(db, district, of.opinionId);
  const suggestionId = of.suggestionId ?? opinion?.suggestionId ?? null;
  const suggestion = suggestionId === null ? undefined : await publicThreadOfSuggestion(db, district, suggestionId);
  const tell = (whose: Hop["of"], hops: readonly PublicHop[]) =>
    hops.map(({ at, verb, said, by, words: written }): Hop => ({ at, of: whose, verb, said: words(said), by, words: written }));
  return [...tell("opinion", opinion?.hops ?? []), ...tell("suggestion", suggestion?.hops ?? [])];
}

/** Names of offices, and of deputies in their public office; a person's own name is nobody's business here. */
async function publicNames(db: Db, district: string, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const found = await sql<{ id: string; name: string }>`
    select id, short_name as name from organisation where district = ${district} and id = any(${wanted}::uuid[])
    union all select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
      where m.district = ${district} and m.id = any(${wanted}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

async function around(db: Db, district: string, of: Voice): Promise<Pick<Thread, "areaName" | "stationName" | "additions">> {
  const found = await sql<Pick<Thread, "areaName" | "stationName" | "additions">>`
    select a.name as area_name, (select s.name from station s where s.district = ${district} and s.id = ${of.stationId}) as station_name,
      (select coalesce(jsonb_agg(jsonb_build_object('words', w.words, 'at', w.at) order by w.at, w.id), '[]') from voice_addition w
        where w.district = ${district} and w.voice_id = ${of.id} and w.by_voter) as additions
    from area a where a.district = ${district} and a.id = ${of.areaId}`.execute(db);
  return found.rows[0]!;
}
