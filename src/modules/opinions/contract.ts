import { z } from "@hono/zod-openapi";
import { Attachments, AttachmentView, SizeQuery } from "../../platform/files/contract.ts";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { type OpinionVerb, opinionVerbs, transitionOf } from "./lifecycle.ts";
import { endings, opinionGrades, opinionRelations, opinionStates } from "./terms.ts";
import { opinionPaper, verbs } from "./verbs.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const Named = z.object({ id: z.uuid(), name: text });
const Sentence = z.object({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  source: z.string().optional(),
});

export const OpinionLine = z
  .object({
    id: z.uuid(),
    label: text,
    title: text,
    status: z.enum(opinionStates),
    category: text,
    areaName: text,
    deputy: Named,
    unitName: maybe,
    submittedAt: text,
    dueOn: maybe,
    /** Where it was found; given to a search only. */
    match: z
      .object({ field: z.enum(["title", "content", "answer"]), text })
      .nullable()
      .optional(),
  })
  .meta({ id: "OpinionLine" });

export const OpinionView = z
  .object({
    id: z.uuid(),
    label: text,
    ...opinionPaper.shape,
    areaName: text,
    campaign: Named.nullable(),
    deputy: Named,
    congressName: text,
    receiver: Named,
    unit: Named.nullable(),
    status: z.enum(opinionStates),
    round: z.int(),
    submittedAt: text,
    receivedOn: maybe,
    closedAt: maybe,
    /** Days from being handed over until it was answered. */
    days: z.int().nullable(),
    ending: z.enum(endings).nullable(),
    suggestionId: z.uuid().nullable(),
    results: z.array(
      z.object({
        id: z.uuid(),
        round: z.int(),
        answer: text,
        solved: z.boolean(),
        cost: z.number(),
        households: z.int(),
        people: z.int(),
        answeredOn: text,
        grade: z.enum(opinionGrades).nullable(),
        gradeReasons: maybe,
        gradedAt: maybe,
      }),
    ),
    clocks: z.array(
      z.object({ id: z.uuid(), key: text, startsOn: text, dueOn: text, stoppedOn: maybe, paused: z.boolean(), steps: z.array(Sentence) }),
    ),
    timeline: z.array(
      z.object({
        id: z.uuid(),
        verb: text,
        at: text,
        byName: maybe,
        actingFor: maybe,
        fromStatus: z.enum(opinionStates),
        toStatus: z.enum(opinionStates),
        note: maybe,
        data: z.record(z.string(), z.unknown()),
        attachments: z.array(AttachmentView),
      }),
    ),
    /** Photos and papers of what was asked. */
    attachments: z.array(AttachmentView),
    relations: z.array(z.enum(opinionRelations)),
    can: z.array(text),
    cannot: z.array(z.object({ verb: text, reasons: z.array(Sentence) })),
    version: z.int(),
  })
  .meta({ id: "Opinion" });

const read = { tag: "opinions", access: "scope:opinions", method: "get", status: 200 } as const;
const flag = z.enum(["true", "false"]).optional();

export const opinionContracts = {
  list: contract({
    ...read,
    path: "/api/opinions",
    name: "list_opinion",
    summary: "Livelihood opinions in my sight",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      status: z.union([z.enum(opinionStates), z.array(z.enum(opinionStates))]).optional(),
      category: z.string().max(40).optional(),
      areaId: z.uuid().optional(),
      unitId: z.uuid().optional(),
      campaignId: z.uuid().optional(),
      mine: flag,
      overdue: flag,
      received: flag,
    }),
    output: pageOf(OpinionLine).extend({ counts: z.record(z.string(), z.int()) }),
  }),
  get: contract({
    ...read,
    path: "/api/opinions/{id}",
    name: "get_opinion",
    summary: "One opinion, its timeline, and what I can do",
    params: Id,
    output: OpinionView,
    versioned: true,
  }),
  months: contract({
    ...read,
    path: "/api/opinion-months",
    name: "count_opinion_months",
    summary: "How many opinions I raised in each month of this year",
    output: z.object({ year: z.int(), months: z.array(z.object({ month: z.int(), count: z.int() })) }),
  }),
  attachment: contract({
    ...read,
    path: "/api/opinions/{id}/attachments/{fileId}",
    name: "get_opinion_attachment",
    summary: "A photo or document of an opinion in my sight",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  raise: contract({
    tag: "opinions",
    access: "verb:opinions.raise",
    method: "post",
    path: "/api/opinions",
    name: "raise_opinion",
    summary: "Raise an opinion, in one step",
    body: opinionPaper.extend({ mandateId: z.uuid(), attachments: Attachments.optional() }),
    output: OpinionView,
    status: 201,
  }),
};

/** `POST /api/opinions/{id}/answers` and its like: one for each verb that a person can perform. */
export const verbContracts = opinionVerbs
  .filter((verb) => !transitionOf(verb).by.every((relation) => relation === "house"))
  .map((verb) => ({ verb, contract: verbContract(verb) }));

/** What is typed, and the files that come with it where the table lets files come. */
function inputOf(verb: OpinionVerb) {
  const { input } = verbs[verb];
  return transitionOf(verb).attaches ? input.extend({ attachments: Attachments.optional() }) : input;
}

function verbContract(verb: OpinionVerb) {
  const { path, source } = transitionOf(verb);
  return contract({
    tag: "opinions",
    access: `verb:opinions.${verb}`,
    method: "post",
    path: `/api/opinions/{id}/${path}`,
    name: `opinion_${verb}`,
    summary: `${verb.replaceAll("_", " ")} (${source})`,
    params: Id,
    // The suggestion that an upgrade makes is made by the product, not typed.
    body: verb === "upgrade" ? z.strictObject({}) : inputOf(verb),
    output: OpinionView,
    status: 201,
  } satisfies Contract);
}
