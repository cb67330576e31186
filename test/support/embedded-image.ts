import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrations } from "../../src/app.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openMemory } from "../../src/platform/db/open.ts";
import { loadStage } from "../world/load.ts";
import "./provided.ts";

/** Loads the stage of the world once; every test file starts from a copy. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-image-"));
  const database = await openMemory();
  await migrate(database, migrations());
  await loadStage(database);
  const image = join(folder, "world.tar");
  writeFileSync(image, Buffer.from(await (await database.image()).arrayBuffer()));
  await database.close();
  project.provide("image", image);
  return () => rmSync(folder, { recursive: true, force: true });
}
