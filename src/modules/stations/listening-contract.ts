import { z } from "@hono/zod-openapi";
import { Attachments, AttachmentView, SizeQuery } from "../../platform/files/contract.ts";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { type ListeningVerb, listeningRow, listeningVerbs } from "./listening-lifecycle.ts";
import { listeningDecisions } from "./listening-verbs.ts";
import { listeningRelations, listeningStates, outcomes, pointStates } from "./terms.ts";
import { hours } from "./verbs.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const Sentence = z.object({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  source: z.string().optional(),
});

export const ListeningLine = z
  .object({
    id: z.uuid(),
    stationId: z.uuid(),
    stationName: text,
    organName: text,
    topic: text,
    status: z.enum(listeningStates),
    day: text,
    startsAt: text,
    endsAt: text,
    points: z.int(),
    open: z.int(),
    /** The nearest running time limit of an answer. */
    dueOn: maybe,
  })
  .meta({ id: "ListeningLine" });

export const ListeningView = z
  .object({
    ...ListeningLine.omit({ points: true, open: true, dueOn: true }).shape,
    organId: z.uuid(),
    about: maybe,
    announcedAt: maybe,
    heldAt: maybe,
    present: z.int().nullable(),
    deputies: z.array(z.object({ mandateId: z.uuid(), name: text })),
    summary: maybe,
    closedAt: maybe,
    points: z.array(
      z.object({
        id: z.uuid(),
        position: z.int(),
        content: text,
        deputyName: maybe,
        unitId: z.uuid(),
        unitName: text,
        status: z.enum(pointStates),
        answer: maybe,
        answeredOn: maybe,
        outcome: z.enum(outcomes).nullable(),
        followUp: maybe,
        followedUpOn: maybe,
        dueOn: maybe,
        /** Its answer is the actor's. */
        mine: z.boolean(),
      }),
    ),
    attachments: z.array(AttachmentView),
    relations: z.array(z.enum(listeningRelations)),
    can: z.array(text),
    cannot: z.array(z.object({ verb: text, reasons: z.array(Sentence) })),
    version: z.int(),
  })
  .meta({ id: "Listening" });

const read = { tag: "stations", access: "scope:stations", method: "get", status: 200 } as const;

export const listeningContracts = {
  list: contract({
    ...read,
    path: "/api/listenings",
    name: "list_listening",
    summary: "Listening sessions in my sight, the latest first",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      stationId: z.uuid().optional(),
      status: z.enum(listeningStates).optional(),
    }),
    output: pageOf(ListeningLine),
  }),
  get: contract({
    ...read,
    path: "/api/listenings/{id}",
    name: "get_listening",
    summary: "One listening session with its points, and what I can do",
    params: Id,
    output: ListeningView,
    versioned: true,
  }),
  attachment: contract({
    ...read,
    path: "/api/listenings/{id}/attachments/{fileId}",
    name: "get_listening_attachment",
    summary: "A paper of a listening session in my sight",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  plan: contract({
    tag: "stations",
    access: "scope:stations",
    method: "post",
    path: "/api/listenings",
    name: "plan_listening",
    summary: "Plan a listening session of a state organ at a station",
    body: hours.extend({
      stationId: z.uuid(),
      organId: z.uuid(),
      topic: z.string().trim().min(2).max(80),
      about: z.string().trim().max(1000).nullable().default(null),
    }),
    output: ListeningView,
    status: 201,
  }),
};

export const listeningVerbContracts = listeningVerbs.map((verb) => ({ verb, contract: verbContract(verb) }));

function verbContract(verb: ListeningVerb) {
  const { path, source, attaches } = listeningRow(verb);
  const { input } = listeningDecisions[verb];
  return contract({
    tag: "stations",
    access: `verb:listening.${verb}`,
    method: "post",
    path: `/api/listenings/{id}/${path}`,
    name: `listening_${verb}`,
    summary: `${verb.replaceAll("_", " ")} (${source})`,
    params: Id,
    body: attaches ? input.extend({ attachments: Attachments.optional() }) : input,
    output: ListeningView,
    status: 201,
  } satisfies Contract);
}
