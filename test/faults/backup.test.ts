import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrations } from "../../src/app.ts";
import { restoreFrom } from "../../src/command/restore.ts";
import { readArchive, writeArchive } from "../../src/platform/backup/archive.ts";
import { dump } from "../../src/platform/backup/dump.ts";
import { instant } from "../../src/platform/clock/instant.ts";
import type { Database } from "../../src/platform/db/database.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openFolder, openMemory, openServer } from "../../src/platform/db/open.ts";
import { fileFolder } from "../../src/platform/files/folder.ts";
import { keyIn } from "../../src/platform/seal/key.ts";
import { sealUnder } from "../../src/platform/seal/seal.ts";
import { type Server, startPostgres } from "../support/postgres-server.ts";
import { runSql } from "../support/sql.ts";
import { loadWorld } from "../world/load.ts";
import { signIn, start, verify } from "./product.ts";

const root = mkdtempSync(join(tmpdir(), "lianxin-backup-"));
const at = (name: string) => join(root, name);
const moment = instant("2023-09-22T01:00:00.000Z");

const countOf = async (database: Database, table: string) =>
  (await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(database.read)).rows[0]?.rows;

/** What a reader of the product would notice if it were lost or out of order. */
const outline = async (database: Database) => ({
  ...Object.fromEntries(
    await Promise.all(["opinion", "suggestion", "fact", "chain", "person", "file"].map(async (t) => [t, await countOf(database, t)])),
  ),
  lastLink: (await sql`select district, position, digest from chain order by position desc limit 1`.execute(database.read)).rows,
});

describe("a backup", () => {
  let server: Server;
  let world: Awaited<ReturnType<typeof outline>>;
  beforeAll(async () => {
    server = await startPostgres();
    const database = await openFolder(at("first"));
    await migrate(database, migrations());
    const files = fileFolder(at("first/files"));
    await loadWorld(database, files, sealUnder(keyIn(at("first"), undefined)));
    world = await outline(database);
    await writeArchive(at("one.backup"), (put) => dump(database, files, moment, put));
    await database.close();
  }, 600_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test("made of the embedded database comes back in a server, and from there in a new folder", async () => {
    await runSql(server.url("postgres"), "create database moved");
    const there = openServer(server.url("moved"));
    expect(await restoreFrom(at("one.backup"), there, fileFolder(at("second/files")))).toMatchObject({ madeAt: moment });
    expect(await outline(there)).toEqual(world);
    await writeArchive(at("two.backup"), (put) => dump(there, fileFolder(at("second/files")), moment, put));
    await there.close();
    const moved = { DATA_DIR: at("second"), DATABASE_URL: server.url("moved") };
    expect(verify(moved).said).toContain("no difference");

    const back = await openFolder(at("third"));
    await restoreFrom(at("two.backup"), back, fileFolder(at("third/files")));
    expect(await outline(back)).toEqual(world);
    await back.close();
    // Work goes on where it stopped: a new fact is linked after the restored ones.
    const product = await start({ DATA_DIR: at("third") });
    const headers = await signIn(product.address, "deputy");
    const me = (await (await fetch(`${product.address}/api/me`, { headers })).json()) as { mandates: { id: string }[] };
    const paper = { title: "关于增设路灯的建议", reason: "夜间出行不便", proposal: "增设路灯", category: "roads", secrecyDeclared: true };
    const body = JSON.stringify({ ...paper, mandateId: me.mandates[0]?.id });
    expect((await fetch(`${product.address}/api/suggestions`, { method: "POST", headers, body })).status).toBe(201);
    await product.stop();
    expect(verify({ DATA_DIR: at("third") }).said).toContain("no difference");
  }, 600_000);

  test("is not written over a file that is there, and does not leave a half one", async () => {
    const never = () => Promise.reject(new Error("the disk is full"));
    await expect(writeArchive(at("one.backup"), async () => {})).rejects.toThrow(/EEXIST/);
    await expect(writeArchive(at("half.backup"), never)).rejects.toThrow(/disk is full/);
    expect(existsSync(at("half.backup"))).toBe(false);
    expect(statSync(at("one.backup")).mode & 0o077).toBe(0);
  });

  test("that is cut off, changed, or of something else is refused whole", async () => {
    const bytes = readFileSync(at("one.backup"));
    writeFileSync(at("cut.backup"), bytes.subarray(0, bytes.length - 5_000));
    await writeArchive(at("changed.backup"), async (put) => {
      for await (const piece of readArchive(at("one.backup"))) {
        const text = Buffer.from(piece.bytes).toString("utf8");
        const changed = piece.name.startsWith("tables/opinion/") ? Buffer.from(text.replaceAll("朱庄", "李庄")) : piece.bytes;
        await put({ name: piece.name, bytes: changed });
      }
    });
    await writeArchive(at("other.backup"), (put) => put({ name: "readme.txt", bytes: Buffer.from("hello") }));
    const database = await openMemory();
    for (const [name, why] of [
      ["cut.backup", /unexpected end|cut off/i],
      ["changed.backup", /rows of opinion are not those/],
      ["other.backup", /no backup of Lianxin/],
    ] as const) {
      await expect(restoreFrom(at(name), database, fileFolder(at("none")))).rejects.toThrow(why);
      if (name !== "other.backup") expect(await countOf(database, "opinion")).toBe(0);
    }
    await restoreFrom(at("one.backup"), database, fileFolder(at("none")));
    await expect(restoreFrom(at("one.backup"), database, fileFolder(at("none")))).rejects.toThrow(/something in this database already/);
    await database.close();
  }, 600_000);
});
