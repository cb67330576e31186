import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "./database.ts";
import { openMemory } from "./open.ts";
import { keepStatistics, refreshStatistics } from "./upkeep.ts";

/** Which parts of the statistics are those of a moment ago, and how many rows they count. */
async function looked({ read }: Database): Promise<string[]> {
  const found = await sql<{ seen: string }>`
    select format('%s %s %s', c.relname, c.reltuples, s.xmin) as seen from pg_class c join pg_statistic s on s.starelid = c.oid
    where c.relname in ('petition', 'petition_words', 'petition_length', 'kind') order by c.relname, s.staattnum`.execute(read);
  return found.rows.map(({ seen }) => seen);
}

test("a table is looked at anew once a tenth of it may have changed, and what is searched by words with it", async () => {
  const database = await openMemory();
  const { read } = database;
  const add = (from: number, to: number) =>
    sql`insert into petition select n, '关于第' || n || '段道路的建议' from generate_series(${from}::int, ${to}::int) n`.execute(read);
  const change = async (times: number) => {
    for (let at = 1; at <= times; at++) await sql`update petition set words = words || '。' where id = ${at}`.execute(read);
  };
  await sql`create table petition (id int primary key, words text not null)`.execute(read);
  await sql`create table kind (code text primary key)`.execute(read);
  await sql`create index petition_words on petition using gin (string_to_array(words, '的'))`.execute(read);
  await sql`insert into kind values ('roads')`.execute(read);
  await add(1, 500);
  await refreshStatistics(database);
  const first = await looked(database);
  expect(first.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "kind 1",
    "petition 500",
    "petition 500",
    "petition_words 500",
  ]);

  const anew = async () => {
    const before = await looked(database);
    await keepStatistics(database);
    return (await looked(database)).filter((line) => !before.includes(line)).map((line) => line.split(" ")[0]);
  };
  await change(60);
  expect(await anew(), "little has happened").toEqual([]);
  await change(60);
  expect(await anew(), "a tenth has changed").toEqual(["petition", "petition", "petition_words"]);
  expect(await anew()).toEqual([]);
  await add(501, 700);
  expect(await anew(), "many came at once").toEqual(["petition", "petition", "petition_words"]);
  await sql`create index petition_length on petition (length(words))`.execute(read);
  expect(await anew(), "a new index computes what was never looked at").toEqual([
    "petition",
    "petition",
    "petition_length",
    "petition_words",
  ]);
  for (let at = 0; at < 502; at++) await sql`update kind set code = code`.execute(read);
  expect(await anew(), "so much has been done that nobody can know").toEqual(["kind"]);
  await database.close();
});
