import type { Context } from "hono";
import type { html } from "hono/html";
import type { Instant } from "../clock/instant.ts";
import type { Database, Db } from "../db/database.ts";
import type { Language, Words } from "../i18n/words.ts";
import type { Refusal } from "../refusal.ts";

/** A piece of a page: what stands in it is escaped, whatever it holds. */
export type Piece = ReturnType<typeof html>;

/** How somebody likes to read: remembered on his own phone, told to nobody. */
export interface Reading {
  readonly language: Language;
  readonly large: boolean;
}

/** What a public page is given. Nobody is signed in on it, whoever he is elsewhere. */
export interface PageCall extends Reading {
  /** The district whose face this is. */
  readonly district: string;
  readonly districtName: string;
  /** The parts of the path that its pattern names. */
  readonly params: Readonly<Record<string, string>>;
  readonly url: URL;
  /** What was typed, on a page that takes a form. */
  readonly form: FormData;
  readonly db: Db;
  readonly database: Database;
  readonly now: Instant;
  readonly words: Words;
  readonly request: Request;
  /** The caller's network address, for limits alone. */
  readonly address: string;
  /** The way to everything public, for the frame around the page. */
  readonly ways: readonly PublicWay[];
}

/** One page for everybody. It is public by standing in a module's list; nothing is served because a path happens to match. */
export interface PublicPage {
  readonly method: "get" | "post";
  /** With braces: `/portal/stations/{code}`. */
  readonly path: string;
  /** Most bytes that a form may bring; a megabyte unless it takes photos. */
  readonly maxSize?: number;
  readonly handle: (call: PageCall) => Promise<Response | Refusal>;
}

/** An entry of the public menu. */
export interface PublicWay {
  readonly path: string;
  /** Key of its name. */
  readonly words: string;
  readonly order: number;
  /** The entry it stands beneath; nothing for those of the menu itself. */
  readonly under?: string;
}

/** What the house needs to serve its public face. */
export interface PublicFace {
  readonly pages: readonly PublicPage[];
  readonly ways: readonly PublicWay[];
  /** The district of the pages; undefined before one is set up. */
  readonly district: (db: Db) => Promise<{ readonly district: string; readonly name: string } | undefined>;
  /** A "no" as a page, which names what to do. */
  readonly refused: (call: PageCall, refusal: Refusal) => Promise<Response>;
  /** Something broke that is not the reader's fault. */
  readonly failed: (call: PageCall) => Promise<Response>;
}

const cookie = "lianxin_reading";

/** The reading that a request asks for: by a link just followed, else as remembered, else as the browser says. */
export function readingOf(c: Context, preferred: Language): Reading {
  const kept = /(?:^|;\s*)lianxin_reading=([a-zA-Z-]+)\.(large|plain)/.exec(c.req.header("cookie") ?? "");
  const language = kept?.[1] === "en" ? "en" : kept?.[1] === "zh-CN" ? "zh-CN" : preferred;
  return { language, large: kept?.[2] === "large" };
}

/** Remembers for a year how somebody likes to read. The cookie holds these two words and nothing about him. */
export const readingCookie = ({ language, large }: Reading): string =>
  `${cookie}=${language}.${large ? "large" : "plain"}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
