import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";

const parts = {
  title: z.string(),
  /** The class of results that it fits; null for any. */
  resultClass: z.string().nullable(),
  opening: z.string(),
  closing: z.string(),
  phrases: z.array(z.string()),
};
const Id = z.object({ id: z.uuid() });

export const ReplyTemplate = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    ...parts,
    /** Kept for the record, and offered no more. */
    retired: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "ReplyTemplate" });

/** One that the district's rules bring along. */
export const StandardTemplate = z.object({ code: z.string(), ...parts }).meta({ id: "StandardTemplate" });

const Typed = z.strictObject({
  organisationId: z.uuid(),
  title: z.string().trim().min(2).max(60),
  resultClass: z
    .string()
    .regex(/^[A-D]$/)
    .nullable()
    .default(null),
  opening: z.string().trim().max(2000).default(""),
  closing: z.string().trim().max(3000).default(""),
  phrases: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
  retired: z.boolean().default(false),
});
export type TypedTemplate = z.output<typeof Typed>;

const keep = { tag: "suggestions", access: "duty:reply_templates.keep", body: Typed, output: ReplyTemplate, versioned: true } as const;

export const templateContracts = {
  list: contract({
    tag: "suggestions",
    access: "scope:reply_templates",
    method: "get",
    status: 200,
    path: "/api/reply-templates",
    name: "list_reply_template",
    summary: "Templates of my units, and the standard ones of the district",
    query: Paging.extend({ retired: z.enum(["true", "false"]).optional(), search: z.string().max(100).optional() }),
    output: pageOf(ReplyTemplate).extend({ standard: z.array(StandardTemplate), standardSource: z.string() }),
  }),
  add: contract({
    ...keep,
    method: "post",
    path: "/api/reply-templates",
    name: "add_reply_template",
    summary: "Add a template",
    status: 201,
  }),
  change: contract({
    ...keep,
    method: "put",
    path: "/api/reply-templates/{id}",
    name: "change_reply_template",
    summary: "Change a template, retire it, or bring it back",
    params: Id,
    status: 200,
  }),
};
