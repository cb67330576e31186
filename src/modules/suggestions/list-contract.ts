import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { sessionListKinds } from "./papers/session-list-kinds.ts";

export const sessionListContract = contract({
  tag: "suggestions",
  access: "scope:suggestions",
  method: "get",
  status: 200,
  path: "/api/suggestion-lists/{kind}",
  name: "print_suggestion_list",
  summary: "The numbered suggestions in my sight, of one session or raised out of session between two days, by field or by unit",
  params: z.object({ kind: z.enum(sessionListKinds) }),
  query: z.object({
    sessionId: z.uuid().optional(),
    /** Instead of a session: what was raised out of session (闭会期间) in a congress, by the day it was submitted. */
    congressId: z.uuid().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    format: z.enum(["pdf", "docx", "xlsx"]).default("pdf"),
  }),
  bytes: "out",
  transaction: "own",
  untimely: true,
});
