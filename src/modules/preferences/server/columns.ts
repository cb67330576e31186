import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import type { ListSettings } from "../contract.ts";
import { filtersOf } from "./filters.ts";
import { note } from "./note.ts";

/** More lists than the house has; a bound for what one account can fill. */
const mostLists = 100;

/** How the actor wants to see a list. */
export async function settingsOf(db: Db, actor: Actor, list: string): Promise<z.input<typeof ListSettings>> {
  const found = await sql<{ columns: string[] }>`
    select columns from list_columns where district = ${actor.district} and account_id = ${actor.account} and list = ${list}`.execute(db);
  return { columns: found.rows[0]?.columns ?? null, filters: await filtersOf(db, actor, list) };
}

/** Keeps the columns that the actor chose, or forgets that he did. */
export async function setColumns(tx: Tx, actor: Actor, list: string, columns: string[] | null, now: Instant): Promise<Refusal | undefined> {
  const { district, account } = actor;
  if (columns === null) {
    await sql`delete from list_columns where district = ${district} and account_id = ${account} and list = ${list}`.execute(tx);
  } else {
    const others = await sql<{ count: number }>`
      select count(*) as count from list_columns where district = ${district} and account_id = ${account} and list <> ${list}`.execute(tx);
    if ((others.rows[0]?.count ?? 0) >= mostLists) return refuse("conflict", { code: "preferences.too_many_lists" });
    await sql`
      insert into list_columns (district, account_id, list, columns) values (${district}, ${account}, ${list}, ${columns})
      on conflict (district, account_id, list) do update set columns = excluded.columns`.execute(tx);
  }
  await note(tx, actor, { type: "list.columns_set", list, now });
}
