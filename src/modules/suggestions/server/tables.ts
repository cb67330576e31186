import type { CaseColumns, Commitment, Contact, Escalation, Feedback, Part, Reply, Request, Signer, Supervision } from "../case.ts";

interface Of {
  district: string;
  suggestionId: string;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

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
  suggestionSupervision: Of & Mutable<Supervision>;
  suggestionEscalation: Of & Mutable<Escalation>;
};
