import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";

const text = z.string();
const Day = z.object({ day: z.iso.date(), kind: z.enum(["off", "work"]), name: z.string().trim().min(1).max(40) }).strict();
const year = z.int().min(2000).max(2100);

const Sentence = z.object({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  source: z.string().optional(),
});

/** Facts about one clock that a changed calendar would move. */
export const Move = z
  .object({ clockId: z.uuid(), subjectType: text, subjectId: z.uuid(), key: text, startsOn: text, from: text, to: text })
  .meta({ id: "ClockMove" });

export const CalendarYearView = z
  .object({
    year,
    version: z.int(),
    source: text,
    loadedAt: text,
    days: z.array(z.object({ day: text, kind: z.enum(["off", "work"]), name: text })),
  })
  .meta({ id: "CalendarYear" });

const words = { values: z.array(text), words: text };
/** How a value is filled in. */
export const RuleForm = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("period") }),
    z.object({ kind: z.literal("count"), most: z.int(), of: z.enum(["times", "days"]) }),
    z.object({ kind: z.literal("choice"), name: text, ...words }),
    z.object({ kind: z.literal("codes") }),
    z.object({
      kind: z.literal("entries"),
      columns: z.array(z.object({ name: text, optional: z.boolean().optional(), long: z.boolean().optional() })),
      words: text,
    }),
    z.object({ kind: z.literal("classes"), ...words }),
  ])
  .meta({ id: "RuleForm" });

export const RuleView = z
  .object({
    key: text,
    version: z.int(),
    form: RuleForm,
    value: z.unknown(),
    inForceFrom: text.nullable(),
    source: text,
    statutory: z.object({ amount: z.int(), unit: z.enum(["working_day", "day", "month"]) }).nullable(),
    versions: z.array(
      z.object({ version: z.int(), inForceFrom: text, value: z.unknown(), source: text, note: text.nullable(), setAt: text }),
    ),
  })
  .meta({ id: "Rule" });

const CalendarInput = z.object({ year, source: z.string().trim().min(2).max(200), days: z.array(Day).max(120) }).strict();
const look = { tag: "calendar", access: "signed-in", method: "get", status: 200 } as const;
const keep = { tag: "calendar", access: "duty:rules.keep", method: "post" } as const;

export const calendarContracts = {
  years: contract({
    ...look,
    path: "/api/calendar-years",
    name: "list_calendar_year",
    summary: "Public holidays and make-up days in force, by year",
    output: z.object({ items: z.array(CalendarYearView) }),
  }),
  preview: contract({
    ...keep,
    path: "/api/calendar-previews",
    name: "preview_calendar",
    summary: "Which running clocks another calendar would move",
    body: CalendarInput,
    output: z.object({ moves: z.array(Move), running: z.int() }),
    status: 201,
  }),
  load: contract({
    ...keep,
    path: "/api/calendar-years",
    name: "load_calendar",
    summary: "Load a calendar as a new version; running clocks are computed anew, each with a fact",
    body: CalendarInput,
    output: z.object({ calendar: CalendarYearView, moves: z.array(Move) }),
    status: 201,
  }),
  explain: contract({
    ...look,
    path: "/api/due-dates",
    name: "compute_due_date",
    summary: "When a period ends that starts on a day, and why",
    query: z.object({
      start: z.iso.date(),
      amount: z.coerce.number().int().min(1).max(366),
      unit: z.enum(["working_day", "day", "month"]),
    }),
    output: z.object({ dueOn: text, steps: z.array(Sentence) }),
  }),
  rules: contract({
    ...look,
    path: "/api/rules",
    name: "list_rule",
    summary: "Rules in force today, with all their versions",
    output: z.object({ items: z.array(RuleView) }),
  }),
  setRule: contract({
    ...keep,
    path: "/api/rules",
    name: "set_rule",
    summary: "A new version of a rule, in force from a day on; cases keep the version they began under",
    body: z
      .object({
        key: z.string().max(60),
        value: z.unknown(),
        inForceFrom: z.iso.date(),
        source: z.string().trim().min(2).max(200),
        note: z.string().trim().max(500).nullable().default(null),
      })
      .strict(),
    output: RuleView,
    status: 201,
  }),
};
