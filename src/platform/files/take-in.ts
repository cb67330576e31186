import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "../clock/instant.ts";
import type { Database, Db } from "../db/database.ts";
import { invalid, isRefusal, type Refusal, refuse } from "../refusal.ts";
import { accountOf, type Bringer, visitorOf } from "./attachments.ts";
import type { Attachment } from "./contract.ts";
import { examine } from "./examine.ts";
import type { FileFolder } from "./folder.ts";
import { kinds } from "./kinds.ts";

interface Terms {
  /** How many files the bringer can have taken in without using them. */
  readonly most: number;
  readonly picturesOnly?: true;
}

/** Takes a file in before the step that names it: seen by nobody but whoever brought it, thrown away when it is not used. */
export async function takeIn(
  database: Database,
  files: FileFolder,
  bringer: Bringer,
  { file, now, most, picturesOnly }: Terms & { readonly file: File; readonly now: Instant },
): Promise<Attachment | Refusal> {
  const examined = await examine(file);
  if (isRefusal(examined)) return examined;
  const { name, mediaType, bytes, small, width, height, digest } = examined;
  if (picturesOnly && !kinds[mediaType]?.picture) return invalid({ field: "file", code: "file.picture_wanted" });
  const taken: Attachment = { id: randomUUIDv7(), name, mediaType, size: bytes.length, width, height };
  const by = { byAccount: accountOf(bringer), byVisitor: visitorOf(bringer) };
  const row = { ...taken, ...by, district: bringer.district, digest, at: now, used: false };
  // The row comes before the bytes: bytes without a row would be found by nobody and kept for ever.
  const refusal = await database.write(async (tx) => {
    if ((await countPending(tx, bringer)) >= most) return refuse("conflict", { code: "file.too_many", params: { limit: most } });
    await tx.withTables<{ file: typeof row }>().insertInto("file").values(row).execute();
    return undefined;
  });
  if (refusal) return refusal;
  if (small) await files.put(taken.id, small, "small");
  await files.put(taken.id, bytes);
  return taken;
}

async function countPending(db: Db, bringer: Bringer): Promise<number> {
  const own = "account" in bringer ? sql`by_account = ${bringer.account}` : sql`by_visitor = ${bringer.visitor}`;
  const found = await sql<{ count: number }>`
    select count(*) as count from file where district = ${bringer.district} and ${own} and not used`.execute(db);
  return found.rows[0]?.count ?? 0;
}
