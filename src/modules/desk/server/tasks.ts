import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import { type Actor, mandatesInForce, organisationsAs } from "../../identity/index.ts";
import type { deskContracts, TaskView } from "../contract.ts";
import type { Line, Subject } from "../subject.ts";

type Query = z.output<(typeof deskContracts)["tasks"]["query"]>;
type Row = Omit<z.input<typeof TaskView>, keyof Line | "holder"> & { holder: string; sortDue: DateISO };

const never = "9999-12-31";
const due = sql<DateISO | null>`coalesce(c.due_on, a.due_on)`;
const awaited = sql`awaited a left join clock c on c.district = a.district and c.id = a.clock_id`;

/** A page of what waits, with how much there is of each kind. What the actor may no longer see is left out. */
export async function listTasks(db: Db, subjects: readonly Subject[], actor: Actor, query: Query, now: Instant) {
  const today = dateIn(now);
  const side = query.side === "mine" ? mine(actor, subjects, today) : others(actor, subjects);
  const kinds = await count(db, side, today);
  const chosen = [side];
  if (query.subjectType) chosen.push(sql`a.subject_type = ${query.subjectType}`);
  if (query.verb) chosen.push(sql`a.verb = ${query.verb}`);
  if (query.overdue === "true") chosen.push(sql`${due} < ${today}`);
  for (const word of wordsOf(query.search ?? "")) chosen.push(about(subjects, actor.district, word));
  const after = keysAt(query.cursor, 5);
  if (after)
    chosen.push(sql`(coalesce(${due}, ${never}), a.since, a.subject_id, a.verb, a.holder) >
      (${after[0]}::date, ${after[1]}::timestamptz, ${after[2]}::uuid, ${after[3]}, ${after[4]}::uuid)`);
  const found = await sql<Row>`
    select a.subject_type, a.subject_id, a.verb, a.holder, ${due} as due_on, a.since, a.urged_at, coalesce(${due}, ${never}) as sort_due
    from ${awaited} where ${sql.join(chosen, sql` and `)}
    order by coalesce(${due}, ${never}), a.since, a.subject_id, a.verb, a.holder limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const more = found.rows.length > query.limit && last;
  return {
    kinds,
    items: await told(db, subjects, actor, rows, today),
    next: more ? cursorAt([last.sortDue, last.since, last.subjectId, last.verb, last.holder]) : null,
  };
}

/** Matters in which a word stands. */
function about(subjects: readonly Subject[], district: string, word: string): RawBuilder<boolean> {
  const any = subjects.map(({ type, having }) => sql`(a.subject_type = ${type} and a.subject_id = ${having(district, word)})`);
  return sql<boolean>`(${sql.join(any, sql` or `)})`;
}

/** How much waits for the actor. */
export async function countTasks(db: Db, subjects: readonly Subject[], actor: Actor, now: Instant) {
  const kinds = await count(db, mine(actor, subjects, dateIn(now)), dateIn(now));
  const sum = (name: "count" | "overdue" | "urged") => kinds.reduce((total, kind) => total + kind[name], 0);
  return { count: sum("count"), overdue: sum("overdue"), urged: sum("urged") };
}

/** The turn of his organisations, of his mandates in force, and of whatever else he acts for. */
function mine(actor: Actor, subjects: readonly Subject[], today: DateISO): RawBuilder<boolean> {
  const [offices, led] = [organisationsAs(actor, "officer", "leader"), organisationsAs(actor, "leader")];
  const mandates = mandatesInForce(actor).map((mandate) => mandate.id);
  const own = sql`any(${[...offices, ...mandates]}::uuid[])`;
  // What waits for him as an officer or a deputy already does not stand on his list twice because he works at a station, too.
  const already = sql`exists (select 1 from awaited o where o.district = a.district and o.subject_type = a.subject_type
    and o.subject_id = a.subject_id and o.verb = a.verb and o.holder = ${own})`;
  const further = subjects.flatMap(({ type, holders }) =>
    holders ? [sql`(a.subject_type = ${type} and a.holder in (${holders.heldBy(actor, today)}) and not ${already})`] : [],
  );
  const held = sql.join([sql`a.holder = ${own}`, ...further], sql` or `);
  const barred = subjects.flatMap(({ type, notFor }) => (notFor ? [sql`and not (a.subject_type = ${type} and ${notFor(actor)})`] : []));
  return sql<boolean>`(a.district = ${actor.district} and (${held}) and (not a.leaders_only or a.holder = any(${led}::uuid[]))
    ${sql.join(barred, sql` `)})`;
}

/** The turn of others, in matters the actor may urge. */
function others(actor: Actor, subjects: readonly Subject[]): RawBuilder<boolean> {
  const offices = organisationsAs(actor, "officer", "leader");
  const any = subjects.map(({ type, urgeable }) => sql`(a.subject_type = ${type} and ${urgeable(actor, sql`a.subject_id`)})`);
  return sql<boolean>`(a.district = ${actor.district} and a.holder <> all(${offices}::uuid[]) and (${sql.join(any, sql` or `)})
    and exists (select 1 from organisation h where h.district = a.district and h.id = a.holder))`;
}

async function count(db: Db, side: RawBuilder<boolean>, today: DateISO) {
  const found = await sql<{ subjectType: string; verb: string; count: number; overdue: number; urged: number }>`
    select a.subject_type, a.verb, count(*) as count, count(*) filter (where ${due} < ${today}) as overdue,
      count(*) filter (where a.urged_at is not null) as urged
    from ${awaited} where ${side} group by a.subject_type, a.verb order by count(*) desc, a.subject_type, a.verb`.execute(db);
  return found.rows;
}

async function told(db: Db, subjects: readonly Subject[], actor: Actor, rows: readonly Row[], today: DateISO) {
  const [lines, holders] = [await linesOf(db, subjects, actor, rows, today), await holderNames(db, subjects, actor.district, rows)];
  return rows.flatMap(({ sortDue: _, ...row }) => {
    const line = lines.get(row.subjectId);
    if (!line) return [];
    const { label, title, status, from } = line;
    return [{ ...row, label, title, status, from, holder: holders.get(row.holder) ?? "" }];
  });
}

/** The things behind rows, asked of each module once. */
export async function linesOf(
  db: Db,
  subjects: readonly Subject[],
  actor: Actor,
  rows: readonly { subjectType: string; subjectId: string }[],
  today: DateISO,
): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>();
  for (const { type, lines: ask } of subjects) {
    const ids = [...new Set(rows.filter((row) => row.subjectType === type).map((row) => row.subjectId))];
    if (ids.length > 0) for (const line of await ask(db, actor, ids, today)) lines.set(line.id, line);
  }
  return lines;
}

async function holderNames(db: Db, subjects: readonly Subject[], district: string, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map((row) => row.holder))];
  const found = await sql<{ id: string; name: string }>`
    select id, short_name as name from organisation where district = ${district} and id = any(${ids}::uuid[])
    union all select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
      where m.district = ${district} and m.id = any(${ids}::uuid[])`.execute(db);
  const names = new Map(found.rows.map(({ id, name }) => [id, name]));
  const others = ids.filter((id) => !names.has(id));
  if (others.length === 0) return names;
  for (const { holders } of subjects) for (const [id, name] of (await holders?.names(db, district, others)) ?? []) names.set(id, name);
  return names;
}
