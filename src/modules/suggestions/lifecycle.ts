import type { DateISO } from "../../platform/clock/instant.ts";
import { type Offers, offersOf, type Transition as Row, refusalBy, wrongState } from "../../platform/lifecycle/table.ts";
import { type Reason, type Refusal, refuse } from "../../platform/refusal.ts";
import type { Case, Part } from "./case.ts";
import * as needs from "./needs.ts";
import type { CaseState, PartRole, PartState, Relation } from "./terms.ts";
import * as turns from "./turns.ts";

/** A row of the table; a unit's verb also says in which state its own part of the case must be. */
export interface Transition extends Row<CaseState, Relation, Case> {
  /** The doer's own part must be of such a role and in such a state. */
  readonly part?: { readonly roles: readonly PartRole[]; readonly from: readonly PartState[]; readonly to?: readonly PartState[] };
  /** Conditions that also look at the doer's own part. */
  readonly partNeeds?: readonly ((of: Case, part: Part, today: DateISO) => Reason | undefined)[];
  /** Kept from handling units until the committee has decided what follows from it. */
  readonly hiddenFromUnits?: true;
}

const deputy = ["lead"] as const;
const office = ["reviewer"] as const;
const answers = ["LEAD", "SEPARATE"] as const;
const anyRole = ["LEAD", "CO", "SEPARATE"] as const;
const underway = ["handling", "reworking"] as const;
const beforeReply = ["submitted", "accepted", "forwarding", "handling", "reworking"] as const;

const supervised = ["forwarding", "handling", "reworking", "replied", "appraised", "escalated", "closed"] as const;

