import type { z } from "@hono/zod-openapi";

/**
 * Who may call an endpoint. `duty:` asks what the actor's roles carry; `verb:` leaves the answer to a life
 * cycle, which looks at the thing; `scope:` lets everyone signed in ask and answers with what he may see.
 */
export type Access = "public" | "signed-in" | `duty:${string}` | `verb:${string}` | `scope:${string}`;

/** One endpoint as data: the boot check, the handler's types, the OpenAPI document and the tests all read it. */
export interface Contract {
  readonly method: "get" | "post" | "put" | "delete";
  /** With braces: `/api/suggestions/{id}`. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly output?: z.ZodType;
  readonly status: 200 | 201 | 204;
  /** The answer carries an `ETag`; a change must name it in `If-Match`. */
  readonly versioned?: boolean;
  /** Takes `multipart/form-data` with one part named `file`, or answers with bytes. */
  readonly bytes?: "in" | "out";
  /** Media types of an answer in bytes; the JSON among them is described by `output`. */
  readonly media?: readonly string[];
  /** Takes what an HTML form sends, `application/x-www-form-urlencoded`, instead of JSON. */
  readonly form?: true;
  /** Answers in several forms, chosen by an ending of the path that reaches the handler as `params.format`: `/services.xml`. */
  readonly endings?: readonly string[];
  /** Refusals come in the form of a foreign standard instead of RFC 9457. */
  readonly faults?: ForeignFaults;
  /** Answers 404 where the whole endpoint is not there for the caller. */
  readonly hidden?: true;
  /** Reading, too, can come too early: the state of the thing may answer 409. */
  readonly untimely?: true;
  /** Answers 429 when it is asked for too often. */
  readonly limited?: true;
  /** The handler makes its own transactions, because it works long or must keep what a refusal would undo. */
  readonly transaction?: "own";
}

/** How a foreign standard says no: with which statuses, in which media types, as which JSON. */
export interface ForeignFaults {
  readonly statuses: readonly number[];
  readonly media: readonly string[];
  readonly schema: z.ZodType;
}

/** Keeps the exact type of a contract, so that its handler is typed by it. */
export const contract = <const C extends Contract>(of: C): C => of;

/** A path as the router wants it: `/api/suggestions/:id`. */
export const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

/** Every path of a contract as the router wants it: one for each ending, or one that ends in a parameter and any of them. */
export function honoPaths({ path, endings }: Pick<Contract, "path" | "endings">): string[] {
  if (!endings) return [honoPath(path)];
  return path.endsWith("}")
    ? [`${honoPath(path)}{[^/]+\\.(?:${endings.join("|")})}`]
    : endings.map((ending) => `${honoPath(path)}.${ending}`);
}

/** What the path of a request says by its contract: the parameters, and the form in which the answer is wanted. */
export function paramsIn({ path, endings }: Pick<Contract, "path" | "endings">, asked: string, found: Record<string, string>) {
  if (!endings) return found;
  const format = asked.slice(asked.lastIndexOf(".") + 1);
  const last = /\{(\w+)\}$/.exec(path)?.[1];
  const bare = last === undefined ? {} : { [last]: (found[last] ?? "").slice(0, -format.length - 1) };
  return { ...found, ...bare, format };
}
