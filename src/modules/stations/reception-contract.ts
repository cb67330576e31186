import { z } from "@hono/zod-openapi";
import { Attachments, AttachmentView, SizeQuery } from "../../platform/files/contract.ts";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { paperFormats } from "../../platform/papers/paper.ts";
import { type ReceptionVerb, receptionVerbs, transitionOf } from "./lifecycle.ts";
import { attendances, exchangeStates, receptionKinds, receptionMeasures, receptionRelations, receptionStates } from "./terms.ts";
import { hours, verbs } from "./verbs.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const year = z.coerce.number().int().min(2000).max(2100);
const Sentence = z.object({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  source: z.string().optional(),
});

const Expected = z.object({ mandateId: z.uuid(), name: text, state: z.enum(attendances), standsInForName: maybe });

export const ReceptionLine = z
  .object({
    id: z.uuid(),
    stationId: z.uuid(),
    stationName: text,
    kind: z.enum(receptionKinds),
    status: z.enum(receptionStates),
    day: text,
    startsAt: text,
    endsAt: text,
    place: maybe,
    theme: maybe,
    areaName: maybe,
    liaisonName: maybe,
    announceBy: text,
    visitors: z.int().nullable(),
    deputies: z.array(Expected),
  })
  .meta({ id: "ReceptionLine" });

export const ReceptionView = z
  .object({
    ...ReceptionLine.shape,
    stationAddress: text,
    rosterId: z.uuid().nullable(),
    plannedFor: maybe,
    areaId: z.uuid().nullable(),
    grid: maybe,
    liaisonId: z.uuid().nullable(),
    recordBy: text,
    announcedAt: maybe,
    heldAt: maybe,
    summary: maybe,
    deputies: z.array(Expected.extend({ signedInAt: maybe, signedInBy: z.enum(["code", "station"]).nullable(), mine: z.boolean() })),
    exchanges: z.array(
      z.object({
        id: z.uuid(),
        asker: z.uuid(),
        askerName: text,
        asked: z.uuid(),
        askedName: text,
        swap: z.object({ id: z.uuid(), startsAt: text }).nullable(),
        status: z.enum(exchangeStates),
        askedAt: text,
        answeredAt: maybe,
        note: maybe,
        /** Its answer is the actor's. */
        mine: z.boolean(),
      }),
    ),
    timeline: z.array(
      z.object({
        id: z.uuid(),
        verb: text,
        at: text,
        byName: maybe,
        note: maybe,
        data: z.record(z.string(), z.unknown()),
        attachments: z.array(AttachmentView),
      }),
    ),
    relations: z.array(z.enum(receptionRelations)),
    can: z.array(text),
    cannot: z.array(z.object({ verb: text, reasons: z.array(Sentence) })),
    version: z.int(),
  })
  .meta({ id: "Reception" });

const Planned = z.object({
  plannedFor: text,
  day: text,
  deputies: z.array(z.object({ mandateId: z.uuid(), name: text })),
  /** So many deputies could not be found. */
  missing: z.int(),
});

export const PlanView = z
  .object({
    year: z.int(),
    /** The holiday calendar of the year has been loaded. */
    calendarKnown: z.boolean(),
    added: z.array(Planned),
    changed: z.array(Planned.extend({ id: z.uuid(), before: z.object({ day: text, deputies: z.array(text) }) })),
    same: z.array(Planned.extend({ id: z.uuid() })),
    /** No longer named by the roster: they are cancelled. */
    gone: z.array(z.object({ id: z.uuid(), day: text, deputies: z.array(text) })),
    /** Announced, held, exchanged or changed by hand: whatever is generated, they stay. */
    fixed: z.array(z.object({ id: z.uuid(), plannedFor: text, day: text, status: z.enum(receptionStates), deputies: z.array(text) })),
    /** Duties of each placed deputy in the year, if it is carried out. */
    duties: z.array(z.object({ mandateId: z.uuid(), name: text, count: z.int() })),
  })
  .meta({ id: "RosterPlan" });

const tag = "stations";
const read = { tag, access: "signed-in", method: "get", status: 200 } as const;
const optionalId = z.uuid().nullable().default(null);
const optional = (max: number) => z.string().trim().max(max).nullable().default(null);

