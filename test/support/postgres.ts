import type { TestProject } from "vitest/node";
import { migrations } from "../../src/app.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openServer } from "../../src/platform/db/open.ts";
import { loadStage } from "../world/load.ts";
import { startPostgres } from "./postgres-server.ts";
import { runSql } from "./sql.ts";
import "./provided.ts";

/** Starts a PostgreSQL and loads the world once; every test file starts from a copy of that database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await runSql(server.url("postgres"), "create database world");
  const database = openServer(server.url("world"));
  await migrate(database, migrations());
  await loadStage(database);
  await database.close();
  project.provide("server", server.url("postgres"));
  return () => server.stop();
}
