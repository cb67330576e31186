import { dateIn, type Instant, yearIn } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Fact } from "../../platform/ledger/fact.ts";
import { evidenceOf, type Step } from "../../platform/lifecycle/evidence.ts";
import { isRefusal, type Refusal } from "../../platform/refusal.ts";
import { may, transitionOf, type VoiceVerb } from "./lifecycle.ts";
import type { VoiceState } from "./terms.ts";
import { verbs } from "./verbs.ts";
import { applied, type Change, type Context, type Doer, subjectType, told, type Voice } from "./voice.ts";

export interface Stage extends Pick<Context, "statute" | "clocks" | "organisation" | "voice" | "newId"> {
  readonly district: string;
  /** Files that come with the step. */
  readonly attached?: readonly Attached[];
}

export interface Played {
  readonly after: Voice;
  readonly change: Change;
  readonly step: Step<VoiceState, VoiceVerb>;
  readonly fact: Fact;
}

/** One verb: may it happen, what does it do, which evidence does it leave. Pure: nothing is written. */
export function play(
  { district, attached, ...stage }: Stage,
  of: Voice,
  verb: VoiceVerb,
  typed: unknown,
  doer: Doer,
  now: Instant,
): Played | Refusal {
  const refusal = may(of, verb, doer.relations);
  if (refusal) return refusal;
  const change = verbs[verb].decide(of, typed as never, { ...stage, now, today: dateIn(now), doer });
  if (isRefusal(change)) return change;
  const occasion = {
    id: stage.newId(),
    district,
    now,
    subjectType,
    verb,
    tells: transitionOf(verb).tells,
    to: change.to ?? of.status,
    told: told(of, change, attached),
  };
  return { after: applied(of, change), change, ...evidenceOf(of, doer, occasion) };
}

/** What is known when someone has spoken. */
export interface Spoken
  extends Pick<
    Voice,
    | "id"
    | "channel"
    | "stationId"
    | "receptionId"
    | "mandateId"
    | "enteredBy"
    | "words"
    | "category"
    | "areaId"
    | "place"
    | "longitude"
    | "latitude"
    | "urgent"
    | "receiverId"
    | "spokenAt"
    | "externalId"
    | "reachable"
    | "hasContact"
  > {
  /** The running number of the receiver's year. */
  readonly number: number;
}

/** A voice at its beginning: received, with the clock of its triage. */
export function begun(
  { district, clocks, newId, attached }: Pick<Stage, "district" | "clocks" | "newId" | "attached">,
  spoken: Spoken,
  by: Doer,
  now: Instant,
): Omit<Played, "change"> {
  const today = dateIn(now);
  const fresh: Voice = {
    ...spoken,
    numberYear: yearIn(today),
    ...{ unitId: null, takerId: null, joinedTo: null, status: "received", round: 1, tries: 0, receivedAt: now, answeredAt: null },
    ...{ closedAt: null, ending: null, publicity: "none", publicWords: null, opinionId: null, suggestionId: null, escalation: null },
    ...{ reopened: false, shareContact: false, version: 1, answers: [], joiners: 0 },
    clocks: [clocks.start({ id: newId(), subjectType, subjectId: spoken.id, key: "voice.triage", startsOn: today })],
  };
  const { channel, category, stationId, receptionId, mandateId, urgent } = spoken;
  const occasion = {
    id: newId(),
    district,
    now,
    subjectType,
    verb: "begin" as const,
    tells: "voice.received",
    to: fresh.status,
    told: told(fresh, { data: { channel, category, stationId, receptionId, mandateId, urgent } }, attached),
  };
  return { after: fresh, ...evidenceOf<VoiceState, VoiceVerb>({ ...fresh, version: 0 }, by, occasion) };
}
