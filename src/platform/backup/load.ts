import { createHash, type Hash } from "node:crypto";
import { sql } from "kysely";
import { intoBareTables } from "../db/bare-tables.ts";
import type { Database, Tx } from "../db/database.ts";
import type { FileFolder, Size } from "../files/folder.ts";
import type { Entry } from "./archive.ts";
import type { About, Contents } from "./dump.ts";
import { columnsOf, tableNames } from "./tables.ts";

/** A backup that cannot be trusted or does not fit. */
export class BackupFault extends Error {}

const json = <T>({ bytes }: Entry): T => JSON.parse(Buffer.from(bytes).toString("utf8")) as T;

/** The first piece of a backup, which says what it is. */
export async function aboutOf(pieces: AsyncIterator<Entry>): Promise<About> {
  const first = await pieces.next();
  if (first.done || first.value.name !== "about.json") throw new BackupFault("this is no backup of Lianxin");
  const about = json<About>(first.value);
  if (about.format !== 1) throw new BackupFault(`a backup of format ${about.format} cannot be read by this version`);
  return about;
}

/**
 * Puts the pieces of a backup into a database that has run its migrations and holds nothing yet: all of it or nothing.
 * Rows are held against their foreign keys, and everything against the digests, before it counts.
 */
export async function load(database: Database, files: FileFolder, pieces: AsyncIterable<Entry>): Promise<Contents> {
  return await database.write(async (tx) => {
    await refuseOthersRows(tx);
    const keys = await dropForeignKeys(tx);
    await sql`delete from chain_head`.execute(tx);
    const contents = await intoBareTables(tx, () => loadPieces(tx, files, pieces));
    for (const restore of keys) await sql.raw(restore).execute(tx);
    await resetSequences(tx);
    return contents;
  });
}

/** Everything that the pieces hold, when it is what was saved. */
async function loadPieces(tx: Tx, files: FileFolder, pieces: AsyncIterable<Entry>): Promise<Contents> {
  const seen = new Map<string, { rows: number; hash: Hash }>();
  let [fileCount, contents] = [0, undefined as Contents | undefined];
  for await (const entry of pieces) {
    const [kind, of = "", part] = entry.name.split("/");
    if (kind === "contents.json") contents = json<Contents>(entry);
    else if (kind === "files" && part) {
      await files.put(part, entry.bytes, of as Size);
      fileCount++;
    } else if (kind === "tables") {
      const table = seen.get(of) ?? { rows: 0, hash: createHash("sha256") };
      table.hash.update(entry.bytes);
      table.rows += await loadRows(tx, of, Buffer.from(entry.bytes).toString("utf8").split("\n"));
      seen.set(of, table);
    }
  }
  if (!contents) throw new BackupFault("the backup is cut off");
  compare(contents, seen, fileCount);
  return contents;
}

/** What the migrations themselves put there does not count. */
async function refuseOthersRows(tx: Tx): Promise<void> {
  for (const table of await tableNames(tx)) {
    if (table === "migration" || table === "chain_head") continue;
    const found = await sql<{ some: boolean }>`select exists (select 1 from ${sql.table(table)}) as some`.execute(tx);
    if (found.rows[0]?.some) throw new BackupFault("there is something in this database already; restore into a new one");
  }
}

async function loadRows(tx: Tx, table: string, lines: readonly string[]): Promise<number> {
  if (!(await tableNames(tx)).includes(table)) throw new BackupFault(`the backup holds a table ${table} that this version does not know`);
  const columns = await columnsOf(tx, table);
  const names = sql.join(columns.map(({ name }) => sql.id(name)));
  const values = sql.join(columns.map(({ name }) => (table === "fact" && name === "xid" ? linkOrder : sql.ref(`r.${name}`))));
  const overriding = columns.some((column) => column.identity) ? sql`overriding system value` : sql``;
  await sql`
    insert into ${sql.table(table)} (${names}) ${overriding}
    select ${values} from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${lines.join(",")}]`}::jsonb) r`.execute(tx);
  return lines.length;
}

/**
 * Transaction numbers mean nothing in another database: what is linked comes before everything, what was not yet
 * comes right after it. `chain` stands before `fact` in every backup, and `chain_head` is set to suit.
 */
const linkOrder = sql`case when exists (select 1 from chain c where c.district = r.district and c.fact_id = r.id) then '0' else '1' end::xid8`;

async function dropForeignKeys(tx: Tx): Promise<string[]> {
  const found = await sql<{ drop: string; add: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(tx);
  for (const { drop } of found.rows) await sql.raw(drop).execute(tx);
  return found.rows.map((row) => row.add);
}

function compare(contents: Contents, seen: ReadonlyMap<string, { rows: number; hash: Hash }>, files: number): void {
  for (const [table, { rows, digest }] of Object.entries(contents.tables)) {
    const found = seen.get(table) ?? { rows: 0, hash: createHash("sha256") };
    if (found.rows !== rows || found.hash.digest("hex") !== digest)
      throw new BackupFault(`the rows of ${table} are not those that were saved`);
  }
  if (files !== contents.files) throw new BackupFault("files are missing from the backup");
}

/** Numbers that the database gives go on after the highest that is there. */
async function resetSequences(tx: Tx): Promise<void> {
  await sql`update chain_head set xid = '0', seq = (select coalesce(max(seq), 0) from fact)`.execute(tx);
  await sql`select setval(pg_get_serial_sequence('fact', 'seq'), (select greatest(max(seq), 1) from fact))`.execute(tx);
}
