import { isHandler } from "./access.ts";
import type { Case } from "./case.ts";
import type { Doer } from "./context.ts";
import { transitionOf, type VerbName } from "./lifecycle.ts";
import type { CaseState } from "./terms.ts";

/** States in which the committee has acted on the ratings of the round. */
export const decidedStates: readonly CaseState[] = ["reworking", "escalated", "closed", "struck_off", "archived"];

/** Has the committee acted on the ratings of `round`? Until then those who handle must not know them (R2.37). */
export const isRatingFinal = (of: Pick<Case, "round" | "status" | "escalatedRound">, round: number): boolean =>
  round < of.round || decidedStates.includes(of.status) || of.escalatedRound >= round;

/** Must the current round's rating be kept from this doer? */
export const keepsRating = (of: Case, doer: Pick<Doer, "relations">): boolean => isHandler(doer) && !isRatingFinal(of, of.round);

/** The state as the doer sees it: to a handler an appraised case is still a replied one. */
export const seenStatus = (of: Case, status: CaseState, doer: Pick<Doer, "relations">): CaseState =>
  status === "appraised" && keepsRating(of, doer) ? "replied" : status;

/** May the doer see that this step happened? A hidden step of an earlier, decided round is open to all. */
export const seesStep = (of: Case, step: { verb: string; round: number }, doer: Pick<Doer, "relations">): boolean => {
  if (step.verb === "begin" || !transitionOf(step.verb as VerbName).hiddenFromUnits) return true;
  return !isHandler(doer) || isRatingFinal(of, step.round);
};

/**
 * May the doer see the papers that came with this step? Those of a reply belong to the unit until its leader has signed;
 * correspondence is not for onlookers, the answer is.
 */
export const seesPapers = (
  of: Case,
  step: { verb: string; partId: string | null; data: Readonly<Record<string, unknown>> },
  doer: Doer,
): boolean => {
  if (step.verb !== "draft_reply") return !isOnlooker(doer) || step.verb === "begin" || step.verb === "revise";
  const reply = of.replies.find((one) => one.partId === step.partId && one.round === step.data["round"]);
  return (reply !== undefined && reply.signedAt !== null) || doer.partIds.some((id) => id === step.partId);
};

/** Another deputy of the same congress sees the matter and its answer, not the correspondence. */
export const isOnlooker = (doer: Pick<Doer, "relations">): boolean => doer.relations.every((relation) => relation === "peer");