/** The life cycle of a suggestion on the statutory track. Permission, buttons, tests and diagram are all read off this table. */
export const table = {
  revise: { path: "revisions", from: ["draft", "returned"], by: deputy, attaches: true, tells: "suggestion.revised", source: "R2.10" },
  invite: { path: "invitations", from: ["draft", "returned"], by: deputy, tells: "suggestion.cosigner_invited", source: "R2.12" },
  cosign: {
    path: "cosignatures",
    from: ["draft", "returned"],
    by: ["invited"],
    tells: "suggestion.cosigned",
    source: "R2.12",
    awaited: true,
  },
  submit: {
    path: "submissions",
    from: ["draft", "returned"],
    to: ["submitted"],
    by: deputy,
    needs: [needs.everyCosignerHasAnswered],
    tells: "suggestion.submitted",
    source: "DL-24",
    awaited: true,
  },

  accept: {
    path: "acceptances",
    from: ["submitted"],
    to: ["accepted"],
    by: office,
    tells: "suggestion.accepted",
    source: "R2.21",
    awaited: true,
    within: ["suggestion.review"],
  },
  return: { path: "returns", from: ["submitted"], to: ["returned"], by: office, tells: "suggestion.returned", source: "R2.14" },
  turn_to_letter: {
    path: "letters",
    from: ["submitted"],
    to: ["letter"],
    by: office,
    tells: "suggestion.turned_to_letter",
    source: "R2.14",
  },
  merge: { path: "mergers", from: ["submitted", "accepted"], to: ["merged"], by: office, tells: "suggestion.merged", source: "R2.21" },

  assign: {
    path: "assignments",
    from: ["accepted"],
    to: ["forwarding", "handling"],
    by: office,
    tells: "suggestion.assigned",
    source: "DL-51",
    awaited: true,
    within: ["suggestion.review", "suggestion.reassign"],
  },
  forward: {
    path: "forwardings",
    from: ["forwarding"],
    to: ["handling"],
    by: ["forwarder"],
    tells: "suggestion.forwarded",
    source: "R2.23",
    awaited: true,
    within: ["suggestion.forward", "suggestion.reassign"],
  },
  send_back: {
    path: "send-backs",
    from: ["forwarding"],
    to: ["accepted"],
    by: ["forwarder"],
    needs: [needs.noUnitIsAtWork],
    tells: "suggestion.sent_back",
    source: "R2.25",
  },
  sign_for: {
    path: "receipts",
    from: underway,
    by: ["unit_officer", "unit_leader"],
    part: { roles: anyRole, from: ["offered"], to: ["working"] },
    awaited: true,
    within: ["suggestion.first_contact", "suggestion.co_opinion"],
    tells: "suggestion.signed_for",
    source: "R2.27",
  },
  ask_handback: {
    path: "handback-requests",
    from: ["handling"],
    by: ["unit_officer", "unit_leader"],
    part: { roles: anyRole, from: ["offered", "working"], to: ["handback_asked"] },
    partNeeds: [needs.handbackWindowIsOpen, needs.handbackWasNotRefused],
    attaches: true,
    tells: "suggestion.handback_asked",
    source: "R2.25",
  },
  decide_handback: {
    path: "handback-decisions",
    from: ["handling"],
    to: ["handling", "forwarding", "accepted"],
    by: ["forwarder", "reviewer"],
    needs: [needs.handbackIsAsked],
    tells: "suggestion.handback_decided",
    source: "R2.25",
    awaited: turns.decidesHandback,
  },

  contact: {
    path: "contacts",
    from: [...underway, "replied", "appraised"],
    by: ["unit_officer", "unit_leader"],
    part: { roles: anyRole, from: ["working", "signing", "answered", "opined"] },
    awaited: turns.owesContact,
    within: ["suggestion.first_contact", "suggestion.reply", "suggestion.rework"],
    attaches: true,
    tells: "suggestion.contacted",
    source: "DL-51",
  },
  confirm_contact: {
    path: "contact-confirmations",
    from: [...underway, "replied", "appraised"],
    by: ["lead", "cosigner", "merged_lead"],
    needs: [needs.aContactIsUnconfirmed],
    tells: "suggestion.contact_confirmed",
    source: "R2.29",
    awaited: turns.isLead,
  },
  plan: {
    path: "plans",
    from: underway,
    by: ["unit_officer", "unit_leader"],
    part: { roles: answers, from: ["working"] },
    partNeeds: [needs.contactedBefore],
    tells: "suggestion.planned",
    source: "domain §2.7",
  },
  ask_co_opinion: {
    path: "co-opinion-requests",
    from: underway,
    by: ["unit_officer", "unit_leader"],
    part: { roles: ["LEAD"], from: ["working"] },
    partNeeds: [needs.aCoHandlerIsThere],
    tells: "suggestion.co_opinion_asked",
    source: "R2.22",
  },
  give_opinion: {
    path: "co-opinions",
    from: underway,
    by: ["unit_officer", "unit_leader"],
    part: { roles: ["CO"], from: ["working"], to: ["opined"] },
    awaited: true,
    within: ["suggestion.co_opinion"],
    attaches: true,
    tells: "suggestion.co_opinion_given",
    source: "R2.22",
  },
  ask_extension: {
    path: "extension-requests",
    from: ["handling"],
    by: ["unit_officer", "unit_leader"],
    part: { roles: answers, from: ["working"] },
    partNeeds: [needs.replyIsNotOverdue, needs.noExtensionYet],
    attaches: true,
    tells: "suggestion.extension_asked",
    source: "DL-51",
  },
  decide_extension: {
    path: "extension-decisions",
    from: ["handling"],
    by: office,
    needs: [needs.extensionIsAsked],
    tells: "suggestion.extension_decided",
    source: "DL-51",
    awaited: true,
    within: ["suggestion.reply"],
  },
  draft_reply: {
    path: "replies",
    from: underway,
    by: ["unit_officer", "unit_leader"],
    part: { roles: answers, from: ["working"], to: ["signing"] },
    awaited: true,
    within: ["suggestion.reply", "suggestion.rework"],
    partNeeds: [needs.contactedBefore, needs.communicatedDuring, needs.coHandlersHaveSpoken],
    attaches: true,
    tells: "suggestion.reply_drafted",
    source: "R2.28",
  },
  return_reply: {
    path: "reply-returns",
    from: underway,
    by: ["unit_leader"],
    part: { roles: answers, from: ["signing"], to: ["working"] },
    tells: "suggestion.reply_returned",
    source: "R2.28",
  },
  sign_reply: {
    path: "reply-signatures",
    from: underway,
    to: ["handling", "reworking", "replied", "appraised"],
    by: ["unit_leader"],
    part: { roles: answers, from: ["signing"], to: ["answered"] },
    awaited: true,
    within: ["suggestion.reply", "suggestion.rework"],
    tells: "suggestion.replied",
    source: "R2.28",
  },
  lower_class: {
    path: "class-corrections",
    from: ["replied", "appraised", "closed"],
    by: office,
    tells: "suggestion.class_lowered",
    source: "domain §2.8",
  },

  appraise: {
    path: "appraisals",
    from: ["replied"],
    to: ["replied", "appraised"],
    by: ["lead", "merged_lead"],
    tells: "suggestion.appraised",
    source: "R2.32",
    hiddenFromUnits: true,
    awaited: turns.hasNotAppraised,
    within: ["suggestion.feedback", "suggestion.feedback_grace"],
  },
  remind_appraisal: {
    path: "appraisal-reminders",
    from: ["replied"],
    by: ["house"],
    tells: "suggestion.appraisal_reminded",
    source: "R2.34",
    hiddenFromUnits: true,
  },
  lapse_appraisal: {
    path: "appraisal-lapses",
    from: ["replied"],
    to: ["appraised"],
    by: ["house"],
    tells: "suggestion.appraisal_lapsed",
    source: "R2.34",
    hiddenFromUnits: true,
  },
  order_rework: {
    path: "reworks",
    from: ["appraised"],
    to: ["reworking"],
    by: office,
    needs: [needs.someoneIsDissatisfied, needs.reworkIsLeft],
    tells: "suggestion.rework_ordered",
    source: "R2.38",
    awaited: turns.firstRound,
  },
  escalate: {
    path: "escalations",
    from: ["appraised"],
    to: ["escalated"],
    by: office,
    needs: [needs.someoneIsDissatisfied],
    tells: "suggestion.escalated",
    source: "R2.38",
    awaited: turns.laterRound,
  },
  conclude_escalation: {
    path: "escalation-conclusions",
    from: ["escalated"],
    to: ["reworking", "appraised"],
    by: office,
    tells: "suggestion.escalation_concluded",
    source: "R2.38",
    awaited: true,
    attaches: true,
  },
  return_visit: {
    path: "return-visits",
    from: ["replied", "appraised"],
    by: ["reviewer", "unit_officer", "unit_leader"],
    needs: [needs.notReturnedToYet],
    attaches: true,
    tells: "suggestion.return_visited",
    source: "R2.39",
    awaited: turns.returnsAfterAppraisal,
  },
  close: {
    path: "closings",
    from: ["appraised"],
    to: ["closed"],
    by: office,
    needs: [needs.returnVisited, needs.dissatisfactionWasEscalated],
    tells: "suggestion.closed",
    source: "R2.39",
    awaited: true,
  },

  settle_commitment: {
    path: "commitment-settlements",
    from: ["replied", "appraised", "closed"],
    by: ["unit_officer", "unit_leader"],
    part: { roles: answers, from: ["answered"] },
    awaited: true,
    partNeeds: [needs.aCommitmentOfThePartIsOpen],
    attaches: true,
    tells: "suggestion.commitment_settled",
    source: "R2.31",
  },
  carry_commitment: {
    path: "commitment-carryings",
    from: ["closed"],
    by: office,
    needs: [needs.aCommitmentIsOpen],
    tells: "suggestion.commitment_carried",
    source: "R2.31",
  },
  strike_off: {
    path: "strike-offs",
    from: ["closed"],
    to: ["struck_off"],
    by: office,
    needs: [needs.commitmentsAreSettled, needs.returnVisited],
    tells: "suggestion.struck_off",
    source: "R2.39",
    awaited: true,
  },
  archive: { path: "archivings", from: ["struck_off"], to: ["archived"], by: office, tells: "suggestion.archived", source: "domain §2.13" },

  withdraw: {
    path: "withdrawals",
    from: ["draft", "returned", ...beforeReply],
    to: ["withdrawn", "draft", "returned", ...beforeReply],
    by: deputy,
    needs: [needs.noWithdrawalIsAsked],
    tells: "suggestion.withdrawal_asked",
    source: "R2.15",
  },
  agree_withdrawal: {
    path: "withdrawal-answers",
    from: ["draft", "returned", ...beforeReply],
    to: ["withdrawn", "draft", "returned", ...beforeReply],
    by: ["cosigner"],
    needs: [needs.withdrawalIsAsked],
    tells: "suggestion.withdrawal_answered",
    source: "R2.15",
    awaited: turns.hasNotAgreed,
  },
  suspend: {
    path: "suspensions",
    from: [...beforeReply, "replied", "appraised", "escalated"],
    to: ["suspended"],
    by: office,
    tells: "suggestion.suspended",
    source: "domain §2.13",
  },
  resume: {
    path: "resumptions",
    from: ["suspended"],
    to: [...beforeReply, "replied", "appraised", "escalated"],
    by: office,
    tells: "suggestion.resumed",
    source: "domain §2.13",
  },
  note_mandate: {
    path: "mandate-notes",
    from: ["draft", "returned", ...beforeReply, "replied", "appraised", "escalated", "suspended", "closed"],
    to: ["withdrawn", "draft", "returned", ...beforeReply, "replied", "appraised", "escalated", "suspended", "closed"],
    by: ["house"],
    tells: "suggestion.mandate_noted",
    source: "domain §2.13",
  },
  mark_key: {
    path: "key-markings",
    from: ["accepted", "forwarding", "handling", "reworking", "replied", "appraised", "escalated"],
    by: office,
    needs: [needs.isNotKeyYet],
    tells: "suggestion.marked_key",
    source: "R2.41",
  },
  change_leader: {
    path: "supervision-leaders",
    from: supervised,
    by: office,
    needs: [needs.isUnderSupervision],
    tells: "suggestion.leader_changed",
    source: "R2.41",
  },
  supervise: {
    path: "supervisions",
    from: supervised,
    by: office,
    awaited: turns.supervisionIsPlanned,
    attaches: true,
    tells: "suggestion.supervised",
    source: "R2.41",
  },
  report_supervision: {
    path: "supervision-reports",
    from: supervised,
    by: office,
    needs: [needs.isUnderSupervision],
    attaches: true,
    tells: "suggestion.supervision_reported",
    source: "R2.41",
  },
  urge: {
    path: "urgings",
    from: ["forwarding", "handling", "reworking"],
    by: ["reviewer", "forwarder"],
    tells: "suggestion.urged",
    source: "R2.41",
  },
  import: {
    path: "imports",
    from: ["closed", "struck_off", "archived"],
    by: ["house"],
    needs: [needs.cameByImport],
    tells: "suggestion.imported",
    source: "domain §2.13",
  },
  relate: {
    path: "relations",
    from: ["submitted", "accepted", "forwarding", "handling", "reworking", "replied", "appraised", "escalated", "closed", "struck_off"],
    by: office,
    tells: "suggestion.related",
    source: "R2.21",
  },
  issue_paper: {
    path: "paper-issues",
    from: ["forwarding", "handling", "reworking", "replied", "appraised", "escalated", "closed"],
    by: office,
    tells: "suggestion.paper_issued",
    source: "domain §11.5",
  },
} as const satisfies Record<string, Transition>;

