import type { Context } from "hono";
import type { Clock } from "../clock/clock.ts";
import type { Instant } from "../clock/instant.ts";
import type { Database, Tx } from "../db/database.ts";
import { refusalOf } from "../db/faults.ts";
import { type Language, preferred, type Words } from "../i18n/words.ts";
import { granted, isRefusal, Refused, refuse } from "../refusal.ts";
import type { CallerOf } from "./caller.ts";
import { type Access, type Contract, paramsIn } from "./contract.ts";
import { type Answer, givenBefore, remember } from "./idempotency.ts";
import { readFields, readForm, readInput, readJson } from "./input.ts";
import type { KeptPages } from "./kept-pages.ts";
import type { PublicFace } from "./page.ts";
import type { Account, Call, Route } from "./route.ts";

export interface Parts<Actor extends Account> {
  readonly database: Database;
  readonly clock: Clock;
  readonly speak: (language: Language) => Words;
  readonly routes: readonly Route<Actor>[];
  /** Who sent this request; undefined when nobody is signed in. */
  readonly authenticate: (request: Request) => Promise<Actor | undefined>;
  /** Is this access defined anywhere? An endpoint that names another stops the start. */
  readonly defined: (access: Access) => boolean;
  /** May the actor call endpoints of this access at all? */
  readonly permits: (access: Access, actor: Actor) => boolean;
  /** Called after each committed change, so that readers of the ledger need not wait for their next look. */
  readonly changed: () => void;
  /** Where requests come from. */
  readonly callerOf: CallerOf;
  /** Pages for everybody. */
  readonly face?: PublicFace;
  readonly keptPages: KeptPages;
  /** Tests set it: every answer is held against its contract. */
  readonly checkOutput?: boolean;
}

/** One request's way: origin, actor, permission, input, transaction, answer. Throws `Refused`. */
export async function answer<Actor extends Account>(c: Context, route: Route<Actor>, parts: Parts<Actor>): Promise<Response> {
  const { contract } = route;
  const request = c.req.raw;
  refuseForeignOrigin(request);
  const actor = await admitted(request, contract, parts);
  const isForm = contract.bytes === "in";
  const text = contract.body && !isForm ? await request.clone().text() : "";
  const read = contract.form ? readFields : readJson;
  const body = isForm ? await readForm(request) : contract.body ? read(request, text) : undefined;
  const params = paramsIn(contract, c.req.path, c.req.param());
  const input = readInput(contract, { params, url: new URL(request.url), body });
  const language = preferred(c.req.header("accept-language"));
  const seen = contract.versioned && contract.method === "put" ? seenVersion(request) : undefined;
  const words = parts.speak(language);
  const setHeader = (name: string, value: string) => c.header(name, value, { append: true });
  const call = { actor, ...input, now: parts.clock.now(), words, language, seen, request, address: parts.callerOf(c), setHeader };
  const run = async (db: unknown) =>
    outcome(await route.handle({ ...call, db } as Call<Actor, never, never, never, never>), contract, parts);

  if (contract.transaction === "own") return respond(c, contract, await attempt(() => run(parts.database)));
  if (contract.method === "get") return respond(c, contract, await attempt(() => run(parts.database.read)));
  const key = contract.status === 201 && actor ? request.headers.get("idempotency-key")?.slice(0, 200) : undefined;
  const done = await attempt(() =>
    parts.database.write((tx) =>
      key && actor ? once(tx, { actor, key, fingerprint: `${contract.name}\n${request.url}\n${text}`, at: call.now, run }) : run(tx),
    ),
  );
  parts.changed();
  return respond(c, contract, done);
}

interface Repeatable {
  actor: Account;
  key: string;
  fingerprint: string;
  at: Instant;
  run(tx: Tx): Promise<Answer | Response>;
}

/** A creation repeated under its key gets the answer of the first time. */
async function once(tx: Tx, { actor, key, fingerprint, at, run }: Repeatable): Promise<Answer | Response> {
  const before = granted(await givenBefore(tx, actor, key, fingerprint));
  if (before) return before;
  const fresh = await run(tx);
  if (!(fresh instanceof Response)) await remember(tx, actor, key, fingerprint, fresh, at);
  return fresh;
}

/** A rule of the database that `work` breaks becomes a refusal. */
export async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal ? new Refused(refusal) : error;
  }
}

async function admitted<Actor extends Account>(request: Request, contract: Contract, parts: Parts<Actor>): Promise<Actor | undefined> {
  const actor = await parts.authenticate(request);
  if (contract.access === "public") return actor;
  if (!actor) throw new Refused(refuse("unauthenticated", { code: "problem.unauthenticated" }));
  if (!parts.permits(contract.access, actor)) throw new Refused(refuse("forbidden", { code: "problem.forbidden" }));
  return actor;
}

/** A form on another site must not act in the name of whoever is signed in here. */
export function refuseForeignOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const foreign = origin !== null && (!URL.canParse(origin) || new URL(origin).host !== request.headers.get("host"));
  if (foreign || request.headers.get("sec-fetch-site") === "cross-site")
    throw new Refused(refuse("forbidden", { code: "problem.foreign_origin" }));
}

function seenVersion(request: Request): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers.get("if-match") ?? "");
  if (!match) throw new Refused(refuse("missing_precondition", { code: "problem.missing_precondition" }));
  return Number(match[1]);
}

function outcome<Actor extends Account>(result: unknown, contract: Contract, parts: Parts<Actor>): Answer | Response {
  if (isRefusal(result)) throw new Refused(result);
  if (result instanceof Response) return result;
  if (parts.checkOutput && contract.output) contract.output.parse(result);
  const version = contract.versioned ? (result as { version?: number }).version : undefined;
  return { status: contract.status, body: result, etag: version === undefined ? null : `"${version}"` };
}

function respond(c: Context, contract: Contract, result: Answer | Response): Response {
  if (result instanceof Response) return result;
  c.header("cache-control", "no-store");
  if (result.etag) c.header("etag", result.etag);
  return contract.status === 204 ? c.body(null, 204) : c.json(result.body, result.status as 200);
}
