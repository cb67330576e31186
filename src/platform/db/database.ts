import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type Transaction } from "kysely";
import pg from "pg";
import { instant } from "../clock/instant.ts";
import { Refused, refuse } from "../refusal.ts";

/** Reads. A module names its own tables: `db.withTables<IdentityTables>()`. */
export type Db = Kysely<object>;
/** Writes. Can be had only inside `Database.write`. */
export type Tx = Transaction<object>;

export interface Database {
  readonly kind: "embedded" | "server";
  readonly read: Db;
  /** Runs `work` in one transaction; what it throws undoes everything. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
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
  const kysely = new Kysely<object>({ dialect: new PostgresDialect({ pool: orRefused(pool) }), plugins: [camelCase] });
  return {
    kind,
    read: kysely,
    write: (work) => kysely.transaction().execute(work),
    async close() {
      await kysely.destroy();
      await close();
    },
  };
}

/** Whoever waits for a connection longer than the pool lets him is told so: it is not his fault, and a little later he will get one. */
const orRefused = (pool: pg.Pool): PostgresPool => ({
  connect: () =>
    pool.connect().catch((error: unknown) => {
      if (error instanceof Error && error.message === waitedTooLong)
        throw new Refused({ ...refuse("overloaded", { code: "problem.overloaded" }), retryAfter: 5 });
      throw error;
    }),
  end: () => pool.end(),
  options: pool.options,
});

/** The words of pg-pool, which gives this error no code. */
const waitedTooLong = "timeout exceeded when trying to connect";
