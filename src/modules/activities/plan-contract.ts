import { z } from "@hono/zod-openapi";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { type PlanVerb, planRow, planVerbs } from "./plan-lifecycle.ts";
import { planDecisions } from "./plan-verbs.ts";
import { planRelations, planSorts, planStates } from "./terms.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const Year = z.coerce.number().int().min(2000).max(2100);
const Sentence = z.object({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  source: z.string().optional(),
});

const Item = z
  .object({
    id: z.uuid(),
    theme: text,
    kind: text,
    /** What the kind is called today. */
    kindName: text,
    fromMonth: z.int(),
    toMonth: z.int(),
    place: maybe,
    campaignId: z.uuid().nullable(),
    campaignName: maybe,
    concern: maybe,
    deputies: z.int().nullable(),
    remarks: maybe,
  })
  .meta({ id: "ActivityPlanItem" });

const EditionView = z.object({ edition: z.int(), publishedAt: text, aim: maybe, items: z.array(Item) }).meta({ id: "ActivityPlanEdition" });

export const PlanLine = z
  .object({
    id: z.uuid(),
    /** The year, as lists of matters show it. */
    label: text,
    /** The group. */
    title: text,
    townName: maybe,
    year: z.int(),
    status: z.enum(planStates),
    items: z.int(),
    publicEdition: z.int().nullable(),
    publishedAt: maybe,
    dueOn: z.null(),
  })
  .meta({ id: "ActivityPlanLine" });

export const PlanView = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    groupName: text,
    townName: maybe,
    year: z.int(),
    status: z.enum(planStates),
    reviewerName: text,
    aim: maybe,
    items: z.array(Item),
    publicEdition: z.int().nullable(),
    publishedAt: maybe,
    /** What everybody sees, while the working text is another. */
    published: EditionView.nullable(),
    /** Why it came back, while nobody has submitted it again. */
    returned: z.object({ verb: text, at: text, note: maybe }).nullable(),
    steps: z.array(z.object({ id: z.uuid(), verb: text, at: text, personName: maybe, note: maybe })),
    relations: z.array(z.enum(planRelations)),
    can: z.array(text),
    cannot: z.array(z.object({ verb: text, reasons: z.array(Sentence) })),
    version: z.int(),
  })
  .meta({ id: "ActivityPlan" });

const read = { tag: "activities", access: "scope:activities", method: "get", status: 200 } as const;

export const planContracts = {
  list: contract({
    ...read,
    path: "/api/activity-plans",
    name: "list_activity_plan",
    summary: "Yearly plans of deputies' groups in my sight, and how many stand in which state",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      status: z.enum(planStates).optional(),
      year: Year.optional(),
      areaId: z.uuid().optional(),
      groupId: z.uuid().optional(),
      mine: z.enum(["true"]).optional(),
      sort: z.enum(planSorts).default("-year"),
    }),
    output: pageOf(PlanLine).extend({ counts: z.record(z.string(), z.int()) }),
  }),
  get: contract({
    ...read,
    path: "/api/activity-plans/{id}",
    name: "get_activity_plan",
    summary: "One yearly plan, and what I can do; what is public of it for whoever has nothing to do with it",
    params: Id,
    output: PlanView,
    versioned: true,
  }),
  kinds: contract({
    ...read,
    path: "/api/activity-kinds",
    name: "list_activity_kind",
    summary: "Kinds of deputies' activity in force",
    output: z.object({ items: z.array(z.object({ code: text, name: text })) }),
  }),
  groups: contract({
    ...read,
    path: "/api/activity-plan-groups",
    name: "list_activity_plan_group",
    summary: "Groups for which I can begin a plan, with the years that have one",
    output: z.object({ items: z.array(z.object({ id: z.uuid(), name: text, years: z.array(z.int()) })) }),
  }),
  begin: contract({
    tag: "activities",
    access: "scope:activities",
    method: "post",
    path: "/api/activity-plans",
    name: "begin_activity_plan",
    summary: "Begin the plan of a group for this year or the next, empty or as a copy of the year before (F3.1)",
    body: z.strictObject({ groupId: z.uuid(), year: z.int().min(2000).max(2100), copy: z.boolean().default(false) }),
    output: PlanView,
    status: 201,
  }),
};

export const planVerbContracts = planVerbs.map((verb) => ({ verb, contract: verbContract(verb) }));

function verbContract(verb: PlanVerb) {
  const { path, source } = planRow(verb);
  return contract({
    tag: "activities",
    access: `verb:activity_plans.${verb}`,
    method: "post",
    path: `/api/activity-plans/{id}/${path}`,
    name: `activity_plan_${verb}`,
    summary: `${verb.replaceAll("_", " ")} (${source})`,
    params: Id,
    body: planDecisions[verb].input,
    output: PlanView,
    status: 201,
  } satisfies Contract);
}
