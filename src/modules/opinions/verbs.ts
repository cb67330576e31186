import { z } from "zod";
import { yearIn } from "../../platform/clock/instant.ts";
import { invalid, type Refusal } from "../../platform/refusal.ts";
import type { ClockRow } from "../calendar/index.ts";
import type { OpinionVerb } from "./lifecycle.ts";
import { type Change, type Context, currentResult, type Opinion, type Result, subjectType } from "./opinion.ts";
import { appraisalRounds } from "./rule-definitions.ts";
import { opinionGrades } from "./terms.ts";

const words = (max: number, min = 2) => z.string().trim().min(min).max(max);
const maybe = z.string().trim().max(2000).nullable().default(null);
const reasoned = z.strictObject({ note: words(2000) });

/** What a deputy types: one matter, one place, a few sentences. */
export const opinionPaper = z.strictObject({
  title: words(60, 4),
  content: words(2000, 10),
  category: z.string().max(40),
  areaId: z.uuid(),
  campaignId: z.uuid().nullable().default(null),
});

interface Verb {
  readonly input: z.ZodObject;
  readonly decide: (of: Opinion, input: never, context: Context) => Change | Refusal;
}
const verb = <Input>(
  input: z.ZodObject & z.ZodType<Input>,
  decide: (of: Opinion, input: Input, context: Context) => Change | Refusal,
): Verb => ({
  input,
  decide,
});

const start = (of: Opinion, context: Context, key: string): ClockRow =>
  context.clocks.start({ id: context.newId(), subjectType, subjectId: of.id, key: `opinion.${key}`, startsOn: context.today });
const stopAll = (of: Opinion, context: Context, by: string): ClockRow[] =>
  of.clocks.filter((clock) => clock.stoppedOn === null).map((clock) => context.clocks.stop(clock, context.today, by));

/** Handed over: from now on it is received and counts, whoever handles it in the end. */
const assign = verb(z.strictObject({ unitId: z.uuid(), note: maybe }), (of, { unitId, note }, context) => {
  if (!context.organisation(unitId)?.handles) return invalid({ field: "unitId", code: "opinion.not_a_handling_unit" });
  const numbered = of.number === null ? { number: context.nextNumber, numberYear: yearIn(context.today) } : {};
  const clocks = [...stopAll(of, context, "assign"), start(of, context, "handle")];
  return { to: "handling", set: { unitId, receivedOn: of.receivedOn ?? context.today, ...numbered }, note, data: { unitId }, clocks };
});

const answer = verb(
  z.strictObject({
    answer: words(3000, 10),
    solved: z.boolean(),
    cost: z.number().min(0).max(1e11).default(0),
    households: z.int().min(0).max(1e7).default(0),
    people: z.int().min(0).max(1e8).default(0),
  }),
  (of, typed, context) => {
    const result: Result = {
      ...typed,
      id: context.newId(),
      round: of.round,
      answeredOn: context.today,
      grade: null,
      gradeReasons: null,
      gradedAt: null,
    };
    const { solved, cost, households, people } = typed;
    return {
      to: "answered",
      results: [result],
      data: { solved, cost, households, people },
      clocks: [...stopAll(of, context, "answer"), start(of, context, "appraise")],
    };
  },
);

const appraise = verb(z.strictObject({ grade: z.enum(opinionGrades), reasons: maybe }), (of, { grade, reasons }, context) => {
  const result = currentResult(of);
  if (!result) throw new Error("the table lets nobody appraise what was not answered");
  if (grade === "DISSATISFIED" && (reasons ?? "").length < 5)
    return invalid({ field: "reasons", code: "opinion.dissatisfaction_wants_reasons", source: "R2.32" });
  const results = [{ ...result, grade, gradeReasons: reasons, gradedAt: context.now }];
  const done = stopAll(of, context, "appraise");
  const { max } = context.statute.rule(appraisalRounds, context.today).value;
  if (grade === "DISSATISFIED" && of.round < max)
    return { to: "handling", set: { round: of.round + 1 }, results, data: { grade }, clocks: [...done, start(of, context, "handle")] };
  return { to: "closed", set: { closedAt: context.now, ending: "answered" }, results, data: { grade }, clocks: done };
});

/** Every verb of the light track with what it takes and does; the table says when and by whom. */
export const verbs: Readonly<Record<OpinionVerb, Verb>> = {
  resubmit: verb(opinionPaper.omit({ areaId: true, campaignId: true }), (of, paper, context) => ({
    to: "submitted",
    set: paper,
    clocks: [start(of, context, "assign")],
  })),
  withdraw: verb(z.strictObject({ note: maybe }), (of, { note }, context) => ({
    to: "withdrawn",
    note,
    clocks: stopAll(of, context, "withdraw"),
  })),
  return: verb(reasoned, (of, { note }, context) => ({ to: "returned", note, clocks: stopAll(of, context, "return") })),
  decline: verb(reasoned, (of, { note }, context) => ({ to: "declined", note, clocks: stopAll(of, context, "decline") })),
  assign,
  hand_back: verb(reasoned, (of, { note }, context) => ({
    to: "reassigning",
    note,
    clocks: [...stopAll(of, context, "hand_back"), start(of, context, "assign")],
  })),
  report_progress: verb(reasoned, (_of, { note }) => ({ note })),
  supervise: verb(reasoned, (_of, { note }) => ({ note })),
  urge: verb(reasoned, (_of, { note }) => ({ note, urges: true })),
  answer,
  appraise,
  lapse_appraisal: verb(z.strictObject({}), (of, _input, context) => ({
    to: "closed",
    set: { closedAt: context.now, ending: "answered" },
    clocks: stopAll(of, context, "lapse"),
  })),
  upgrade: verb(z.strictObject({ suggestionId: z.uuid() }), (of, { suggestionId }, context) => ({
    to: "upgraded",
    set: { suggestionId },
    data: { suggestionId },
    clocks: stopAll(of, context, "upgrade"),
  })),
  conclude_upgrade: verb(z.strictObject({ outcome: z.string() }), (_of, { outcome }, context) => ({
    to: "closed",
    set: { closedAt: context.now, ending: "upgraded" },
    data: { outcome },
  })),
};
