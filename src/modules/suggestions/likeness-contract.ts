import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { caseStates, outcomes } from "./terms.ts";

const text = z.string();
const maybe = z.string().nullable();
const Id = z.object({ id: z.uuid() });
const Named = z.object({ id: z.uuid(), name: text });

export const SimilarSuggestion = z
  .object({
    id: z.uuid(),
    label: text,
    title: text,
    status: z.enum(caseStates),
    lead: Named,
    units: z.array(text),
    submittedAt: maybe,
    closedAt: maybe,
    /** How the latest signed reply left it. */
    outcome: z.enum(outcomes).nullable(),
    /** Why it is here: the words in common, the rarest first, and what else is the same. */
    words: z.array(text),
    sameField: z.boolean(),
    samePlace: z.boolean(),
    sameUnit: z.boolean(),
    match: z.object({ field: z.enum(["title", "reason", "proposal"]), text }).nullable(),
  })
  .meta({ id: "SimilarSuggestion" });

export const UnitPrecedent = z
  .object({
    unit: Named,
    handled: z.int(),
    handedBack: z.int(),
    cases: z.array(
      z.object({
        id: z.uuid(),
        label: text,
        title: text,
        status: z.enum(caseStates),
        outcome: z.enum(outcomes).nullable(),
        handedBack: z.boolean(),
      }),
    ),
  })
  .meta({ id: "UnitPrecedent" });

const read = { tag: "suggestions", access: "scope:suggestions", method: "get", status: 200, params: Id } as const;

export const likenessContracts = {
  similar: contract({
    ...read,
    path: "/api/suggestions/{id}/similar",
    name: "list_similar_suggestion",
    summary: "Suggestions in my sight that are like this one, and why; `mergeable` only those that could be merged with it (R2.21)",
    query: z.object({ among: z.enum(["all", "mergeable"]).default("all") }),
    output: z.object({ items: z.array(SimilarSuggestion) }),
  }),
  precedents: contract({
    ...read,
    path: "/api/suggestions/{id}/unit-precedents",
    name: "list_unit_precedent",
    summary: "Units that answered for similar suggestions, with those suggestions: a hint for the assignment, never more",
    output: z.object({ items: z.array(UnitPrecedent) }),
  }),
};
