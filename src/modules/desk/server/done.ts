import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";
import type { Subject } from "../subject.ts";
import { linesOf } from "./tasks.ts";

interface Row {
  id: string;
  at: Instant;
  type: string;
  subjectType: string;
  subjectId: string;
}

/** What the actor did himself, read off the ledger. What he may no longer see is left out. */
export async function listDone(
  db: Db,
  subjects: readonly Subject[],
  actor: Actor,
  query: { limit: number; cursor?: string | undefined },
  now: Instant,
) {
  const after = keysAt(query.cursor, 2);
  const from = after ? sql`and (at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  const found = await sql<Row>`
    select id, at, type, subject_type, subject_id from fact
    where district = ${actor.district} and actor = ${actor.account} and subject_type = any(${subjects.map((subject) => subject.type)})
      and type <> all(${subjects.flatMap((subject) => subject.bulk ?? [])}::text[]) ${from}
    order by at desc, id desc limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const lines = await linesOf(db, subjects, actor, rows, dateIn(now));
  const items = rows.flatMap(({ type, ...row }) => {
    const [line, verb] = [lines.get(row.subjectId), subjects.find((one) => one.type === row.subjectType)?.verbOf(type)];
    return line && verb ? [{ ...row, verb, label: line.label, title: line.title, status: line.status }] : [];
  });
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.at, last.id]) : null };
}
