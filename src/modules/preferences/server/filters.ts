import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import type { preferenceContracts, SavedFilter } from "../contract.ts";
import { note } from "./note.ts";

type Filter = z.input<typeof SavedFilter>;
type Body = z.output<(typeof preferenceContracts)["save"]["body"]>;
interface Which {
  readonly list: string;
  readonly id: string;
}

/** Of one list; beyond it a choice is no longer quicker than the filters themselves. */
const most = 30;
/** Of one person, over all lists. */
const mostOfAll = 300;

/** The actor's own filters of a list, in the order in which they were kept. */
export async function filtersOf(db: Db, { district, account }: Actor, list: string): Promise<Filter[]> {
  const found = await sql<Filter>`
    select id, name, query, is_default from list_filter
    where district = ${district} and account_id = ${account} and list = ${list} order by id limit ${most}`.execute(db);
  return found.rows;
}

/** Keeps a filter under a name that no other of the same list has. */
export async function saveFilter(
  tx: Tx,
  actor: Actor,
  list: string,
  { name, query, isDefault }: Body,
  now: Instant,
): Promise<Filter | Refusal> {
  const { district, account } = actor;
  const counted = await sql<{ here: number; all: number }>`
    select count(*) as all, count(*) filter (where list = ${list}) as here from list_filter
    where district = ${district} and account_id = ${account}`.execute(tx);
  const { here = 0, all = 0 } = counted.rows[0] ?? {};
  if (here >= most || all >= mostOfAll) return refuse("conflict", { code: "preferences.too_many_filters", params: { limit: most } });
  const filter = { id: randomUUIDv7(), name, query, isDefault };
  if (isDefault) await noDefault(tx, actor, list);
  await sql`insert into list_filter (district, id, account_id, list, name, query, is_default)
    values (${district}, ${filter.id}, ${account}, ${list}, ${name}, ${query}, ${isDefault})`.execute(tx);
  await note(tx, actor, { type: "list.filter_saved", list, now });
  return filter;
}

/** Changes one of the actor's own filters; where another was the default, it is none any more. */
export async function changeFilter(
  tx: Tx,
  actor: Actor,
  { list, id }: Which,
  { name, query, isDefault }: Body,
  now: Instant,
): Promise<Filter | Refusal> {
  if (isDefault) await noDefault(tx, actor, list);
  const found = await sql<Filter>`
    update list_filter set name = ${name}, query = ${query}, is_default = ${isDefault}
    where district = ${actor.district} and account_id = ${actor.account} and list = ${list} and id = ${id}
    returning id, name, query, is_default`.execute(tx);
  const [filter] = found.rows;
  if (!filter) return notFound;
  await note(tx, actor, { type: "list.filter_changed", list, now });
  return filter;
}

export async function removeFilter(tx: Tx, actor: Actor, { list, id }: Which, now: Instant): Promise<Refusal | undefined> {
  const found = await sql`
    delete from list_filter where district = ${actor.district} and account_id = ${actor.account} and list = ${list} and id = ${id}
    returning id`.execute(tx);
  if (found.rows.length === 0) return notFound;
  await note(tx, actor, { type: "list.filter_removed", list, now });
}

const noDefault = (tx: Tx, { district, account }: Actor, list: string) =>
  sql`update list_filter set is_default = false
    where district = ${district} and account_id = ${account} and list = ${list} and is_default`.execute(tx);
