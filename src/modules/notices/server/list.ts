import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { notFound, type Refusal } from "../../../platform/refusal.ts";
import { planHeadings } from "../../activities/index.ts";
import type { Actor } from "../../identity/index.ts";
import { opinionHeadings } from "../../opinions/index.ts";
import { listeningHeadings, receptionHeadings } from "../../stations/index.ts";
import { suggestionHeadings } from "../../suggestions/index.ts";
import { voiceHeadings } from "../../voices/index.ts";
import type { NoticeLine, noticeContracts } from "../contract.ts";

type Query = z.output<(typeof noticeContracts)["list"]["query"]>;
type Line = z.input<typeof NoticeLine>;

/** A page of what the actor was told. Titles are looked up as he may see them now, not as he could when he was told. */
export async function listNotices(db: Db, actor: Actor, { cursor, limit, unread }: Query, today: DateISO) {
  const after = keysAt(cursor, 2);
  const found = await sql<Omit<Line, "title">>`
    select id, at, read_at, kind, type, subject_type, subject_id, label from notice
    where district = ${actor.district} and account_id = ${actor.account}
      ${unread ? sql`and read_at is null` : sql``} ${after ? sql`and (at, id) < (${after[0]}, ${after[1]})` : sql``}
    order by at desc, id desc limit ${limit + 1}`.execute(db);
  const rows = found.rows.slice(0, limit);
  const last = rows.at(-1);
  const ids = (type: string) => [...new Set(rows.filter((row) => row.subjectType === type).map((row) => row.subjectId))];
  const headings = [
    ...(await suggestionHeadings(db, actor, ids("suggestion"))),
    ...(await opinionHeadings(db, actor, ids("opinion"))),
    ...(await voiceHeadings(db, actor, ids("voice"), today)),
    ...(await receptionHeadings(db, actor, ids("reception"))),
    ...(await listeningHeadings(db, actor, ids("listening"), today)),
    ...(await planHeadings(db, actor, ids("activity_plan"))),
  ];
  const known = new Map(headings.map((heading) => [heading.id, heading]));
  const items = rows.map((row) => ({
    ...row,
    label: known.get(row.subjectId)?.label ?? row.label,
    title: known.get(row.subjectId)?.title ?? null,
  }));
  return { items, next: found.rows.length > limit && last ? cursorAt([last.at, last.id]) : null, ...(await countUnread(db, actor)) };
}

export async function countUnread(db: Db, { district, account }: Actor): Promise<{ unread: number }> {
  const found = await sql<{ unread: number }>`
    select count(*) as unread from notice where district = ${district} and account_id = ${account} and read_at is null`.execute(db);
  return found.rows[0]!;
}

/** Marks one of the actor's notices as read; another's is not found. */
export async function readOne(tx: Tx, actor: Actor, id: string, now: Instant): Promise<{ unread: number } | Refusal> {
  const found = await sql`
    update notice set read_at = coalesce(read_at, ${now}) where district = ${actor.district} and account_id = ${actor.account} and id = ${id}
    returning id`.execute(tx);
  return found.rows.length === 0 ? notFound : await countUnread(tx, actor);
}

export async function readAll(tx: Tx, actor: Actor, now: Instant): Promise<{ unread: number }> {
  await sql`update notice set read_at = ${now} where district = ${actor.district} and account_id = ${actor.account} and read_at is null`.execute(
    tx,
  );
  return await countUnread(tx, actor);
}
