import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { secureHeaders } from "hono/secure-headers";
import { fileLimit } from "../files/kinds.ts";
import { preferred, type Words } from "../i18n/words.ts";
import { notFound, type Refusal, Refused, refuse } from "../refusal.ts";
import { answer, type Parts } from "./answer.ts";
import { honoPath } from "./contract.ts";
import { describe } from "./openapi.ts";
import { servePages } from "./pages.ts";
import { problemOf } from "./problem.ts";
import type { Account } from "./route.ts";

const changeLimit = 1_000_000;

/** The HTTP face of all routes. Throws when an endpoint names no permission that exists. */
export function serve<Actor extends Account>(parts: Parts<Actor>): OpenAPIHono {
  const app = new OpenAPIHono();
  app.use(secureHeaders({ contentSecurityPolicy: policy, crossOriginResourcePolicy: "same-origin", referrerPolicy: "same-origin" }));
  // A page of a list shrinks to a tenth; a phone in a village is glad of it.
  app.use("/api/*", compress());
  for (const route of parts.routes) {
    const { method, path, access, bytes } = route.contract;
    if (!parts.defined(access)) throw new Error(`${method} ${path} names no known permission: ${access}`);
    const maxSize = bytes === "in" ? fileLimit + 100_000 : changeLimit;
    const onError = (c: Context) =>
      refusal(c, refuse("too_large", { code: "problem.too_large", params: { limit: Math.floor(maxSize / 1_000_000) } }));
    app.on(method.toUpperCase(), honoPath(path), bodyLimit({ maxSize, onError }), (c) => answer(c, route, parts));
  }
  if (parts.face) servePages(app, parts.face, parts);
  describe(
    app,
    parts.routes.map((route) => route.contract),
  );
  const wordsFor = (c: Context): Words => parts.speak(preferred(c.req.header("accept-language")));
  const refusal = (c: Context, refused: Refusal) => {
    const problem = problemOf(refused, wordsFor(c));
    if (refused.retryAfter) c.header("retry-after", String(refused.retryAfter));
    return c.body(JSON.stringify(problem), problem.status as 400, { "content-type": "application/problem+json" });
  };
  app.notFound((c) => refusal(c, notFound));
  app.onError((error, c) => {
    if (error instanceof Refused) return refusal(c, error.refusal);
    console.error(`${c.req.method} ${c.req.routePath}:`, error);
    const title = wordsFor(c)("problem.title.internal");
    const body = { type: "/problems/internal", title, status: 500, detail: title, code: "problem.internal", reasons: [] };
    return c.body(JSON.stringify(body), 500, { "content-type": "application/problem+json" });
  });
  return app;
}

const policy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'self'"],
};
