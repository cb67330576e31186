import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Clock } from "../clock/clock.ts";
import type { Database } from "../db/database.ts";
import { type Language, languages, preferred, type Words } from "../i18n/words.ts";
import { loggable } from "../loggable.ts";
import { invalid, isRefusal, notFound, type Refusal, Refused, refuse } from "../refusal.ts";
import { attempt, refuseForeignOrigin } from "./answer.ts";
import type { CallerOf } from "./caller.ts";
import { honoPath } from "./contract.ts";
import type { KeptPages } from "./kept-pages.ts";
import { type PageCall, type PublicFace, type PublicPage, type Reading, readingCookie, readingOf } from "./page.ts";

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly speak: (language: Language) => Words;
  readonly changed: () => void;
  readonly callerOf: CallerOf;
  readonly keptPages: KeptPages;
}

const formLimit = 1_000_000;

/** Serves the public pages: the second door of the house, with the same checks of origin, size and refusal as the first. */
export function servePages(app: OpenAPIHono, face: PublicFace, parts: Parts): void {
  for (const page of face.pages) {
    const maxSize = page.maxSize ?? formLimit;
    const tooLarge = refuse("too_large", { code: "problem.too_large", params: { limit: Math.floor(maxSize / 1_000_000) } });
    app.on(
      page.method.toUpperCase(),
      honoPath(page.path),
      compress(),
      bodyLimit({ maxSize, onError: async (c) => face.refused(await callOf(c, face, parts, new FormData()), tooLarge) }),
      (c) => (page.method === "get" ? look(c, page, face, parts) : show(c, page, face, parts)),
    );
  }
  // Whoever mistypes an address under the public one is a reader, not a program.
  app.all("/portal/*", compress(), async (c) => face.refused(await callOf(c, face, parts, new FormData()), notFound));
}

/** A page that is only looked at; the same for all who read alike. */
async function look(c: Context, page: PublicPage, face: PublicFace, parts: Parts): Promise<Response> {
  const { language, large } = readingOf(c, preferred(c.req.header("accept-language")));
  const key = `${language} ${large} ${c.req.url}`;
  return parts.keptPages.page(key, parts.clock.now(), () => show(c, page, face, parts));
}

async function show(c: Context, page: PublicPage, face: PublicFace, parts: Parts): Promise<Response> {
  const chosen = readingAsked(c);
  if (chosen) return chosen;
  const call = await callOf(c, face, parts, new FormData());
  try {
    if (call.district === "") return face.refused(call, notFound);
    refuseForeignOrigin(c.req.raw);
    const form = page.method === "post" ? await formOf(c.req.raw) : call.form;
    const result = isRefusal(form) ? form : await attempt(() => page.handle({ ...call, form }));
    if (page.method === "post") parts.changed();
    return isRefusal(result) ? face.refused(call, result) : result;
  } catch (error) {
    if (error instanceof Refused) return face.refused(call, error.refusal);
    console.error(`${c.req.method} ${page.path}:`, loggable(error));
    return face.failed(call);
  }
}

async function callOf(c: Context, face: PublicFace, parts: Parts, form: FormData): Promise<PageCall> {
  const reading = readingOf(c, preferred(c.req.header("accept-language")));
  const { database } = parts;
  const place = await face.district(database.read);
  return {
    ...reading,
    district: place?.district ?? "",
    districtName: place?.name ?? "",
    params: c.req.param(),
    url: new URL(c.req.url),
    form,
    db: database.read,
    database,
    now: parts.clock.now(),
    words: parts.speak(reading.language),
    request: c.req.raw,
    address: parts.callerOf(c),
    ways: face.ways,
  };
}

/** Somebody followed the link to another language or to large print: it is remembered and the page comes again without the question. */
function readingAsked(c: Context): Response | undefined {
  const url = new URL(c.req.url);
  const [language, print] = [url.searchParams.get("lang"), url.searchParams.get("print")];
  if (c.req.method !== "GET" || (language === null && print === null)) return undefined;
  const before = readingOf(c, preferred(c.req.header("accept-language")));
  const known = languages.find((one) => one === language) ?? before.language;
  const reading: Reading = { language: known, large: print === null ? before.large : print === "large" };
  url.searchParams.delete("lang");
  url.searchParams.delete("print");
  // Only the path goes into the answer, one slash at its beginning: two would lead to another site.
  const back = `/${url.pathname.replace(/^\/+/, "")}${url.search}`;
  return new Response(null, { status: 303, headers: { location: back, "set-cookie": readingCookie(reading) } });
}

async function formOf(request: Request): Promise<FormData | Refusal> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    return refuse("unsupported_type", { code: "problem.not_a_form" });
  const form = await request.formData().catch((error: unknown) => {
    if (error instanceof Error && error.name === "BodyLimitError") throw error;
    return refuse("invalid", { code: "field.not_a_form" });
  });
  if (isRefusal(form)) return form;
  // The database cannot keep U+0000 or half a surrogate pair; they are refused, not dropped.
  const bad = [...form].find(([, value]) => typeof value === "string" && (value.includes("\0") || !value.isWellFormed()));
  return bad ? invalid({ field: bad[0], code: "field.bad_character" }) : form;
}
