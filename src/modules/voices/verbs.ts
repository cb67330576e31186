import type { z } from "zod";
import type { Refusal } from "../../platform/refusal.ts";
import type { VoiceVerb } from "./lifecycle.ts";
import * as closing from "./verbs/closing.ts";
import * as growing from "./verbs/growing.ts";
import * as handling from "./verbs/handling.ts";
import * as keeping from "./verbs/keeping.ts";
import * as triage from "./verbs/triage.ts";
import type { Change, Context, Voice } from "./voice.ts";

export interface Verb {
  readonly input: z.ZodObject;
  readonly decide: (of: Voice, input: never, context: Context) => Change | Refusal;
}

/** Every verb of a voice with what it takes and does; the table says when and by whom. */
export const verbs: Readonly<Record<VoiceVerb, Verb>> = {
  ...{ direct: triage.direct, join: triage.join, separate: triage.separate, answer_at_once: triage.answerAtOnce, route: triage.route },
  ...{ take_up: triage.takeUp, put_back: triage.putBack, correct: triage.correct },
  ...{ hand_back: handling.handBack, report_progress: handling.reportProgress, extend: handling.extend, answer: handling.answer },
  ...{ urge: handling.urge, try_visit: closing.tryVisit, revisit: closing.revisit, appraise: closing.appraise },
  ...{ end_unreached: closing.endUnreached, end_unheard: closing.endUnheard, reopen: closing.reopen, withdraw: closing.withdraw },
  ...{ become_opinion: growing.becomeOpinion, become_suggestion: growing.becomeSuggestion, propose_project: growing.proposeProject },
  ...{ propose_lead: growing.proposeLead, conclude: growing.conclude, follow_end: growing.followEnd },
  ...{ add_words: keeping.addWords, clear_public: keeping.clearPublic, open_contact: keeping.openContact },
};
