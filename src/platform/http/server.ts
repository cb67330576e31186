import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { secureHeaders } from "hono/secure-headers";
import { fileLimit } from "../files/kinds.ts";
import { preferred, type Words } from "../i18n/words.ts";
import { loggable } from "../loggable.ts";
import { notFound, type Refusal, Refused, refuse } from "../refusal.ts";
import { answer, type Parts } from "./answer.ts";
import { honoPaths } from "./contract.ts";
import { describe } from "./openapi.ts";
import { servePages } from "./pages.ts";
import { problemOf } from "./problem.ts";
import type { Account, Route } from "./route.ts";

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
    const tooLarge = refuse("too_large", { code: "problem.too_large", params: { limit: Math.floor(maxSize / 1_000_000) } });
    const limited = bodyLimit({ maxSize, onError: (c) => saidNo(c, route, tooLarge) });
    // What is not under the common root is a document for other systems, and shrinks as well.
    const shrunk = path.startsWith("/api/") ? [] : [compress()];
    app.on(method.toUpperCase(), honoPaths(route.contract), ...shrunk, limited, (c: Context) => answered(c, route));
  }
  async function answered(c: Context, route: Route<Actor>): Promise<Response> {
    try {
      return await answer(c, route, parts);
    } catch (error) {
      if (error instanceof Refused && route.sayNo) return saidNo(c, route, error.refusal);
      throw error;
    }
  }
  function saidNo(c: Context, { sayNo }: Route<Actor>, refused: Refusal): Response {
    if (!sayNo) return refusal(c, refused);
    const said = sayNo(refused, { words: wordsFor(c), format: c.req.path.slice(c.req.path.lastIndexOf(".") + 1) });
    if (refused.retryAfter) said.headers.set("retry-after", String(refused.retryAfter));
    return said;
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
    console.error(`${c.req.method} ${c.req.routePath}:`, loggable(error));
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
