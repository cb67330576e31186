import type { DateISO, Instant } from "../../platform/clock/instant.ts";
import type { ClockRow } from "../calendar/index.ts";
import type { MandateState } from "../identity/index.ts";
import type { Answers } from "./answers.ts";
import type { IssuedKind } from "./papers/kinds.ts";
import type {
  CaseState,
  CommitmentState,
  ContactStage,
  contactWays,
  formations,
  Grade,
  Outcome,
  PartRole,
  PartState,
  publicities,
  RequestKind,
  repetitions,
  SupervisionResult,
} from "./terms.ts";

/** What the deputy writes (the form of R2.19). */
export interface Paper {
  readonly title: string;
  /** 事由: the situation and the problem. */
  readonly reason: string;
  /** 具体建议: what should be done. */
  readonly proposal: string;
  readonly category: string;
  readonly areaId: string | null;
  readonly formation: (typeof formations)[number];
  readonly repetition: (typeof repetitions)[number];
  readonly publicity: (typeof publicities)[number];
  /** 希望加强联系沟通. */
  readonly wishContact: boolean;
  /** 仅供研究参考、不需书面答复. */
  readonly referenceOnly: boolean;
  /** The deputy asks that his name be kept from those concerned (QD-18, SD-11). */
  readonly confidential: boolean;
  readonly proposedUnitId: string | null;
  /** 涉密不上网: nothing of this is a state secret (R2.18). */
  readonly secrecyDeclared: boolean;
}

