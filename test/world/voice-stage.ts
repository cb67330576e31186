import { listed } from "../../src/modules/identity/index.ts";
import { begunVoice, type PlayedVoice, playVoice, type Spoken, type Voice } from "../../src/modules/voices/index.ts";
import type { VoiceVerb } from "../../src/modules/voices/lifecycle.ts";
import type { Doer } from "../../src/modules/voices/voice.ts";
import { dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { idAt } from "./ids.ts";
import { organisationId, organisations } from "./organisations.ts";
import { mandates, staffOf } from "./people.ts";
import { accountOf } from "./personas.ts";
import { district } from "./places.ts";
import { workdayFrom } from "./rosters.ts";
import { type Station, stations } from "./stations.ts";
import { clocks, statute } from "./statute.ts";
import type { Random } from "./texts/random.ts";
import { now } from "./times.ts";

/** Name and telephone, as a speaker gave them. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
}

/** Words added later: by the speaker himself, or by whoever took his call. */
export interface Added {
  readonly id: string;
  readonly voiceId: string;
  readonly words: string;
  readonly byVoter: boolean;
  readonly at: Instant;
}

/** A voice on its way through the world, with all that it leaves behind. */
export interface Speech {
  thing: Voice;
  readonly key: string;
  readonly township: string;
  readonly station: Station | undefined;
  readonly contact: Contact | null;
  readonly steps: Step[];
  readonly facts: Fact[];
  readonly added: Added[];
  at: Instant;
}

const kinds = new Map(organisations.map((one) => [one.id, listed(one.kind, false)]));
const people = new Map(mandates.map((one) => [one.id, one.personId]));
const told = new Map<string, Speech>();
const numbers = new Map<string, number>();

export const forgetVoices = (): void => {
  told.clear();
  numbers.clear();
};

/** The last number that each receiver has given in each year. */
export const voiceSeries = () =>
  [...numbers].map(([key, last]) => {
    const [receiverId = "", year = ""] = key.split(" ");
    return { receiverId, year: Number(year), last };
  });

export type Beginning = Omit<Spoken, "number" | "hasContact" | "reachable"> & {
  readonly key: string;
  readonly township: string;
  readonly contact: Contact | null;
};

/** Somebody speaks, and it is written down at that moment. Voices begin in the order of their moments, as their numbers do. */
export function beginSpeech({ key, township, contact, ...spoken }: Beginning, doer: Doer, at: Instant): Speech {
  let ids = 0;
  const newId = () => idAt(at, `${spoken.id} ${ids++}`);
  const series = `${spoken.receiverId} ${dateIn(at).slice(0, 4)}`;
  const number = (numbers.get(series) ?? 0) + 1;
  numbers.set(series, number);
  const reach = { hasContact: contact !== null, reachable: contact !== null && contact.phone !== null };
  const { after, step, fact } = begunVoice({ district, clocks, newId, attached: [] }, { ...spoken, ...reach, number }, doer, at);
  const station = stations.find(({ id }) => id === spoken.stationId);
  const speech: Speech = { thing: after, key, township, station, contact, steps: [step], facts: [fact], added: [], at };
  told.set(after.id, speech);
  return speech;
}

/** The state in which a voice stood at a moment. */
export const statusAt = (of: Speech, at: Instant): Voice["status"] =>
  (of.steps.findLast((step) => step.at <= at)?.toStatus ?? "received") as Voice["status"];

/**
 * Performs a verb as whoever's business it is; a refusal here is a mistake of the world. What would happen after the
 * world's day does not happen: then the answer is no.
 */
export function say(speech: Speech, verb: VoiceVerb, input: object, at: Instant, doer: Doer): boolean {
  if (at >= now) return false;
  let ids = 0;
  const { thing } = speech;
  const newId = () => idAt(at, `${thing.id} ${thing.version} ${ids++}`);
  const other = (id: string) => {
    const found = told.get(id);
    return found && { id, status: statusAt(found, at), receiverId: found.thing.receiverId };
  };
  const stage = { district, statute, clocks, newId, organisation: (id: string) => kinds.get(id), voice: other };
  const played: PlayedVoice | ReturnType<typeof playVoice> = playVoice(stage, thing, verb, { note: null, ...input }, doer, at);
  if (isRefusal(played)) throw new Error(`${verb} of ${speech.key} (${thing.status}) at ${at}: ${JSON.stringify(played)}`);
  speech.thing = played.after;
  speech.steps.push(played.step);
  speech.facts.push(played.fact);
  if (played.change.added !== undefined)
    speech.added.push({ id: played.step.id, voiceId: thing.id, words: played.change.added, byVoter: doer.relations.includes("voter"), at });
  speech.at = at;
  return true;
}

/** A moment in working hours, so many days on; not before `at`. */
export function inDays(random: Random, at: Instant, least: number, most: number): Instant {
  const day = workdayFrom(shift(dateIn(at), random.int(least, most)));
  const moment = momentOn(day, 8 * 60 + 30 + random.int(0, 500));
  return moment > at ? moment : inMinutes(at, random.int(5, 90));
}

export const inMinutes = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

// Who acts -----------------------------------------------------------------------------------------------------------

const hand = (person: string, actingFor: string | null) => ({ account: accountOf(person), person, actingFor });
const answeredBy = ({ thing }: Speech, person: string): boolean =>
  thing.answers.find(({ round }) => round === thing.round)?.byPerson === person;
/** Whoever answered asks nobody what he thinks of it. */
const visiting = (speech: Speech, person: string): ("visitor" | never)[] => (answeredBy(speech, person) ? [] : ["visitor"]);

export const house: Doer = { account: null, person: null, actingFor: null, relations: ["house"] };
export const voter: Doer = { account: null, person: null, actingFor: null, relations: ["voter"] };

export function receiver(speech: Speech): Doer {
  const organ = organisations.find(({ id }) => id === speech.thing.receiverId)!;
  const person = staffOf(organ.key, "officer");
  return { ...hand(person, organ.id), relations: ["receiver", ...visiting(speech, person)] };
}

export function office(speech: Speech): Doer {
  const person = staffOf("deputy_office", "officer");
  return { ...hand(person, organisationId("deputy_office")), relations: ["office", ...visiting(speech, person)] };
}

/** The liaison officer of the station where it was spoken. */
export const liaison = (speech: Speech, station: Station): Doer => ({
  ...hand(station.liaison, null),
  relations: ["station", ...visiting(speech, station.liaison)],
});

export const unit = (key: string): Doer => ({ ...hand(staffOf(key, "officer"), organisationId(key)), relations: ["unit"] });

export const deputy = (mandateId: string, ...relations: readonly ("addressed" | "taker")[]): Doer => ({
  ...hand(people.get(mandateId)!, mandateId),
  mandateId,
  relations,
});
