import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrations } from "../../src/app.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openFolder, openServer } from "../../src/platform/db/open.ts";
import { type Server, startPostgres } from "../support/postgres-server.ts";
import { runSql } from "../support/sql.ts";
import { loadStage } from "../world/load.ts";
import { type Environment, signIn, start, verify } from "./product.ts";

const rounds = 4;
const paper = {
  title: "关于修缮村内道路的建议",
  reason: "村内道路破损严重，群众出行不便。",
  proposal: "安排资金硬化并落实管护责任。",
  category: "roads",
  secrecyDeclared: true,
};

/** Writes as fast as it can until the product is killed; returns the identifiers of what it was told is saved. */
async function writeUntilKilled(environment: Environment, after: number): Promise<{ drafted: string[]; submitted: string[] }> {
  const product = await start(environment);
  const headers = await signIn(product.address, "deputy");
  const me = (await (await fetch(`${product.address}/api/me`, { headers })).json()) as { mandates: { id: string }[] };
  const saved = { drafted: [] as string[], submitted: [] as string[] };
  const post = (path: string, body: object) =>
    fetch(`${product.address}/api/suggestions${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const write = async () => {
    for (;;) {
      const drafted = await post("", { ...paper, mandateId: me.mandates[0]?.id });
      if (drafted.status !== 201) throw new Error(`a draft was answered with ${drafted.status}`);
      const { id } = (await drafted.json()) as { id: string };
      saved.drafted.push(id);
      if ((await post(`/${id}/submissions`, {})).status === 201) saved.submitted.push(id);
    }
  };
  const writers = [write(), write(), write()].map((writer) => writer.catch(() => undefined));
  // On a busy machine the first answer can take longer than all that is written afterwards.
  for (let tries = 0; saved.submitted.length === 0 && tries < 1000; tries++) await wait(20);
  await wait(after);
  await product.kill();
  await Promise.all(writers);
  return saved;
}

async function survives(environment: Environment): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const saved = await writeUntilKilled(environment, 700 + round * 230);
    expect(saved.submitted.length).toBeGreaterThan(0);
    const { code, said } = verify(environment);
    expect(said).toContain("no difference");
    expect(code).toBe(0);
    const again = await start(environment);
    const headers = await signIn(again.address, "deputy");
    const seen = async (id: string) =>
      ((await (await fetch(`${again.address}/api/suggestions/${id}`, { headers })).json()) as { status?: string }).status;
    for (const id of saved.drafted) expect(["draft", "submitted"], id).toContain(await seen(id));
    for (const id of saved.submitted) expect(await seen(id), id).toBe("submitted");
    await again.stop();
  }
}

describe("killed in the middle of writes", () => {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-kill-"));
  let server: Server;
  beforeAll(async () => {
    const embedded = await openFolder(folder);
    await migrate(embedded, migrations());
    await loadStage(embedded);
    await embedded.close();
    server = await startPostgres();
    await runSql(server.url("postgres"), "create database world");
    const database = openServer(server.url("world"));
    await migrate(database, migrations());
    await loadStage(database);
    await database.close();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("the embedded database loses nothing it acknowledged, and the ledger is whole", async () => {
    await survives({ DATA_DIR: folder });
  }, 480_000);

  test("so with a PostgreSQL server", async () => {
    await survives({ DATA_DIR: folder, DATABASE_URL: server.url("world") });
  }, 480_000);

  test("a second product cannot open the folder of a running one, and can after it was killed", async () => {
    const first = await start({ DATA_DIR: folder });
    await expect(start({ DATA_DIR: folder })).rejects.toThrow(/already open in another process/);
    await first.kill();
    const second = await start({ DATA_DIR: folder });
    await second.stop();
  });
});
