import type { Schemas } from "../../../web/api/client.ts";
import { namingFiles } from "../../../web/ui/attachment-field.tsx";
import { composed } from "../answers.ts";
import { gist, pointsOf } from "../points.ts";
import { type ResultClass, replyFaults } from "../reply-rules.ts";
import type { Outcome } from "../terms.ts";
import type { Suggestion } from "./api.ts";

export type Part = Suggestion["parts"][number];
type Reply = Suggestion["replies"][number];

/** A path into the draft. */
export type Place = (string | number)[];

/** What is known of a question to a co-handler by where it was begun. */
export interface Asking {
  readonly partId?: string;
  readonly point?: number;
}

/** What stands in the editor; its paths are those that the server's word on a field will name. */
export interface ReplyDraft {
  /** Point by point, or as one piece. */
  readonly whole?: boolean;
  readonly answers?: { readonly opening?: string; readonly points?: readonly (string | undefined)[]; readonly closing?: string };
  readonly body?: string;
  readonly resultClass?: string;
  readonly outcome?: Outcome;
  readonly reason?: string | null;
  readonly commitments?: readonly { readonly content?: string; readonly owner?: string; readonly dueOn?: string }[];
  readonly attachments?: readonly Schemas["Attachment"][];
}

/** The part of the case that the reader's own unit answers for; undefined for everyone else. */
export const partToAnswer = (of: Suggestion): Part | undefined => of.parts.findLast((part) => part.mine && part.role !== "CO");

/** The unsigned reply of this round. */
export const unsignedReply = (of: Suggestion, part: Part): Reply | undefined =>
  of.replies.find((reply) => reply.partId === part.id && reply.signedAt === null);

/** What the editor begins with: the reply that came back, or empty fields for each point. */
export function beginningOf(of: Suggestion, part: Part): ReplyDraft {
  const before = unsignedReply(of, part);
  const points = pointsOf(of.proposal);
  const empty = { opening: "", points: points.map(() => ""), closing: "" };
  if (!before) return { whole: false, answers: empty, commitments: [] };
  const { answers, body, resultClass, outcome, reason } = before;
  const fits = answers !== null && answers.points.length === points.length;
  return {
    ...{ whole: !fits, resultClass, outcome, reason },
    ...(fits ? { answers: { ...answers, points: answers.points.map((one) => one.answer) } } : { answers: empty, body }),
    commitments: of.commitments
      .filter((one) => one.partId === part.id && one.state === "draft")
      .map(({ content, owner, dueOn }) => ({ content, owner, dueOn })),
    attachments: of.timeline.findLast((step) => step.verb === "draft_reply" && step.partId === part.id)?.attachments ?? [],
  };
}

/** The text as the letter will carry it, with points that still wait for their answers. */
export function textIn(of: Suggestion, { whole, body, answers }: ReplyDraft): string {
  return whole ? (body ?? "") : composed(answersIn(of, answers));
}

/** What was asked, with what is answered so far. */
export function answersIn(of: Suggestion, { opening = "", points = [], closing = "" }: NonNullable<ReplyDraft["answers"]> = {}) {
  const answered = pointsOf(of.proposal).map((asked, index) => ({ asked, answer: points[index]?.trim() ?? "" }));
  return { opening: opening.trim(), points: answered, closing: closing.trim() };
}

/** What goes out. */
export function bodyOf({ whole, answers, body, reason, commitments = [], attachments, ...rest }: ReplyDraft): object {
  const text = whole ? { body: body ?? "" } : { answers };
  const files = attachments ? namingFiles({ attachments }) : {};
  return { ...text, ...rest, reason: reason || null, commitments, ...files };
}

export interface Warning {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  /** The field to go to. */
  readonly field?: Place;
}

