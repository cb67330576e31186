import type { z } from "@hono/zod-openapi";
import type { Instant } from "../clock/instant.ts";
import type { Database, Db, Tx } from "../db/database.ts";
import type { Language, Words } from "../i18n/words.ts";
import type { Refusal } from "../refusal.ts";
import type { Contract } from "./contract.ts";

/** Whoever is signed in, as far as the platform cares. */
export interface Account {
  readonly district: string;
  readonly account: string;
}

/** What a handler is given. A GET gets no transaction; everything else runs inside one. */
export interface Call<Actor, Params, Query, Body, Connection> {
  readonly actor: Actor;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly db: Connection;
  readonly now: Instant;
  readonly words: Words;
  readonly language: Language;
  /** The version the caller saw, from `If-Match`; present on versioned changes. */
  readonly seen: number | undefined;
  readonly request: Request;
  /** The caller's network address, for limits and the sign-in log. */
  readonly address: string;
  /** A header to send with the answer. */
  setHeader(name: string, value: string): void;
}

type In<C, Part extends string> = C extends { readonly [K in Part]: infer Z extends z.ZodType } ? z.output<Z> : undefined;
type Out<C> = C extends { readonly output: infer Z extends z.ZodType } ? z.input<Z> : undefined;
type ActorOf<C, Actor> = C extends { readonly access: "public" } ? Actor | undefined : Actor;
type Connection<C> = C extends { readonly transaction: "own" } ? Database : C extends { readonly method: "get" } ? Db : Tx;

/** Says no in the form that the standard of an endpoint asks for; `format` is the ending of the path. */
export type SayNo = (refusal: Refusal, how: { readonly words: Words; readonly format: string }) => Response;

/** A handler answers with the output, or with a refusal; bytes go out as a `Response`. */
export interface Route<Actor> {
  readonly contract: Contract;
  readonly handle: (call: Call<Actor, never, never, never, never>) => Promise<unknown>;
  readonly sayNo?: SayNo;
}

/** A handler bound to its contract. A public endpoint may be called by nobody: its actor can be undefined. */
export type Bind<Actor> = <const C extends Contract>(
  contract: C,
  handle: (
    call: Call<ActorOf<C, Actor>, In<C, "params">, In<C, "query">, In<C, "body">, Connection<C>>,
  ) => Promise<Out<C> | Refusal | Response>,
  sayNo?: SayNo,
) => Route<Actor>;

export const binder =
  <Actor>(): Bind<Actor> =>
  (contract, handle, sayNo) =>
    ({ contract, handle, ...(sayNo ? { sayNo } : {}) }) as Route<Actor>;