export const receptionContracts = {
  list: contract({
    ...read,
    path: "/api/receptions",
    name: "list_reception",
    summary: "Receptions by day",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      stationId: z.uuid().optional(),
      status: z.union([z.enum(receptionStates), z.array(z.enum(receptionStates))]).optional(),
      kind: z.enum(receptionKinds).optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** Those that count as this in the figures of their station today. */
      counted: z.enum(receptionMeasures).optional(),
      /** Receptions of the actor as a deputy, or of stations on whose side he is. */
      mine: z.enum(["duty", "station"]).optional(),
      order: z.enum(["earliest", "latest"]).default("earliest"),
    }),
    output: pageOf(ReceptionLine),
  }),
  get: contract({
    ...read,
    path: "/api/receptions/{id}",
    name: "get_reception",
    summary: "One reception, and what I can do",
    params: Id,
    output: ReceptionView,
    versioned: true,
  }),
  attachment: contract({
    ...read,
    path: "/api/receptions/{id}/attachments/{fileId}",
    name: "get_reception_attachment",
    summary: "A photo or paper of a reception",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  poster: contract({
    ...read,
    path: "/api/receptions/{id}/poster",
    name: "get_reception_poster",
    summary: "The announcement of a reception as a poster",
    params: Id,
    query: z.object({ format: z.enum(paperFormats).default("pdf") }),
    bytes: "out",
  }),
  code: contract({
    ...read,
    access: "scope:stations",
    path: "/api/receptions/{id}/sign-in-code",
    name: "get_sign_in_code",
    summary: "The code of this minute, for the screen on site",
    params: Id,
    output: z.object({ code: text, until: text }),
    untimely: true,
  }),
  free: contract({
    ...read,
    path: "/api/receptions/{id}/free-deputies",
    name: "list_free_deputy",
    summary: "Placed deputies who are not on duty and not absent on that day, with what they can give in return",
    params: Id,
    output: z.object({
      items: z.array(z.object({ mandateId: z.uuid(), name: text, receptions: z.array(z.object({ id: z.uuid(), startsAt: text })) })),
    }),
  }),
  appoint: contract({
    tag,
    access: "scope:stations",
    method: "post",
    path: "/api/receptions",
    name: "plan_reception",
    summary: "Plan a reception beside the roster",
    body: hours.extend({
      stationId: z.uuid(),
      kind: z.enum(["liaison", "area", "grid", "mobile"]),
      areaId: optionalId,
      grid: optional(40),
      place: optional(80),
      theme: optional(60),
      liaisonId: optionalId,
      mandateIds: z.array(z.uuid()).max(20).default([]),
    }),
    output: ReceptionView,
    status: 201,
  }),
  preview: contract({
    ...read,
    access: "scope:stations",
    path: "/api/rosters/{id}/plan",
    name: "get_roster_plan",
    summary: "What generating the roster's year would add, change and leave; nothing is written",
    params: Id,
    query: z.object({ year }),
    output: PlanView,
  }),
  generate: contract({
    tag,
    access: "scope:stations",
    method: "post",
    path: "/api/rosters/{id}/plans",
    name: "generate_roster_plan",
    summary: "Generate the receptions of the roster's year",
    params: Id,
    body: z.strictObject({ year: z.int().min(2000).max(2100) }),
    output: PlanView,
    status: 201,
  }),
};

/** `POST /api/receptions/{id}/announcements` and its like: one for each verb that a person can perform. */
export const receptionVerbContracts = receptionVerbs
  .filter((verb) => !transitionOf(verb).by.every((relation) => relation === "house"))
  .map((verb) => ({ verb, contract: verbContract(verb) }));

function verbContract(verb: ReceptionVerb) {
  const { path, source, attaches } = transitionOf(verb);
  const { input } = verbs[verb];
  return contract({
    tag,
    access: `verb:receptions.${verb}`,
    method: "post",
    path: `/api/receptions/{id}/${path}`,
    name: `reception_${verb}`,
    summary: `${verb.replaceAll("_", " ")} (${source})`,
    params: Id,
    body: attaches ? input.extend({ attachments: Attachments.optional() }) : input,
    output: ReceptionView,
    status: 201,
  } satisfies Contract);
}
