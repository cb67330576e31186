import { setImmediate as breath } from "node:timers/promises";
import { sql } from "kysely";
import { systemClock } from "../clock/clock.ts";
import type { Sweep } from "../module.ts";
import type { Database, Db } from "./database.ts";

const day = 86_400_000;

/** The embedded engine has no autovacuum: without fresh statistics its planner goes astray. Once a day is enough. */
export function upkeep(): Sweep {
  let last = 0;
  return {
    name: "database.upkeep",
    async run(database) {
      const now = Date.parse(systemClock.now());
      if (database.kind !== "embedded" || now - last < day) return;
      await keepStatistics(database);
      last = now;
    },
  };
}

/** Tells the planner what the tables hold; after a large load it cannot know. One table after the other: nobody waits for all of them. */
export async function refreshStatistics({ read }: Database): Promise<void> {
  for (const { name } of await tablesOf(read)) {
    await sql`vacuum analyze ${sql.raw(name)}`.execute(read);
    await breath();
  }
}

/**
 * What autovacuum would do: clears away what is dead, and looks at a table anew once fifty rows and a tenth of it have changed. To look at
 * what is searched by words takes seconds, in which the embedded engine does nothing else. What changed before the last start is not
 * known; after as many transactions as the table has rows, and five hundred, it is looked at in any case.
 */
export async function keepStatistics({ read }: Database): Promise<void> {
  for (const { name, rows, changed, since } of await tablesOf(read)) {
    await sql`vacuum ${sql.raw(name)}`.execute(read);
    await breath();
    const now = await sql<{ rows: number }>`select reltuples as rows from pg_class where oid = ${name}::regclass`.execute(read);
    const more = Math.abs((now.rows[0]?.rows ?? 0) - rows);
    if (since !== null && since <= 500 + rows && Math.max(changed, more) <= 50 + rows / 10) continue;
    await sql`analyze ${sql.raw(name)}`.execute(read);
    await breath();
  }
}

interface Table {
  readonly name: string;
  /** As many as there were when it was last gone through. */
  readonly rows: number;
  /** So many of them have changed since, as far as the engine remembers: a start makes it forget. */
  readonly changed: number;
  /** So many transactions ago it, and what its indexes compute, was last looked at; null when anything of it never was. */
  readonly since: number | null;
}

async function tablesOf(read: Db): Promise<Table[]> {
  // What this connection has changed is counted late, and would count as changed after it has been looked at.
  await sql`select pg_stat_force_next_flush()`.execute(read);
  const found = await sql<Table>`
    select c.oid::regclass::text as name, c.reltuples as rows, pg_stat_get_mod_since_analyze(c.oid) as changed, (
      select case when bool_and(s.since is not null) then max(s.since) end
      from (select c.oid union all select i.indexrelid from pg_index i where i.indrelid = c.oid and i.indexprs is not null) part (oid)
      left join lateral (select max(age(s.xmin)) as since from pg_statistic s where s.starelid = part.oid) s on true) as since
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind = 'r' order by name`.execute(read);
  return found.rows;
}
