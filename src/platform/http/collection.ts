import { randomUUIDv7 } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Db, Tx } from "../db/database.ts";
import { record } from "../ledger/record.ts";
import { notFound, type Refusal, refuse } from "../refusal.ts";
import { exportOf, exportQuery, sendSheet } from "../sheets/export.ts";
import { portion } from "../sheets/sheet.ts";
import { collectionSheet } from "./collection-sheet.ts";
import { type Access, contract } from "./contract.ts";
import { cursorAt, keysAt, type Page, Paging, pageOf } from "./paging.ts";
import { type Account, binder, type Route } from "./route.ts";

type Columns = Record<string, unknown>;
type Stored = Columns & { id: string; version: number };

/** A plain list that is kept: no life cycle, no rules beyond its columns. */
export interface Collection<Actor extends Account, Fields extends z.ZodObject = z.ZodObject> {
  /** In code, in facts and as the name of the table: `deputy_group`. */
  readonly name: string;
  readonly path: string;
  readonly tag: string;
  /** Where the catalogue speaks of it: `.title`, `.field.…`, and of the values of a choice `.{field}.…`. */
  readonly words: string;
  /** Which collection a column names a thing of; an export says its name. */
  readonly references?: Readonly<Record<string, string>>;
  readonly look: Access;
  readonly keep: Access;
  /** What is typed in; each key is a column. */
  readonly fields: Fields;
  /** Columns that a search looks into. */
  readonly search: readonly string[];
  /** Columns that a list can be narrowed by. */
  readonly filters: readonly string[];
  /** The column by which the list is ordered; the identifier comes last by itself. */
  readonly order: string;
  /** The last comes first. */
  readonly descending?: true;
  /** What is shown beside the columns, such as the name of a person who is named: its type, and how it is read. */
  readonly shown?: { readonly fields: z.ZodObject; readonly read: Readonly<Record<string, RawBuilder<unknown>>> };
  /** Columns that follow from what was typed. */
  readonly derive?: (input: z.output<Fields>) => Columns;
  /** Rules that need to look around, inside the transaction of the change. */
  readonly check?: (tx: Tx, actor: Actor, input: z.output<Fields>, id: string | undefined, now: Instant) => Promise<Refusal | undefined>;
  /** The fact of a change, where it says more than that there was one. */
  readonly tells?: (stored: Stored, what: "added" | "changed") => { readonly type: string; readonly data: Columns };
}

/** Endpoints that list, show, add and change the things of a collection. */
export function collection<Actor extends Account, Fields extends z.ZodObject>(of: Collection<Actor, Fields>): Route<Actor>[] {
  const { path, tag, name } = of;
  const route = binder<Actor>();
  const Thing: z.ZodType<Columns> = z
    .object({ id: z.uuid(), ...of.fields.shape, ...of.shown?.fields.shape, version: z.int() })
    .meta({ id: pascal(name) });
  const Typed: z.ZodType<Columns> = of.fields.strict();
  const Id = z.object({ id: z.uuid() });
  const Query = Paging.extend({
    ...(of.search.length > 0 ? { search: z.string().max(100).optional() } : {}),
    ...Object.fromEntries(of.filters.map((filter) => [filter, z.string().max(100).optional()])),
  });
  const look = { tag, access: of.look, method: "get", status: 200 } as const;
  const keep = { tag, access: of.keep, body: Typed, output: Thing } as const;
  const Asked: z.ZodType<Columns & { format: "xlsx" | "csv"; columns?: string | undefined }> = Query.omit({
    limit: true,
    cursor: true,
  }).extend(exportQuery);
  return [
    route(
      contract({ ...look, ...exportOf(path), name: `export_${name}`, summary: `Export ${name}, as filtered`, query: Asked }),
      ({ db, actor, query, now, words }) => {
        const page = (cursor: string | undefined) => list(db.read, of, actor.district, { ...query, limit: portion, cursor });
        return sendSheet(db, actor, {
          list: name,
          query,
          now,
          sheet: collectionSheet({ of, db: db.read, district: actor.district, words, page }),
        });
      },
    ),
    route(
      contract({ ...look, path, name: `list_${name}`, summary: `List ${name}`, query: Query, output: pageOf(Thing) }),
      ({ db, actor, query }) => list(db, of, actor.district, query),
    ),
    route(
      contract({ ...look, path: `${path}/{id}`, name: `get_${name}`, summary: `Get ${name}`, params: Id, output: Thing, versioned: true }),
      async ({ db, actor, params }) => (await find(db, of, actor.district, params.id)) ?? notFound,
    ),
    route(
      contract({ ...keep, method: "post", path, name: `add_${name}`, summary: `Add ${name}`, status: 201, versioned: true }),
      ({ db, actor, body, now }) => add(db, of, actor, body, now),
    ),
    route(
      contract({
        ...keep,
        method: "put",
        path: `${path}/{id}`,
        name: `change_${name}`,
        summary: `Change ${name}`,
        params: Id,
        status: 200,
        versioned: true,
      }),
      ({ db, actor, params, body, seen, now }) => change(db, of, actor, { id: params.id, body, seen, now }),
    ),
  ];
}

