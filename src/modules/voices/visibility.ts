import { transitionOf, type VoiceVerb } from "./lifecycle.ts";
import type { Doer, Voice, VoiceAnswer } from "./voice.ts";

/** Does the doer look at a voice only as the one who answers for it? */
const onlyHandles = ({ relations }: Pick<Doer, "relations">): boolean =>
  (relations.includes("unit") || relations.includes("taker")) && !relations.includes("visitor");

/** Is what was said to the answer of a round settled? A round is over when the matter comes back or is closed. */
export const isFinal = (of: Pick<Voice, "round" | "status">, round: number): boolean => round < of.round || of.status === "closed";

/** May the doer see that this step happened? Whoever answered must not watch how the asking goes (R2.37). */
export const seesStep = (of: Voice, step: { verb: string; round: number }, doer: Pick<Doer, "relations">): boolean => {
  if (step.verb === "begin" || !transitionOf(step.verb as VoiceVerb).hiddenFromHandlers) return true;
  return !onlyHandles(doer) || isFinal(of, step.round);
};

/** How often the speaker was asked for in vain in this round: nothing to whoever answered, until the round is over. */
export const seenTries = (of: Voice, doer: Pick<Doer, "relations">): number => (!onlyHandles(doer) || isFinal(of, of.round) ? of.tries : 0);

/** An answer as the doer may see it: the judgement comes to whoever gave it when it is final. */
export const seenAnswer = (of: Voice, answer: VoiceAnswer, doer: Pick<Doer, "relations">): VoiceAnswer =>
  !onlyHandles(doer) || isFinal(of, answer.round) ? answer : { ...answer, grade: null, gradeReasons: null, gradedAt: null, gradedBy: null };