export type VerbName = keyof typeof table;
export const verbNames = Object.keys(table) as VerbName[];
/** Every kind of fact that a suggestion leaves in the ledger. */
export const suggestionFacts: readonly string[] = ["suggestion.drafted", ...Object.values(table).map((row) => row.tells)];
/** Facts of what one act does to thousands at once. */
export const suggestionBulk: readonly string[] = [table.import.tells];
export const transitionOf = (verb: VerbName): Transition => table[verb];

/** Someone looking at a case today: what he is to it, and the part that is his unit's. */
export interface Standing {
  readonly relations: readonly Relation[];
  readonly part: Part | undefined;
  readonly today: DateISO;
}

/** Nothing when `verb` may happen now; else why not: 403 by person, 409 by state or condition. */
export function may(of: Case, verb: VerbName, { relations, part, today }: Standing): Refusal | undefined {
  const row = transitionOf(verb);
  const refusal = refusalBy(row, of, relations, { subject: "suggestion", verb });
  if (!row.part || refusal?.refused === "forbidden" || refusal?.reasons[0]?.code === wrongState) return refusal;
  if (!part || !row.part.roles.includes(part.role)) return refuse("forbidden", { code: "problem.forbidden", source: row.source });
  if (!row.part.from.includes(part.status))
    return refuse("conflict", {
      code: wrongState,
      params: { status: `suggestion.part.status.${part.status}`, verb: `suggestion.verb.${verb}` },
      source: row.source,
    });
  const missing = (row.partNeeds ?? []).map((need) => need(of, part, today)).filter((reason) => reason !== undefined);
  return missing.length > 0 ? refuse("conflict", ...missing) : refusal;
}

/** Verbs the person may see at all in this state: allowed ones, and those greyed out with their reasons. */
export const offers = (of: Case, standing: Standing): Offers<VerbName> => offersOf(verbNames, (verb) => may(of, verb, standing));
