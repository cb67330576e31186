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
  /** Answers 404 where the whole endpoint is not there for the caller. */
  readonly hidden?: true;
  /** Reading, too, can come too early: the state of the thing may answer 409. */
  readonly untimely?: true;
  /** Answers 429 when it is asked for too often. */
  readonly limited?: true;
  /** The handler makes its own transactions, because it works long or must keep what a refusal would undo. */
  readonly transaction?: "own";
}

/** Keeps the exact type of a contract, so that its handler is typed by it. */
export const contract = <const C extends Contract>(of: C): C => of;

/** A path as the router wants it: `/api/suggestions/:id`. */
export const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");
