import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { assignmentNotice } from "./assignment.ts";
import { feedbackForm } from "./feedback.ts";
import { handlingSheet } from "./handling-sheet.ts";
import type { PaperKind } from "./kinds.ts";
import { replyLetter } from "./reply.ts";
import type { Choice, Seen } from "./saying.ts";
import { supervisionNotice } from "./supervision.ts";

type Written = OfficialPaper | Reason;

/** The paper of a case as its reader may see it, or why there is none yet. `choice` tells which of several replies, and to whom. */
export const paperOf = (kind: PaperKind, seen: Seen, choice: Choice = {}): Written =>
  ({ reply: replyLetter, feedback: feedbackForm, sheet: handlingSheet, assignment: assignmentNotice, supervision: supervisionNotice })[
    kind
  ](seen, choice);

export const isWritten = (paper: Written): paper is OfficialPaper => "title" in paper;
