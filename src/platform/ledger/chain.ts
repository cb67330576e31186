import { sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Database, Db, Tx } from "../db/database.ts";
import { algorithm, type Fact, link } from "./fact.ts";
import type { LedgerTables } from "./tables.ts";

const batch = 500;
/** Any number will do, as long as nothing else in this database takes it. */
const chainLock = 4_931_001;

/**
 * Links facts that have been committed since the last call, in commit order. A transaction that is still
 * open holds back all that began after it, so nothing that commits late is skipped. Returns how many it linked.
 */
export function extendChain(database: Database): Promise<number> {
  return database.write(async (tx) => {
    const mine = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(${chainLock}) as locked`.execute(tx);
    if (!mine.rows[0]?.locked) return 0;
    const facts = await unlinked(tx);
    if (facts.length === 0) return 0;
    await append(tx, facts);
    const last = facts.at(-1)!;
    await tx.withTables<LedgerTables>().updateTable("chainHead").set({ xid: last.xid, seq: last.seq }).execute();
    return facts.length;
  });
}

/** Are there committed facts that have not been linked yet? */
export async function hasUnlinked(db: Db): Promise<boolean> {
  const found = await sql<{ some: boolean }>`
    select exists (select 1 from fact where (xid, seq) > (select xid, seq from chain_head)) as some`.execute(db);
  return found.rows[0]?.some ?? false;
}

type CommittedFact = Fact & { xid: string; seq: number };

async function unlinked(tx: Tx): Promise<CommittedFact[]> {
  return await tx
    .withTables<LedgerTables>()
    .selectFrom("fact")
    .selectAll()
    .where(sql<boolean>`(xid, seq) > (select xid, seq from chain_head) and xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy("xid")
    .orderBy("seq")
    .limit(batch)
    .execute();
}

async function append(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const heads = new Map<string, { position: number; digest: string }>();
  const links = [];
  for (const fact of facts) {
    const head = heads.get(fact.district) ?? (await headOf(tx, fact.district));
    const next = { position: head.position + 1, digest: link(head.digest, fact) };
    heads.set(fact.district, next);
    links.push({ district: fact.district, ...next, factId: fact.id, algorithm });
  }
  await tx.withTables<LedgerTables>().insertInto("chain").values(links).execute();
}

/** The last link of a district's chain; position 0 with an empty digest before the first. */
export async function headOf(db: Db, district: string): Promise<{ position: number; digest: string }> {
  const head = await db
    .withTables<LedgerTables>()
    .selectFrom("chain")
    .select(["position", "digest"])
    .where("district", "=", district)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return head ?? { position: 0, digest: "" };
}

/** Facts of a district after `position`, with the digest recorded for each. */
export function linkedFacts(db: Db, district: string, position: number) {
  return linked(db, district, position).limit(batch).execute();
}

/** Of which types the linked facts after `since` up to `until` are. */
export async function typesBetween(db: Db, district: string, since: number, until: number): Promise<{ position: number; type: string }[]> {
  const found = await sql<{ position: number; type: string }>`
    select c.position, f.type from chain c join fact f on f.district = c.district and f.id = c.fact_id
    where c.district = ${district} and c.position > ${since} and c.position <= ${until}`.execute(db);
  return found.rows;
}

/** Linked facts after `position` up to `until`, of some types alone and not from before `since`; the first `limit` of them. */
export function wantedFacts(
  db: Db,
  district: string,
  position: number,
  { until, types, since, limit }: { until: number; types: readonly string[]; since: Instant | undefined; limit: number },
) {
  const wanted = linked(db, district, position).where("chain.position", "<=", until).where("fact.type", "in", types);
  return (since ? wanted.where("fact.at", ">=", since) : wanted).limit(limit).execute();
}

function linked(db: Db, district: string, position: number) {
  return db
    .withTables<LedgerTables>()
    .selectFrom("chain")
    .innerJoin("fact", (join) => join.onRef("fact.district", "=", "chain.district").onRef("fact.id", "=", "chain.factId"))
    .select([
      ...(["chain.position", "chain.digest", "chain.algorithm", "fact.district", "fact.id", "fact.at", "fact.actor", "fact.type"] as const),
      ...(["fact.subjectType", "fact.subjectId", "fact.version", "fact.data"] as const),
    ])
    .where("chain.district", "=", district)
    .where("chain.position", ">", position)
    .orderBy("chain.position");
}

/** Recomputes the whole chain of a district and lists where it differs; an empty list means it is whole. */
export async function chainFaults(db: Db, district: string): Promise<string[]> {
  const faults: string[] = [];
  let [position, digest] = [0, ""];
  for (;;) {
    const facts = await linkedFacts(db, district, position);
    for (const fact of facts) {
      const expected = link(digest, fact, fact.algorithm);
      if (fact.position !== position + 1) faults.push(`chain ${district}: position ${position + 1} is missing`);
      if (expected !== fact.digest) faults.push(`chain ${district}: fact ${fact.id} at position ${fact.position} was changed`);
      [position, digest] = [fact.position, fact.digest];
    }
    if (facts.length === 0) return faults;
  }
}
