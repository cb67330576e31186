import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { type House, house, nothing, type Options } from "../../src/app.ts";
import { openSession } from "../../src/modules/identity/index.ts";
import { clockStartingAt, still, systemClock } from "../../src/platform/clock/clock.ts";
import { type DateISO, momentOn } from "../../src/platform/clock/instant.ts";
import type { Database } from "../../src/platform/db/database.ts";
import { openMemory, openServer } from "../../src/platform/db/open.ts";
import { fileFolder } from "../../src/platform/files/folder.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { LedgerTables } from "../../src/platform/ledger/tables.ts";
import { worldToday } from "../world/load.ts";
import { personas } from "../world/personas.ts";
import { district } from "../world/places.ts";
import { runSql } from "./sql.ts";
import "./provided.ts";

// biome-ignore lint/suspicious/noExplicitAny: a test reads what the contract promises; the house itself checks every answer against it.
type Body = any;
export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** Someone who calls the product over HTTP. */
export interface Caller {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Sends a file the way a page does. */
  upload(path: string, file: File): Promise<Answer>;
  /** The bytes of an answer. */
  bytes(path: string): Promise<{ status: number; bytes: Uint8Array; headers: Headers }>;
}

/** The product over a fresh copy of the world, on the engine of this test project. */
export interface TestHouse {
  readonly database: Database;
  readonly home: House;
  /** Where the bytes of attachments lie. */
  readonly folder: string;
  /** Someone of the demonstration world, signed in. */
  as(persona: string): Promise<Caller>;
  readonly nobody: Caller;
  /** The facts of a type, in the order they were recorded. */
  facts(type: string): Promise<readonly Fact[]>;
  /** Moves today to another day, nine in the morning or so many minutes after midnight. */
  on(day: string, minutes?: number): void;
}

/** Opens the house before the tests of this file and closes it after them. */
export function testHouse(changes: Partial<Options> = {}): TestHouse {
  const clock = clockStartingAt(momentOn(worldToday, 9 * 60), still);
  const parts: { database?: Database; home?: House; folder?: string } = {};
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    const database = await freshDatabase();
    parts.database = database;
    parts.folder = mkdtempSync(join(tmpdir(), "lianxin-files-"));
    parts.home = house(database, clock, {
      ...{ ...nothing, demoToAll: true, moveClock: clock.move, files: fileFolder(parts.folder), checkOutput: true, ...changes },
    });
  });
  afterAll(async () => {
    await parts.home?.close();
    await parts.database?.close();
    if (parts.folder) rmSync(parts.folder, { recursive: true });
  });
  return {
    get database() {
      return parts.database!;
    },
    get folder() {
      return parts.folder!;
    },
    get home() {
      return parts.home!;
    },
    async as(persona) {
      const account = personas.find((one) => one.persona === persona)?.account;
      if (!account) throw new Error(`no persona is called ${persona}`);
      const from = { address: "127.0.0.1", device: "test", secure: false };
      const cookie =
        cookies.get(persona) ?? (await parts.database!.write((tx) => openSession(tx, { district, id: account }, from, systemClock.now())));
      cookies.set(persona, cookie);
      return caller(() => parts.home!, { cookie: cookie.split(";")[0] ?? "" });
    },
    facts: (type) =>
      parts.database!.read.withTables<LedgerTables>().selectFrom("fact").selectAll().where("type", "=", type).orderBy("seq").execute(),
    nobody: caller(() => parts.home!, {}),
    on: (day, minutes = 9 * 60) => clock.move(momentOn(day as DateISO, minutes)),
  };
}

function caller(home: () => House, base: Record<string, string>): Caller {
  const call = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const json: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    const init = { method, headers: { ...base, ...json, ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await home().web.request(path, init);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson && text ? JSON.parse(text) : text, headers: response.headers };
  };
  return {
    get: (path, headers) => call("GET", path, undefined, headers),
    post: (path, body = {}, headers) => call("POST", path, body, headers),
    put: (path, body, headers) => call("PUT", path, body, headers),
    delete: (path) => call("DELETE", path, undefined),
    async upload(path, file) {
      const form = new FormData();
      form.set("file", file);
      const response = await home().web.request(path, { method: "POST", headers: base, body: form });
      return { status: response.status, body: await response.json(), headers: response.headers };
    },
    async bytes(path) {
      const response = await home().web.request(path, { headers: base });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
    },
  };
}

/** A copy of the world that belongs to this test file alone. */
export async function freshDatabase(): Promise<Database> {
  if (inject("engine") === "embedded") return await openMemory(new Blob([readFileSync(inject("image"))]));
  return await serverDatabase("template world");
}

/** A database with nothing in it, on the test's server. */
export const emptyServerDatabase = (): Promise<Database> => serverDatabase("");

async function serverDatabase(from: string): Promise<Database> {
  const server = inject("server");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await runSql(server, `create database ${name} ${from}`);
  const database = openServer(server.replace(/\/postgres$/, `/${name}`), 4);
  return {
    ...database,
    async close() {
      await database.close();
      await runSql(server, `drop database ${name} with (force)`);
    },
  };
}
