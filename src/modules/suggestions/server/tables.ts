import type {
  CaseColumns,
  Commitment,
  Contact,
  Escalation,
  Feedback,
  IssuedPaper,
  Part,
  Reply,
  Request,
  Signer,
  Supervision,
} from "../case.ts";
import type { nearestDue } from "../nearest.ts";

interface Of {
  district: string;
  suggestionId: string;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type SuggestionTables = {
  suggestion: Mutable<CaseColumns> & ReturnType<typeof nearestDue> & { district: string };
  suggestionSeries: { district: string; congressId: string; series: string; last: number };
  suggestionSigner: Of & Mutable<Omit<Signer, "mandateStatus" | "personId">>;
  suggestionPart: Of & Mutable<Part>;
  suggestionContact: Of & Mutable<Contact>;
  suggestionReply: Of & Mutable<Reply>;
  suggestionCommitment: Of & Mutable<Commitment>;
  suggestionFeedback: Of & Mutable<Feedback>;
  suggestionRequest: Of & Mutable<Request>;
  suggestionPaper: Of & Mutable<IssuedPaper>;
  suggestionSupervision: Of & Mutable<Supervision>;
  suggestionEscalation: Of & Mutable<Escalation>;
};
