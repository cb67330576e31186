import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { fsyncs } from "../../src/platform/db/durable-folder.ts";
import { openFolder } from "../../src/platform/db/open.ts";

test("the embedded database asks the disk to keep every commit before it acknowledges it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-durable-"));
  const database = await openFolder(folder);
  await sql`create table kept (value integer)`.execute(database.read);
  for (let value = 0; value < 50; value++) {
    const before = fsyncs.count;
    await sql`insert into kept values (${value})`.execute(database.read);
    expect(fsyncs.count).toBeGreaterThan(before);
  }
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
