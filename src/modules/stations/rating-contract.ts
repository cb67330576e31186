import { z } from "@hono/zod-openapi";
import { AttachmentView, SizeQuery } from "../../platform/files/contract.ts";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { claimSheet, ratingDecisions } from "./rating-decisions.ts";
import { type RatingVerb, ratingRow, ratingVerbs } from "./rating-lifecycle.ts";
import { ratingRelations, ratingStates } from "./terms.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const Item = z.object({ code: text, name: text, points: z.number() });

export const RatingView = z
  .object({
    id: z.uuid(),
    stationId: z.uuid(),
    stationName: text,
    year: z.int(),
    status: z.enum(ratingStates),
    items: z.array(Item),
    /** Own claim; for whoever is not of the station, nothing before the stars are published. */
    claimed: z.array(z.object({ code: text, points: z.number(), evidence: text, attachments: z.array(AttachmentView) })),
    /** Marks of the assessment; for the station nothing before they are published. */
    assessed: z.array(z.object({ code: text, points: z.number(), reason: maybe })).nullable(),
    score: z.number().nullable(),
    stars: z.int().nullable(),
    remark: maybe,
    publishedAt: maybe,
    relations: z.array(z.enum(ratingRelations)),
    can: z.array(text),
    version: z.int(),
  })
  .meta({ id: "Rating" });

export const RatingLine = z
  .object({
    id: z.uuid(),
    stationId: z.uuid(),
    stationName: text,
    year: z.int(),
    status: z.enum(ratingStates),
    stars: z.int().nullable(),
    score: z.number().nullable(),
    version: z.int(),
  })
  .meta({ id: "RatingLine" });

const read = { tag: "stations", access: "scope:stations", method: "get", status: 200 } as const;

export const ratingContracts = {
  list: contract({
    ...read,
    path: "/api/ratings",
    name: "list_rating",
    summary: "Star ratings in my sight, the latest year first",
    query: Paging.extend({ stationId: z.uuid().optional(), year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: pageOf(RatingLine),
  }),
  get: contract({
    ...read,
    path: "/api/ratings/{id}",
    name: "get_rating",
    summary: "One star rating, and what I can do",
    params: Id,
    output: RatingView,
    versioned: true,
  }),
  attachment: contract({
    ...read,
    path: "/api/ratings/{id}/attachments/{fileId}",
    name: "get_rating_attachment",
    summary: "Evidence of a rating in my sight",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  items: contract({
    ...read,
    path: "/api/rating-items",
    name: "list_rating_item",
    summary: "The item sheet in force",
    output: z.object({ items: z.array(Item) }),
  }),
  claim: contract({
    tag: "stations",
    access: "scope:stations",
    method: "post",
    path: "/api/ratings",
    name: "claim_rating",
    summary: "Claim the stars of a year, item by item, with evidence",
    body: claimSheet.extend({ stationId: z.uuid(), year: z.int().min(2000).max(2100) }),
    output: RatingView,
    status: 201,
  }),
};

export const ratingVerbContracts = ratingVerbs.map((verb) => ({ verb, contract: verbContract(verb) }));

function verbContract(verb: RatingVerb) {
  const { path, source } = ratingRow(verb);
  return contract({
    tag: "stations",
    access: `verb:ratings.${verb}`,
    method: "post",
    path: `/api/ratings/{id}/${path}`,
    name: `rating_${verb}`,
    summary: `${verb} (${source})`,
    params: Id,
    body: ratingDecisions[verb].input,
    output: RatingView,
    status: 201,
  } satisfies Contract);
}
