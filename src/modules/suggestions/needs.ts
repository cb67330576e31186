import type { DateISO } from "../../platform/clock/instant.ts";
import type { Reason } from "../../platform/refusal.ts";
import { type Case, coHandling, isDissatisfied, openSupervision, type Part } from "./case.ts";

/** Conditions of the life cycle, each named as a sentence. Each gives the reason why not, or nothing. */
type Need = (of: Case) => Reason | undefined;
/** A unit's condition may also look at the day: what it has a right to, it has within a window. */
type PartNeed = (of: Case, part: Part, today: DateISO) => Reason | undefined;

const unless = (holds: boolean, code: string, source: string, params?: Record<string, string | number>): Reason | undefined =>
  holds ? undefined : { code: `suggestion.need.${code}`, source, ...(params ? { params } : {}) };

export const everyCosignerHasAnswered: Need = (of) => {
  const waiting = of.signers.filter((signer) => signer.role === "cosigner" && signer.state === "invited").length;
  return unless(waiting === 0, "cosigners_answer", "R2.12", { waiting });
};

export const noUnitIsAtWork: Need = (of) =>
  unless(!of.parts.some((part) => part.status !== "handed_back" && part.status !== "ended"), "no_unit_at_work", "R2.25");

export const handbackWindowIsOpen: PartNeed = (of, part, today) => {
  const clock = of.clocks.find((one) => one.key === "suggestion.handback" && one.partId === part.id);
  return unless(clock !== undefined && clock.stoppedOn === null && today <= clock.dueOn, "handback_window", "R2.25", {
    due: clock?.dueOn ?? "",
  });
};

export const handbackWasNotRefused: PartNeed = (_of, part) => unless(part.handbackRefused !== true, "handback_not_refused", "R2.25");
export const handbackIsAsked: Need = (of) => unless(openRequest(of, "handback") !== undefined, "handback_asked", "R2.25");
export const extensionIsAsked: Need = (of) => unless(openRequest(of, "extension") !== undefined, "extension_asked", "DL-51");
export const withdrawalIsAsked: Need = (of) => unless(openRequest(of, "withdrawal") !== undefined, "withdrawal_asked", "R2.15");
export const noWithdrawalIsAsked: Need = (of) => unless(openRequest(of, "withdrawal") === undefined, "no_withdrawal_asked", "R2.15");

export const noExtensionYet: PartNeed = (of, part) =>
  unless(
    !of.requests.some((request) => request.kind === "extension" && request.partId === part.id && request.decision !== "refused"),
    "no_extension_yet",
    "DL-51",
  );

export const replyIsNotOverdue: PartNeed = (of, part, today) => {
  const clock = of.clocks.find((one) => one.key === "suggestion.reply" && one.partId === part.id);
  if (clock && clock.stoppedOn === null && today > clock.dueOn)
    return { code: "suggestion.extension_too_late", params: { due: clock.dueOn }, source: "DL-51" };
  return unless(clock !== undefined && clock.stoppedOn === null, "reply_clock_runs", "DL-51");
};

const contactIn = (of: Case, part: Part, stage: string): boolean =>
  of.contacts.some((contact) => contact.partId === part.id && contact.stage === stage && contact.round === of.round);

export const contactedBefore: PartNeed = (of, part) => unless(contactIn(of, part, "before"), "contacted_before", "domain §2.7");
export const communicatedDuring: PartNeed = (of, part) => unless(contactIn(of, part, "during"), "communicated_during", "domain §2.7");
export const aContactIsUnconfirmed: Need = (of) =>
  unless(
    of.contacts.some((contact) => contact.confirmedAt === null),
    "contact_unconfirmed",
    "R2.29",
  );

export const coHandlersHaveSpoken: PartNeed = (of, part) => {
  if (part.role !== "LEAD" || of.round > 1) return undefined;
  const silent = coHandling(of).filter((one) => one.status !== "opined").length;
  return unless(silent === 0, "co_handlers_spoke", "R2.22", { silent });
};

export const aCoHandlerIsThere: PartNeed = (of) => unless(coHandling(of).length > 0, "co_handler_there", "R2.22");

export const someoneIsDissatisfied: Need = (of) => unless(isDissatisfied(of), "someone_dissatisfied", "R2.38");
/** The number of rounds is a rule; the decision looks it up. Two are the most that any rule found allows before people sit down together. */
export const reworkIsLeft: Need = (of) => unless(of.round <= 2, "rework_left", "R2.38");

const visited = (of: Case): boolean => of.contacts.some((contact) => contact.stage === "after" && contact.round === of.round);
/** Of an earlier suggestion that was taken over at its end nothing further is asked. */
export const returnVisited: Need = (of) => unless(visited(of) || of.imported, "return_visited", "R2.39");
export const notReturnedToYet: Need = (of) => unless(!visited(of), "not_returned_yet", "R2.39");

/** Still dissatisfied after the rounds allowed: people sit down together before the case can be closed. */
export const dissatisfactionWasEscalated: Need = (of) =>
  unless(!isDissatisfied(of) || of.escalatedRound === of.round, "dissatisfaction_escalated", "R2.38");

export const aCommitmentIsOpen: Need = (of) =>
  unless(
    of.commitments.some((commitment) => commitment.state === "open"),
    "commitment_open",
    "R2.31",
  );
export const aCommitmentOfThePartIsOpen: PartNeed = (of, part) =>
  unless(
    of.commitments.some((commitment) => commitment.state === "open" && commitment.partId === part.id),
    "commitment_open",
    "R2.31",
  );

export const commitmentsAreSettled: Need = (of) => {
  const open = of.commitments.filter((commitment) => commitment.state === "open" && commitment.carriedTo === null).length;
  return unless(open === 0, "commitments_settled", "R2.31", { open });
};

export const isUnderSupervision: Need = (of) => unless(openSupervision(of) !== undefined, "under_supervision", "R2.41");
export const isNotKeyYet: Need = (of) => unless(!of.key, "not_key_yet", "R2.41");

export const cameByImport: Need = (of) => unless(of.imported === true, "came_by_import", "domain §2.13");

/** The open request of a kind, if there is one. */
export const openRequest = (of: Case, kind: string) => of.requests.find((request) => request.kind === kind && request.decision === null);
