import pg from "pg";
import { multiply } from "/work/main/bench/crowd.ts";
import { migrations } from "/work/main/src/app.ts";
import { migrate } from "/work/main/src/platform/db/migrate.ts";
import { openServer } from "/work/main/src/platform/db/open.ts";
import { fileFolder } from "/work/main/src/platform/files/folder.ts";
import { startPostgres } from "/work/main/test/support/postgres-server.ts";
import { loadWorld } from "/work/main/test/world/load.ts";

const s = await startPostgres([
  "-c",
  "shared_buffers=1GB",
  "-c",
  "maintenance_work_mem=512MB",
  "-c",
  "work_mem=32MB",
  "-c",
  "max_wal_size=8GB",
]);
console.log(s.url("bench"));
const c = new pg.Client({ connectionString: s.url("postgres") });
await c.connect();
await c.query("create database bench");
await c.end();
const db = openServer(s.url("bench"));
await migrate(db, migrations());
await loadWorld(db, fileFolder("/tmp/bfiles"));
console.time("multiply");
await multiply(db, { suggestions: Number(process.argv[2] ?? 200000), deputies: 5000, units: 60 });
console.timeEnd("multiply");
await db.close();
process.on("SIGTERM", () => s.stop().then(() => process.exit()));
setInterval(() => {}, 1e6);
