import { z } from "zod";
import type { FieldFault } from "../../../platform/refusal.ts";
import { composed } from "../answers.ts";
import type { Case, Reply } from "../case.ts";
import { pointsOf } from "../points.ts";

/** A reply is typed point by point, one answer for each point of the proposal in its order, or as one piece. */
export const replyText = {
  body: z.string().trim().max(20_000).nullable().default(null),
  answers: z
    .strictObject({
      opening: z.string().trim().max(2000).default(""),
      points: z.array(z.string().trim().max(5000)).max(200),
      closing: z.string().trim().max(3000).default(""),
    })
    .nullable()
    .default(null),
};

type Typed = z.output<z.ZodObject<typeof replyText>>;
type Written = Pick<Reply, "body" | "answers">;
interface Faulty {
  readonly faults: readonly FieldFault[];
}

/** The text of a reply, or what it lacks: every point wants an answer (R2.29). */
export function textOf(of: Case, { body, answers }: Typed): Written | Faulty {
  if (answers === null) return inOnePiece(body);
  if (body !== null) return faulty({ field: "body", code: "suggestion.body_or_answers" });
  const asked = pointsOf(of.proposal);
  if (answers.points.length !== asked.length)
    return faulty({ field: "answers.points", code: "suggestion.points_differ", params: { count: asked.length }, source: "R2.29" });
  const faults = answers.points.flatMap((answer, index): FieldFault[] =>
    answer.length < 2
      ? [{ field: `answers.points.${index}`, code: "suggestion.point_unanswered", params: { number: index + 1 }, source: "R2.29" }]
      : [],
  );
  if (faults.length > 0) return faulty(...faults);
  const whole = { ...answers, points: asked.map((one, index) => ({ asked: one, answer: answers.points[index] ?? "" })) };
  const text = composed(whole);
  if (text.length > 20_000) return faulty({ field: "answers.points", code: "field.too_big_string", params: { limit: 20_000 } });
  return { body: text, answers: whole };
}

function inOnePiece(body: string | null): Written | Faulty {
  if (!body) return faulty({ field: "body", code: "field.required" });
  return body.length < 20 ? faulty({ field: "body", code: "field.too_small_string", params: { limit: 20 } }) : { body, answers: null };
}

const faulty = (...faults: FieldFault[]): Faulty => ({ faults });
