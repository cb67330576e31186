import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "../db/database.ts";
import { type Account, binder } from "../http/route.ts";
import { isRefusal, notFound, refuse } from "../refusal.ts";
import { hoursBefore, usableHours } from "./attachments.ts";
import { type Attachment, fileContracts } from "./contract.ts";
import { examine } from "./examine.ts";
import type { FileFolder } from "./folder.ts";
import { sendFile } from "./send.ts";

/** How many files one account can have taken in without using them. */
const mostPending = 40;
/** Files on their way: taken in before the step that names them, seen by nobody but whoever brought them. */
export function fileRoutes<Actor extends Account>(files: FileFolder) {
  const route = binder<Actor>();
  return [
    route(fileContracts.take, async ({ db, actor, body, now }) => {
      const examined = await examine(body.file);
      if (isRefusal(examined)) return examined;
      const { name, mediaType, bytes, small, width, height, digest } = examined;
      const file: Attachment = { id: randomUUIDv7(), name, mediaType, size: bytes.length, width, height };
      const row = { ...file, district: actor.district, digest, byAccount: actor.account, at: now, used: false };
      // The row comes before the bytes: bytes without a row would be found by nobody and kept for ever.
      const taken = await db.write(async (tx) => {
        if ((await countPending(tx, actor)) >= mostPending)
          return refuse("conflict", { code: "file.too_many", params: { limit: mostPending } });
        await tx.withTables<{ file: typeof row }>().insertInto("file").values(row).execute();
        return file;
      });
      if (isRefusal(taken)) return taken;
      if (small) await files.put(file.id, small, "small");
      await files.put(file.id, bytes);
      return file;
    }),
    route(fileContracts.look, async ({ db, actor, params, query, now }) => {
      const found = await sql<Attachment>`
        select id, name, media_type, size, width, height from file where district = ${actor.district} and id = ${params.id}
          and by_account = ${actor.account} and not used and at > ${hoursBefore(now, usableHours)}`.execute(db);
      return found.rows[0] ? sendFile(files, found.rows[0], query.size) : notFound;
    }),
  ];
}

async function countPending(db: Db, { district, account }: Account): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) as count from file where district = ${district} and by_account = ${account} and not used`.execute(db);
  return found.rows[0]?.count ?? 0;
}
