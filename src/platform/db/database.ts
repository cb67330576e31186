import {
  CamelCasePlugin,
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type Transaction,
} from "kysely";
import pg from "pg";
import { instant } from "../clock/instant.ts";
import { overloaded, Refused } from "../refusal.ts";
import { type PlannedOnce, plannedOnce } from "./planned-once.ts";

/** Reads. A module names its own tables: `db.withTables<IdentityTables>()`. */
export type Db = Kysely<object>;
/** Writes. Can be had only inside `Database.write`. */
export type Tx = Transaction<object>;

export interface Database {
  readonly kind: "embedded" | "server";
  readonly read: Db;
  /** Runs `work` in one transaction; what it throws undoes everything. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Is somebody waiting for a connection just now? What has time lets others go first. */
  crowded(): boolean;
  close(): Promise<void>;
}

const oid = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 };

/** Days stay text, moments become ISO text, whole numbers become numbers, decimals stay exact text. */
const types = {
  getTypeParser(id: number, format?: "text" | "binary") {
    if (id === oid.date || id === oid.numeric) return (text: string) => text;
    if (id === oid.int8) return (text: string) => Number(text);
    if (id === oid.timestamptz || id === oid.timestamp) return (text: string) => instant(text);
    return pg.types.getTypeParser(id, format);
  },
} as pg.CustomTypesConfig;

// The embedded database's driver refuses types given per query, so they are set once for the process.
for (const id of Object.values(oid)) pg.types.setTypeParser(id, types.getTypeParser(id) as (text: string) => unknown);

/** Columns are `area_id` in SQL and `areaId` in code; JSON inside a column keeps its own keys. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** A database behind a node-postgres pool, whichever engine answers it. */
export function databaseOver(pool: pg.Pool, kind: Database["kind"], close: () => Promise<void>): Database {
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on("error", (error) => console.error("database connection lost:", error.message));
  const kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool: pooled(pool, kind) }), plugins: [camelCase] });
  return {
    kind,
    read: kysely,
    write: (work) => kysely.transaction().execute(work),
    crowded: () => pool.waitingCount > 0,
    async close() {
      await kysely.destroy();
      await close();
    },
  };
}

/** The pool as the rest of the house sees it. */
function pooled(pool: pg.Pool, kind: Database["kind"]): PostgresPool {
  // The one connection of the embedded engine cannot be given up when its plans no longer hold, and it gained nothing.
  const statements = kind === "server" ? plannedOnce() : { nameOf: () => undefined };
  const connections = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect().catch(refuseIfPatient);
      const known = connections.get(client) ?? planning(client, statements);
      connections.set(client, known);
      return known;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** Whoever waits for a connection longer than the pool lets him is told so: it is not his fault, and a little later he will get one. */
function refuseIfPatient(error: unknown): never {
  if (error instanceof Error && error.message === waitedTooLong) throw new Refused(overloaded);
  throw error;
}

/** The words of pg-pool, which gives this error no code. */
const waitedTooLong = "timeout exceeded when trying to connect";

/** A connection that keeps the plans of what is often asked. */
function planning(client: pg.PoolClient, statements: PlannedOnce): PostgresPoolClient {
  let outdated = false;
  async function ask<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = values.length > 0 ? statements.nameOf(text) : undefined;
    try {
      const asked = { ...(name === undefined ? {} : { name }), text, values: [...values] };
      return (await client.query<R & pg.QueryResultRow>(asked)) as PostgresQueryResult<R>;
    } catch (error) {
      outdated ||= isOutdated(error);
      throw error;
    }
  }
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    asked: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof asked !== "string") throw new TypeError("rows are read in portions, not by cursors");
    return ask<R>(asked, values);
  }
  return { query, release: (destroy) => client.release(destroy === true || outdated) };
}

/** Somebody has changed a table since its plan was made: this connection keeps plans that no longer hold. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "0A000" && "routine" in error && error.routine === "RevalidateCachedQuery";