export interface CaseColumns extends Paper {
  readonly id: string;
  readonly congressId: string;
  /** The session in which it was raised; null when out of session. */
  readonly sessionId: string | null;
  readonly number: number | null;
  readonly numberYear: number | null;
  readonly status: CaseState;
  /** The state to return to after a suspension. */
  readonly resumeTo: CaseState | null;
  /** 1 for the first handling, one more for each rework. */
  readonly round: number;
  /** The round whose dissatisfaction was talked over in an escalation meeting; 0 for none. */
  readonly escalatedRound: number;
  readonly reviewerId: string;
  readonly forwarderId: string | null;
  readonly mergedIntoId: string | null;
  readonly key: boolean;
  /** What it grew from, such as an opinion that was upgraded. */
  readonly originType: string | null;
  readonly originId: string | null;
  /** Taken over from earlier records at its end; its steps before that lie there. */
  readonly imported: boolean;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly assignedOn: DateISO | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

export interface Signer {
  readonly id: string;
  readonly mandateId: string;
  readonly role: "lead" | "cosigner";
  readonly state: "invited" | "confirmed" | "declined";
  readonly at: Instant;
  readonly mandateStatus: MandateState;
  readonly personId: string;
}

export interface Part {
  readonly id: string;
  readonly unitId: string;
  readonly role: PartRole;
  /** What this unit answers for, when several handle separately. */
  readonly scope: string | null;
  readonly status: PartState;
  readonly assignedById: string;
  readonly offeredOn: DateISO;
  readonly handbackRefused: boolean;
}

export interface Contact {
  readonly id: string;
  readonly partId: string | null;
  readonly stage: ContactStage;
  readonly way: (typeof contactWays)[number];
  readonly heldOn: DateISO;
  readonly withWhom: string;
  readonly content: string;
  readonly round: number;
  readonly byPerson: string;
  readonly confirmedAt: Instant | null;
}

export interface Reply {
  readonly id: string;
  readonly partId: string;
  readonly round: number;
  readonly body: string;
  /** What the body is composed of, where it was written point by point. */
  readonly answers: Answers | null;
  readonly scheme: number;
  readonly resultClass: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** Null for a reply that was taken over. */
  readonly draftedBy: string | null;
  readonly documentNo: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Instant | null;
  /** The version of the rule by which its letters are addressed; null until it is signed. */
  readonly addressing: number | null;
}

export interface Commitment {
  readonly id: string;
  readonly partId: string;
  readonly replyId: string;
  readonly content: string;
  readonly owner: string;
  readonly dueOn: DateISO;
  readonly state: CommitmentState;
  readonly carriedTo: DateISO | null;
  readonly settledOn: DateISO | null;
  readonly evidence: string | null;
}

export interface Feedback {
  readonly id: string;
  readonly mandateId: string;
  readonly round: number;
  /** Null for both when the window passed in silence: never counted as satisfied (R2.34). */
  readonly attitude: Grade | null;
  readonly result: Grade | null;
  readonly reasons: string | null;
  readonly at: Instant;
}

export interface Request {
  readonly id: string;
  readonly kind: RequestKind;
  readonly partId: string | null;
  readonly reason: string;
  readonly askedOn: DateISO;
  readonly decision: "granted" | "refused" | "answered" | "withdrawn" | null;
  readonly decidedOn: DateISO | null;
  /** By when an answer is asked for, and to which point of the proposal; for co-handlers alone. */
  readonly dueOn: DateISO | null;
  readonly point: number | null;
  /** Mandates that have agreed, where several must. */
  readonly agreedBy: readonly string[];
}

/** A notice that was numbered and issued. */
export interface IssuedPaper {
  readonly id: string;
  readonly kind: IssuedKind;
  /** The step that it tells of. */
  readonly stepId: string;
  /** 发文代字, as it was in force. */
  readonly mark: string;
  readonly year: number;
  readonly number: number;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
}

/** 重点督办 (R2.41): who leads it, what comes next, and what came of it. */
export interface Supervision {
  readonly id: string;
  /** The member of the council of chairpersons who leads the supervision. */
  readonly leader: string;
  /** The government's leader who answers for it (领办). */
  readonly governmentLeader: string | null;
  /** The committee that watches over it. */
  readonly bodyId: string | null;
  readonly decidedOn: DateISO;
  readonly documentNo: string | null;
  readonly nextOn: DateISO | null;
  readonly nextStep: string | null;
  readonly reportedOn: DateISO | null;
  /** The meeting of the council of chairpersons that heard the report. */
  readonly meeting: string | null;
  readonly result: SupervisionResult | null;
  readonly opinion: string | null;
}

/** 提级协调 (R2.38): deputies and units sit down together over a round that left someone dissatisfied. */
export interface Escalation {
  readonly id: string;
  readonly round: number;
  readonly reason: string;
  readonly askedOn: DateISO;
  readonly plannedOn: DateISO | null;
  readonly place: string | null;
  readonly invited: string | null;
  /** Null until the meeting has been held. */
  readonly heldOn: DateISO | null;
  readonly participants: string | null;
  readonly minutes: string | null;
  readonly conclusion: string | null;
  readonly rework: boolean | null;
}

/** A suggestion with everything that deciding about it can need. */
export interface Case extends CaseColumns {
  readonly signers: readonly Signer[];
  readonly parts: readonly Part[];
  readonly contacts: readonly Contact[];
  readonly replies: readonly Reply[];
  readonly commitments: readonly Commitment[];
  readonly feedbacks: readonly Feedback[];
  readonly requests: readonly Request[];
  readonly papers: readonly IssuedPaper[];
  readonly supervisions: readonly Supervision[];
  readonly escalations: readonly Escalation[];
  /** Lead deputies of the cases merged into this one: each is owed an answer (ZJ-18). */
  readonly mergedLeads: readonly { readonly mandateId: string; readonly mandateStatus: MandateState }[];
  readonly clocks: readonly ClockRow[];
}

/** What one verb does to a case: rows as they are afterwards, and the step that is the evidence. */
export interface Change {
  readonly to?: CaseState;
  readonly set?: Partial<Omit<CaseColumns, "id" | "status" | "version">>;
  readonly note?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly partId?: string;
  /** Whoever is waited for is told that it is urgent. */
  readonly urges?: true;
  readonly signers?: readonly Signer[];
  readonly parts?: readonly Part[];
  readonly contacts?: readonly Contact[];
  readonly replies?: readonly Reply[];
  readonly commitments?: readonly Commitment[];
  readonly feedbacks?: readonly Feedback[];
  readonly requests?: readonly Request[];
  readonly papers?: readonly IssuedPaper[];
  readonly supervisions?: readonly Supervision[];
  readonly escalations?: readonly Escalation[];
  readonly clocks?: readonly ClockRow[];
}

/** What the step and the fact of a change say; the round tells which handling they belong to. */
export const told = (of: Case, { note = null, data, partId }: Change) => ({
  note,
  data: { round: of.round, ...data },
  ...(partId === undefined ? {} : { partId }),
});

/** The case after a change: rows of the change replace those of the same identifier. */
export function applied(before: Case, change: Change): Case {
  const after: Case = { ...before, ...change.set, status: change.to ?? before.status, version: before.version + 1 };
  return {
    ...after,
    signers: merged(before.signers, change.signers),
    parts: merged(before.parts, change.parts),
    contacts: merged(before.contacts, change.contacts),
    replies: merged(before.replies, change.replies),
    commitments: merged(before.commitments, change.commitments),
    feedbacks: merged(before.feedbacks, change.feedbacks),
    requests: merged(before.requests, change.requests),
    papers: merged(before.papers, change.papers),
    supervisions: merged(before.supervisions, change.supervisions),
    escalations: merged(before.escalations, change.escalations),
    clocks: merged(before.clocks, change.clocks),
  };
}

function merged<Row extends { readonly id: string }>(rows: readonly Row[], changed: readonly Row[] = []): readonly Row[] {
  if (changed.length === 0) return rows;
  const now = new Map(changed.map((row) => [row.id, row]));
  const kept = rows.map((row) => now.get(row.id) ?? row);
  const known = new Set(rows.map((row) => row.id));
  return [...kept, ...changed.filter((row) => !known.has(row.id))];
}

/** Deputies who are owed an answer and may appraise it: leads whose mandates are in force. */
export const respondents = (of: Case): string[] =>
  [...of.signers.filter((signer) => signer.role === "lead"), ...of.mergedLeads]
    .filter((signer) => signer.mandateStatus === "in_force")
    .map((signer) => signer.mandateId);

/** Parts that answer for themselves: the lead's, or each of those who handle separately. */
export const answering = (of: Case): readonly Part[] =>
  of.parts.filter((part) => part.role !== "CO" && part.status !== "handed_back" && part.status !== "ended");

/** Parts of co-handlers that still count. */
export const coHandling = (of: Case): readonly Part[] =>
  of.parts.filter((part) => part.role === "CO" && part.status !== "handed_back" && part.status !== "ended");

/** Appraisals of the current round. */
export const roundFeedback = (of: Case): readonly Feedback[] => of.feedbacks.filter((feedback) => feedback.round === of.round);

/** Is anyone dissatisfied with this round's attitude or result? */
export const isDissatisfied = (of: Case): boolean =>
  roundFeedback(of).some((feedback) => feedback.attitude === "DISSATISFIED" || feedback.result === "DISSATISFIED");

/** The supervision that goes on: a report that was accepted ends it. */
export const openSupervision = (of: Pick<Case, "supervisions">): Supervision | undefined =>
  of.supervisions.find((supervision) => supervision.result !== "accepted");

/** The meeting that was called and has not been held. */
export const openEscalation = (of: Pick<Case, "escalations">): Escalation | undefined =>
  of.escalations.find((escalation) => escalation.heldOn === null);
