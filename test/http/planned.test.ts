import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database } from "../../src/platform/db/database.ts";
import { openMemory, openServer } from "../../src/platform/db/open.ts";

let database: Database;
beforeAll(async () => {
  database = inject("engine") === "server" ? openServer(inject("server"), 1) : await openMemory();
  await sql`create table planned_test (id integer primary key, word text)`.execute(database.read);
  await sql`insert into planned_test values (1, '一'), (2, '二')`.execute(database.read);
});
afterAll(async () => {
  await sql`drop table planned_test`.execute(database.read);
  await database.close();
});

const word = async (id: number) => (await sql<{ word: string }>`select * from planned_test where id = ${id}`.execute(database.read)).rows;

test("what is planned once answers for other values, and tells what has changed since", async () => {
  for (let times = 0; times < 30; times++) expect(await word(1 + (times % 2))).toMatchObject([{ word: "一二"[times % 2] }]);
  await sql`update planned_test set word = '壹' where id = ${1}`.execute(database.read);
  expect(await word(1)).toMatchObject([{ word: "壹" }]);
});

test("a connection whose plans no longer hold is given up after one fault, not after each", async () => {
  for (let times = 0; times < 25; times++) await word(2);
  await sql`alter table planned_test add column more text`.execute(database.read);
  if (database.kind === "server") await expect(word(2)).rejects.toThrow("cached plan must not change result type");
  for (let times = 0; times < 6; times++) expect(await word(2)).toEqual([{ id: 2, word: "二", more: null }]);
});
