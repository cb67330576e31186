import { type OfficialPaper, row } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { type Grade, grades } from "../terms.ts";
import {
  addresseeOf,
  type Choice,
  caseName,
  caseOf,
  chosenReply,
  dayOf,
  deputiesOf,
  longDate,
  type Seen,
  say,
  term,
  titled,
  unitOf,
} from "./saying.ts";

/** Room for a hand, and yet one page. */
const columns = [34, 46, 28, 48];

/** 征询意见表 (R2.32): sent with the reply; ticked where the reader may see what was answered. */
export function feedbackForm(of: Seen, choice: Choice = {}): OfficialPaper | Reason {
  const reply = chosenReply({ ...of, replies: of.replies.filter((one) => one.signedAt !== null) }, choice.replyId);
  if (!reply?.signedAt) return { code: "suggestion.papers.need.signed_reply", source: "R2.28" };
  const to = addresseeOf(of, reply, choice);
  if (to && "code" in to) return to;
  const own = caseOf(of, to);
  const given = of.feedbacks.filter((one) => one.round === reply.round && (!to || one.mandateId === to.mandateId));
  const answer = given.length === 1 ? given[0] : undefined;
  const line = (...texts: string[]) => row(columns.length, texts);
  const wide = (label: string, text: string, height = 11) => row(columns.length, [say(label), text], height);
  const { name: called } = titled("feedback.title", own);
  const title = say("feedback.title", { case: `${caseName(own, "_title")}\n` });
  const name = to ? say("to_one", { name: called, deputy: to.name }) : called;
  const rows = [
    line(say("sheet.number"), own.label, say("sheet.deputies"), to?.name ?? answer?.name ?? deputiesOf(of)),
    wide("sheet.subject", to?.title ?? of.title),
    line(say("feedback.unit"), unitOf(of, reply.partId), say("feedback.class"), reply.className || reply.resultClass),
    line(say("feedback.document"), reply.documentNo ?? "", say("feedback.replied"), longDate(dayOf(reply.signedAt))),
    wide("feedback.contacted", ticks([say("feedback.yes"), say("feedback.no")])),
    wide("feedback.attitude", ticks(grades.map(graded), answer?.attitude && graded(answer.attitude))),
    wide("feedback.result", ticks(grades.map(graded), answer?.result && graded(answer.result))),
    wide("feedback.reasons", answer?.reasons ?? "", 36),
    wide("feedback.signature", answer ? longDate(dayOf(answer.at)) : say("blank_date"), 15),
  ];
  const notes = { kind: "paragraph", text: say("feedback.note", { reviewer: of.reviewer.name }) } as const;
  return {
    ...{ name, title, head: null, documentNo: null, mark: null, draft: null },
    ...{ addressee: null, blocks: [{ kind: "table", columns, rows }, notes], signature: null, contact: null, copies: null },
  };
}

const graded = (grade: Grade): string => term(`grade.${grade}`);
const ticks = (choices: readonly string[], chosen?: string | null): string =>
  choices.map((choice) => `${choice === chosen ? "■" : "□"} ${choice}`).join("　　");
