import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { Hand } from "../../platform/lifecycle/evidence.ts";
import type { ClockRow, Clocks, Statute } from "../calendar/index.ts";
import type { Listed } from "../identity/index.ts";
import type { Channel, Ending, Escalation, Publicity, VoiceGrade, VoiceRelation, VoiceState } from "./terms.ts";

export interface VoiceColumns {
  readonly id: string;
  readonly channel: Channel;
  readonly stationId: string | null;
  readonly receptionId: string | null;
  /** The deputy to whom it was spoken. */
  readonly mandateId: string | null;
  /** Who wrote it down on the speaker's behalf. */
  readonly enteredBy: string | null;
  /** As they were spoken. */
  readonly words: string;
  readonly category: string;
  readonly areaId: string;
  readonly place: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly urgent: boolean;
  readonly receiverId: string;
  readonly unitId: string | null;
  /** The deputy who took it up. */
  readonly takerId: string | null;
  readonly joinedTo: string | null;
  readonly status: VoiceState;
  /** 1 for the first handling, one more after each dissatisfaction and after a reopening. */
  readonly round: number;
  /** Return visits of this round on which nobody was met. */
  readonly tries: number;
  readonly spokenAt: Instant;
  readonly receivedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly ending: Ending | null;
  readonly publicity: Publicity;
  /** What an officer has cleared for everyone to read: no names, no numbers. */
  readonly publicWords: string | null;
  readonly opinionId: string | null;
  readonly suggestionId: string | null;
  readonly escalation: Escalation | null;
  readonly number: number | null;
  readonly numberYear: number | null;
  readonly reopened: boolean;
  /** The handler may call the speaker. */
  readonly shareContact: boolean;
  /** The identifier that the hotline gave it. */
  readonly externalId: string | null;
  readonly version: number;
}

/** What was answered in a round, and what the speaker said to it. */
export interface VoiceAnswer {
  readonly id: string;
  readonly round: number;
  /** Null where another life cycle brought the answer and holds its words. */
  readonly answer: string | null;
  /** How the matter ended that the voice had grown into. */
  readonly outcome: string | null;
  readonly solved: boolean;
  readonly answeredOn: DateISO;
  /** Who answered, and for whom: he makes no return visit. */
  readonly byPerson: string | null;
  readonly actingFor: string | null;
  /** Null while unheard, and for ever where there was nobody to ask. */
  readonly grade: VoiceGrade | null;
  readonly gradeReasons: string | null;
  readonly gradedAt: Instant | null;
  readonly gradedBy: "voter" | "visitor" | null;
}

export interface Voice extends VoiceColumns {
  readonly answers: readonly VoiceAnswer[];
  readonly clocks: readonly ClockRow[];
  /** Is there a way to reach the speaker? */
  readonly reachable: boolean;
  /** Is a name or a telephone kept? */
  readonly hasContact: boolean;
  /** How many other voices have joined this one. */
  readonly joiners: number;
}

export interface Change {
  readonly to?: VoiceState;
  readonly set?: Partial<Omit<VoiceColumns, "id" | "status" | "version">>;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly answers?: readonly VoiceAnswer[];
  readonly clocks?: readonly ClockRow[];
  /** Words that someone added; they stand apart from the evidence, which holds no words of a voter. */
  readonly added?: string;
  /** Whoever is waited for is told that it is urgent. */
  readonly urges?: true;
}

/** Who acts on a voice, seen from it. */
export interface Doer extends Hand {
  readonly relations: readonly VoiceRelation[];
  /** The mandate under which a deputy acts on it. */
  readonly mandateId?: string | null;
}

/** Another voice, as far as joining it must know it. */
export interface Joinable {
  readonly id: string;
  readonly status: VoiceState;
  readonly receiverId: string;
}

/** Everything outside the voice that a decision may look at. */
export interface Context {
  readonly now: Instant;
  readonly today: DateISO;
  readonly doer: Doer;
  readonly statute: Statute;
  readonly clocks: Clocks;
  readonly newId: () => string;
  readonly organisation: (id: string) => Listed | undefined;
  readonly voice: (id: string) => Joinable | undefined;
}

/** The voice after a change: rows of the change replace those of the same identifier. */
export function applied(before: Voice, change: Change): Voice {
  return {
    ...before,
    ...change.set,
    status: change.to ?? before.status,
    version: before.version + 1,
    answers: merged(before.answers, change.answers),
    clocks: merged(before.clocks, change.clocks),
  };
}

function merged<Row extends { readonly id: string }>(rows: readonly Row[], changed: readonly Row[] = []): readonly Row[] {
  const now = new Map(changed.map((row) => [row.id, row]));
  const known = new Set(rows.map((row) => row.id));
  return [...rows.map((row) => now.get(row.id) ?? row), ...changed.filter((row) => !known.has(row.id))];
}

/** What the step and the fact of a change say. */
export const told = (of: Voice, { note = null, data }: Change, attached: readonly Attached[] = []) => ({
  note,
  data: { round: of.round, ...data, ...(attached.length > 0 ? { attachments: attached } : {}) },
});

/** The answer of the current round. */
export const currentAnswer = (of: Pick<Voice, "answers" | "round">): VoiceAnswer | undefined =>
  of.answers.find((answer) => answer.round === of.round);

/** Whoever handled it last handles it again; where nobody did, it is routed anew. */
export const backTo = (of: Pick<Voice, "unitId" | "takerId">): "handling" | "taken_up" | "received" =>
  of.unitId ? "handling" : of.takerId ? "taken_up" : "received";

export const subjectType = "voice";
