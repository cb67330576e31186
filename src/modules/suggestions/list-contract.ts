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
  summary: "The numbered suggestions of one session in my sight, by field or by unit",
  params: z.object({ kind: z.enum(sessionListKinds) }),
  query: z.object({ sessionId: z.uuid(), format: z.enum(["pdf", "docx", "xlsx"]).default("pdf") }),
  bytes: "out",
  transaction: "own",
  untimely: true,
});
