import { sql } from "kysely";
import type { Db } from "../../../../platform/db/database.ts";
import type { Reason } from "../../../../platform/refusal.ts";
import type { IntakeColumn, Values } from "./kind.ts";

interface Thing {
  readonly id: string;
  readonly name: string;
  /** Another sure name: the code of an area, the short name of an organisation, the number of an electoral district. */
  readonly alias: string | null;
  readonly congressId: string | null;
}

const selects: Readonly<Record<string, ReturnType<typeof sql>>> = {
  area: sql`select id, name, code as alias, null as congress_id from area`,
  organisation: sql`select id, name, short_name as alias, null as congress_id from organisation`,
  congress: sql`select id, name, null as alias, null as congress_id from congress`,
  electoral_district: sql`select id, name, number::text as alias, congress_id from electoral_district`,
  delegation: sql`select id, name, null as alias, congress_id from delegation`,
  deputy_group: sql`select id, name, null as alias, null as congress_id from deputy_group`,
};

/** Names of things that columns refer to, looked up in both directions. */
export interface References {
  idOf(table: string, said: string, given: Values, within: string | undefined): { readonly id: string } | Reason;
  nameOf(table: string, id: unknown): string;
}

/** Loads the things that the columns of a kind refer to. */
export async function referencesOf(db: Db, district: string, columns: readonly IntakeColumn[]): Promise<References> {
  const tables = new Map<string, readonly Thing[]>();
  for (const { reads } of columns) {
    const select = reads.as === "reference" ? selects[reads.table] : undefined;
    if (reads.as !== "reference" || !select || tables.has(reads.table)) continue;
    tables.set(reads.table, (await sql<Thing>`${select} where district = ${district} order by id`.execute(db)).rows);
  }
  const names = new Map([...tables].map(([table, things]) => [table, new Map<unknown, string>(things.map(({ id, name }) => [id, name]))]));
  const said = new Map([...tables].map(([table, things]) => [table, bySaying(things)]));
  return {
    nameOf: (table, id) => names.get(table)?.get(id) ?? "",
    idOf(table, words, given, within) {
      const all = said.get(table)?.get(words) ?? [];
      const found = within ? all.filter((one) => one.congressId === given[within]) : all;
      const [first, ...others] = found;
      if (!first) return { code: "identity.intake.no_such_thing", params: { said: words } };
      return others.length === 0 ? { id: first.id } : { code: "identity.intake.several_of_this_name", params: { said: words } };
    },
  };
}

function bySaying(things: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  const all = new Map<string, Thing[]>();
  for (const thing of things)
    for (const words of new Set([thing.name, thing.alias])) if (words !== null) all.set(words, [...(all.get(words) ?? []), thing]);
  return all;
}