/** What keeps this draft from going to the leader, or should be looked at before: the same words that a refusal has. */
export function warningsOf(of: Suggestion, draft: ReplyDraft, classes: readonly ResultClass[], today: string): Warning[] {
  const missing = (of.cannot.find((one) => one.verb === "draft_reply")?.reasons ?? []).map(({ code, params }) => ({ code, params }));
  return [...missing, ...unanswered(of, draft), ...lacking(draft, classes, today), ...unspoken(of, draft), ...unfilled(draft)];
}

function unanswered(of: Suggestion, { whole, answers, body }: ReplyDraft): Warning[] {
  if (whole) return (body?.trim().length ?? 0) < 20 ? [{ code: "suggestion.reply_editor.body_short", field: ["body"] }] : [];
  return pointsOf(of.proposal).flatMap((_, index) =>
    (answers?.points?.[index]?.trim().length ?? 0) < 2
      ? [{ code: "suggestion.point_unanswered", params: { number: index + 1 }, field: ["answers", "points", index] }]
      : [],
  );
}

function lacking(
  { resultClass, outcome, reason, commitments = [] }: ReplyDraft,
  classes: readonly ResultClass[],
  today: string,
): Warning[] {
  if (!resultClass) return [{ code: "suggestion.reply_editor.class_missing", field: ["resultClass"] }];
  if (!outcome) return [{ code: "suggestion.reply_editor.outcome_missing", field: ["outcome"] }];
  const promises = commitments.map((one) => ({ dueOn: one?.dueOn ?? "9999-12-31" }));
  return replyFaults({ resultClass, outcome, reason: reason?.trim() || null, commitments: promises }, classes, today).map(
    ({ code, params, field }) => ({ code, params, field: field.split(".").map((one) => (/^\d+$/.test(one) ? Number(one) : one)) }),
  );
}

/** The one reply of the lead states what the co-handlers said (R2.22). */
function unspoken(of: Suggestion, draft: ReplyDraft): Warning[] {
  const text = textIn(of, draft);
  return opinionsIn(of)
    .filter(({ opinion, unit }) => opinion !== null && !text.includes(unit))
    .map(({ unit }) => ({ code: "suggestion.reply_editor.co_handler_unstated", params: { unit } }));
}

/** A template's dots that nobody has filled in. */
function unfilled({ whole, body, answers }: ReplyDraft): Warning[] {
  const typed = whole ? [body] : [answers?.opening, ...(answers?.points ?? []), answers?.closing];
  return typed.some((text) => text?.includes("……")) ? [{ code: "suggestion.reply_editor.dots_left" }] : [];
}

export interface CoOpinion {
  readonly part: Part;
  readonly unit: string;
  /** The newest; null while it has not been given. */
  readonly opinion: string | null;
  readonly at: string | null;
  /** The one point that it was asked about. */
  readonly point: number | null;
  /** What it has been asked and has not answered. */
  readonly asks: readonly Suggestion["requests"][number][];
}

/** What the co-handlers have said. */
export function opinionsIn(of: Suggestion): CoOpinion[] {
  return of.parts
    .filter((part) => part.role === "CO" && part.status !== "handed_back" && part.status !== "ended")
    .map((part) => {
      const given = of.timeline.findLast((step) => step.verb === "give_opinion" && step.partId === part.id);
      const points = given?.data["points"];
      return {
        ...{ part, unit: part.unit.name, opinion: given?.note ?? null, at: given?.at ?? null },
        point: Array.isArray(points) && points.length === 1 ? Number(points[0]) : null,
        asks: of.requests.filter((one) => one.kind === "co_opinion" && one.partId === part.id && one.decision === null),
      };
    });
}

/** The leader's remarks on the reply that came back, while it has not been handed in again. */
export function remarksOn(of: Suggestion, part: Part): Suggestion["timeline"][number] | undefined {
  const last = of.timeline.findLast((step) => step.partId === part.id && (step.verb === "draft_reply" || step.verb === "return_reply"));
  return last?.verb === "return_reply" ? last : undefined;
}

export const pointName = (of: Suggestion, index: number): string => gist(pointsOf(of.proposal)[index] ?? "");