const pascal = (name: string): string => name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Half-typed words match anywhere; the wildcards of the pattern language are taken literally. */
export const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;

const columnsOf = (of: Collection<never>): RawBuilder<unknown> =>
  sql.join([
    ...["id", ...Object.keys(of.fields.shape), "version"].map((name) => sql.ref(name)),
    ...Object.entries(of.shown?.read ?? {}).map(([name, read]) => sql`${read} as ${sql.ref(name)}`),
  ]);

async function list(
  db: Db,
  of: Collection<never>,
  district: string,
  query: Columns & { limit: number; cursor?: string | undefined },
): Promise<Page<Columns>> {
  const conditions = [sql<boolean>`district = ${district}`];
  for (const filter of of.filters) if (query[filter] !== undefined) conditions.push(sql`${sql.ref(filter)}::text = ${query[filter]}`);
  if (typeof query.search === "string" && query.search.trim() !== "") {
    const pattern = containing(query.search.trim());
    conditions.push(
      sql`(${sql.join(
        of.search.map((column) => sql`${sql.ref(column)} ilike ${pattern}`),
        sql` or `,
      )})`,
    );
  }
  const after = keysAt(query.cursor, 2);
  const [beyond, direction] = of.descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  if (after) conditions.push(sql`(${sql.ref(of.order)}, id) ${beyond} (${after[0]}, ${after[1]})`);
  const found = await sql<Stored & { orderKey: string | number }>`
    select ${columnsOf(of)}, ${sql.ref(of.order)} as order_key from ${sql.table(of.name)}
    where ${sql.join(conditions, sql` and `)} order by ${sql.ref(of.order)} ${direction}, id ${direction} limit ${query.limit + 1}`.execute(
    db,
  );
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ orderKey: _, ...row }) => row),
    next: found.rows.length > query.limit && last ? cursorAt([last.orderKey, last.id]) : null,
  };
}

async function find(db: Db, of: Collection<never>, district: string, id: string): Promise<Stored | undefined> {
  const found = await sql<Stored>`
    select ${columnsOf(of)} from ${sql.table(of.name)} where district = ${district} and id = ${id}`.execute(db);
  return found.rows[0];
}

/** Adds one thing, with its fact. */
export async function add<Actor extends Account>(
  tx: Tx,
  of: Collection<Actor>,
  actor: Actor,
  body: Columns,
  now: Instant,
): Promise<Stored | Refusal> {
  const refusal = await of.check?.(tx, actor, body, undefined, now);
  if (refusal) return refusal;
  const row: Columns = { ...body, ...of.derive?.(body), district: actor.district, id: randomUUIDv7() };
  const found = await sql<Stored>`
    insert into ${sql.table(of.name)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))}) returning ${columnsOf(of)}`.execute(tx);
  const stored = found.rows[0]!;
  await record(tx, factOf(of, actor, stored, now, "added"));
  return stored;
}

export interface Edit {
  id: string;
  body: Columns;
  seen: number | undefined;
  now: Instant;
}

/** Changes one thing that is still what was seen, with its fact. */
export async function change<Actor extends Account>(
  tx: Tx,
  of: Collection<Actor>,
  actor: Actor,
  { id, body, seen, now }: Edit,
): Promise<Stored | Refusal> {
  const before = await find(tx, of, actor.district, id);
  if (!before) return notFound;
  if (before.version !== seen) return refuse("changed_meanwhile", { code: "problem.changed_meanwhile" });
  const refusal = await of.check?.(tx, actor, body, id, now);
  if (refusal) return refusal;
  const columns: Columns = { ...body, ...of.derive?.(body) };
  const found = await sql<Stored>`
    update ${sql.table(of.name)}
    set ${sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}, version = version + 1
    where district = ${actor.district} and id = ${id} and version = ${seen} returning ${columnsOf(of)}`.execute(tx);
  const stored = found.rows[0];
  if (!stored) return refuse("changed_meanwhile", { code: "problem.changed_meanwhile" });
  await record(tx, factOf(of, actor, stored, now, "changed"));
  return stored;
}

const factOf = (of: Collection<never>, actor: Account, stored: Stored, at: Instant, what: "added" | "changed") => ({
  district: actor.district,
  id: randomUUIDv7(),
  at,
  actor: actor.account,
  subjectType: of.name,
  subjectId: stored.id,
  version: 1,
  ...(of.tells?.(stored, what) ?? { type: `${of.name}.${what}`, data: { version: stored.version } }),
});
