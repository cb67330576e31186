import type { Instant } from "../../../platform/clock/instant.ts";
import type { CaseColumns, Commitment, Contact, Feedback, Part, Reply, Request, Signer } from "../case.ts";
import type { VerbName } from "../lifecycle.ts";
import type { CaseState } from "../terms.ts";

interface Of {
  district: string;
  suggestionId: string;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One step of a case, as kept. `draft` is the step that begins every case. */
export interface Step {
  readonly id: string;
  readonly suggestionId: string;
  readonly position: number;
  readonly partId: string | null;
  readonly verb: VerbName | "draft";
  readonly fromStatus: CaseState;
  readonly toStatus: CaseState;
  readonly at: Instant;
  readonly byAccount: string | null;
  readonly byPerson: string | null;
  readonly byOrganisation: string | null;
  readonly byMandate: string | null;
  readonly note: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export type SuggestionTables = {
  suggestion: Mutable<CaseColumns> & { district: string };
  suggestionSeries: { district: string; congressId: string; series: string; last: number };
  suggestionSigner: Of & Mutable<Omit<Signer, "mandateStatus" | "personId">>;
  suggestionPart: Of & Mutable<Part>;
  suggestionContact: Of & Mutable<Contact>;
  suggestionReply: Of & Mutable<Reply>;
  suggestionCommitment: Of & Mutable<Commitment>;
  suggestionFeedback: Of & Mutable<Feedback>;
  suggestionRequest: Of & Mutable<Request>;
  suggestionStep: Mutable<Step> & { district: string };
};
