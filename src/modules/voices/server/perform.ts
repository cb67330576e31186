import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { attach, attachmentsOf, type Bringer } from "../../../platform/files/attachments.ts";
import type { Attached } from "../../../platform/files/contract.ts";
import { invalid, isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import { clocksUnder } from "../../calendar/index.ts";
import { type Actor, directory, type Listed } from "../../identity/index.ts";
import { raiseOpinion } from "../../opinions/index.ts";
import { categories, draftSuggestion } from "../../suggestions/index.ts";
import { standingOf } from "../access.ts";
import { may, type VoiceVerb } from "../lifecycle.ts";
import { play } from "../play.ts";
import { type Doer, type Joinable, subjectType, type Voice } from "../voice.ts";
import { atStationOf } from "./at-stations.ts";
import { type Adding, lockVoice, store } from "./store.ts";
import type { Parts } from "./writing.ts";

export interface Order {
  readonly district: string;
  readonly id: string;
  readonly verb: VoiceVerb;
  readonly input: unknown;
  readonly now: Instant;
  /** Files that come with it, and who brought them. */
  readonly files?: { readonly bringer: Bringer; readonly ids: readonly string[] };
  readonly adding?: Adding;
}

/** A verb's way: lock, look, may?, decide, store. Returns why not, or nothing. */
export async function perform(tx: Tx, parts: Pick<Parts, "statutes">, order: Order, who: Actor | Doer): Promise<Refusal | undefined> {
  const { district, id, verb, now } = order;
  const before = await lockVoice(tx, district, id);
  if (!before) return notFound;
  const doer = "relations" in who ? who : standingOf(who, await atStationOf(tx, who, before.stationId, dateIn(now)), before);
  if ("sees" in doer && !doer.sees) return notFound;
  const refusal = may(before, verb, doer.relations);
  if (refusal) return refusal;
  const input = "relations" in who ? order.input : await grown(tx, parts, order, who, before, doer);
  if (isRefusal(input)) return input;
  const attached = await attachedBy(tx, order);
  if (isRefusal(attached)) return attached;
  const statute = await parts.statutes.held(tx, district);
  const organisations = verb === "route" ? await directory(tx, district) : new Map<string, Listed>();
  const other = verb === "join" ? await joinable(tx, district, input) : undefined;
  const stage = { district, statute, clocks: clocksUnder(statute), newId: randomUUIDv7, attached };
  const around = { organisation: (key: string) => organisations.get(key), voice: (key: string) => (other?.id === key ? other : undefined) };
  if (verb === "correct") {
    const known = statute.rule(categories, dateIn(now)).value.map(({ code }) => code);
    const { category } = input as { category: string };
    if (!known.includes(category)) return invalid({ field: "category", code: "field.not_in_list", params: { values: known.join("、") } });
  }
  const played = play({ ...stage, ...around }, before, verb, input, doer, now);
  if (isRefusal(played)) return played;
  await store(tx, district, before, played, order.adding);
  // Whoever joined a voice that its speaker takes back stands for himself again.
  if (verb === "withdraw" && before.joiners > 0) await partWays(tx, parts, order);
  return undefined;
}

async function attachedBy(tx: Tx, { district: _, id, files, now }: Order): Promise<Attached[] | Refusal> {
  return files ? attach(tx, files.bringer, { subjectType, subjectId: id }, files.ids, now) : [];
}

/** The other voice, locked: it must not end while this one joins it. */
async function joinable(tx: Tx, district: string, input: unknown): Promise<Joinable | undefined> {
  const { voiceId } = input as { voiceId: string };
  const found = await sql<Joinable>`
    select id, status, receiver_id from voice where district = ${district} and id = ${voiceId} for share`.execute(tx);
  return found.rows[0];
}

async function partWays(tx: Tx, parts: Pick<Parts, "statutes">, { district, id, now }: Order): Promise<void> {
  const found = await sql<{ id: string }>`select id from voice where district = ${district} and joined_to = ${id} order by id`.execute(tx);
  const house: Doer = { account: null, person: null, actingFor: null, relations: ["house"] };
  for (const joined of found.rows)
    await perform(tx, parts, { district, id: joined.id, verb: "separate", input: { note: null }, now }, house);
}

interface Typed {
  readonly title: string;
  readonly content: string;
  readonly category: string | null;
}

/** A voice that grows begins a deputy's opinion or suggestion with what he typed, its photos along with it. */
async function grown(
  tx: Tx,
  { statutes }: Pick<Parts, "statutes">,
  { verb, input, now }: Order,
  actor: Actor,
  of: Voice,
  { mandateId = null }: Doer,
): Promise<unknown | Refusal> {
  if (verb !== "become_opinion" && verb !== "become_suggestion") return input;
  if (mandateId === null) throw new Error("the table lets only deputies make a voice grow");
  const { title, content, category } = input as Typed;
  const photos = [...(await attachmentsOf(tx, actor.district, { subjectType, subjectId: of.id })).keys()];
  const seed = { mandateId, title, category: category ?? of.category, areaId: of.areaId, attachments: photos.slice(0, 9) };
  if (verb === "become_opinion") {
    const from = { subjectType, subjectId: of.id };
    const made = await raiseOpinion(tx, actor, { ...seed, content, campaignId: null, from }, statutes, now);
    return isRefusal(made) ? made : { opinionId: made };
  }
  const origin = { type: subjectType, id: of.id };
  const made = await draftSuggestion(tx, actor, { ...seed, reason: content, origin }, await statutes.of(tx, actor.district), now);
  return isRefusal(made) ? made : { suggestionId: made };
}
