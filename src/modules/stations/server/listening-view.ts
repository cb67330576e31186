import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf } from "../../../platform/files/attachments.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { type Actor, organisationsAs } from "../../identity/index.ts";
import { listeningType } from "../listening.ts";
import type { ListeningLine, ListeningView, listeningContracts } from "../listening-contract.ts";
import { listeningOffers } from "../listening-lifecycle.ts";
import { listener } from "./listening.ts";
import { loadListening } from "./listening-store.ts";
import { stationSide } from "./sides.ts";

type View = z.input<typeof ListeningView>;
type Line = z.input<typeof ListeningLine>;
type Query = z.output<(typeof listeningContracts)["list"]["query"]>;

/** The SQL twin of `listenerOf`: which listening sessions `l` of stations `s` the actor may see. */
export function listeningScope(actor: Actor, today: DateISO): RawBuilder<unknown> {
  const offices = organisationsAs(actor, "officer", "leader");
  const mandates = actor.mandates.filter(({ status }) => status === "in_force").map(({ id }) => id);
  return sql`(l.district = ${actor.district} and (${stationSide(actor, today)} or l.organ_id = any(${offices}::uuid[])
    or exists (select 1 from listening_point p where p.district = l.district and p.session_id = l.id and p.unit_id = any(${offices}::uuid[]))
    or l.station_id in (select d.station_id from station_deputy d where d.district = l.district and d.mandate_id = any(${mandates}::uuid[])
      and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on >= ${today}))))`;
}

const source = sql`listening_session l
  join station s on s.district = l.district and s.id = l.station_id
  join organisation o on o.district = l.district and o.id = l.organ_id`;

/** A page of listening sessions in the actor's sight, the latest first. */
export async function listListenings(db: Db, actor: Actor, query: Query, now: Instant) {
  const conditions = [listeningScope(actor, dateIn(now))];
  if (query.stationId) conditions.push(sql`l.station_id = ${query.stationId}`);
  if (query.status) conditions.push(sql`l.status = ${query.status}`);
  if (query.search?.trim()) {
    const pattern = containing(query.search.trim());
    conditions.push(sql`(l.topic ilike ${pattern} or s.name ilike ${pattern} or o.name ilike ${pattern})`);
  }
  const after = keysAt(query.cursor, 2);
  if (after) conditions.push(sql`(l.day, l.id) < (${after[0]}::date, ${after[1]}::uuid)`);
  const found = await sql<Line>`
    select l.id, l.station_id, s.name as station_name, o.short_name as organ_name, l.topic, l.status, l.day, l.starts_at, l.ends_at,
      (select count(*) from listening_point p where p.district = l.district and p.session_id = l.id) as points,
      (select count(*) from listening_point p where p.district = l.district and p.session_id = l.id and p.status = 'open') as open,
      (select min(c.due_on) from clock c where c.district = l.district and c.subject_type = ${listeningType} and c.subject_id = l.id
        and c.stopped_on is null) as due_on
    from ${source} where ${sql.join(conditions, sql` and `)} order by l.day desc, l.id desc limit ${query.limit + 1}`.execute(db);
  const items = found.rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.day, last.id]) : null };
}

/** A listening session as `actor` may see it; undefined for a stranger. */
export async function listeningView(db: Db, actor: Actor, id: string, now: Instant): Promise<View | undefined> {
  const of = await loadListening(db, actor.district, id);
  if (!of) return undefined;
  const doer = await listener(db, actor, of, now);
  if (doer.relations.length === 0) return undefined;
  const names = await namesFor(db, actor.district, [
    ...[of.stationId, of.organId, ...of.mandates],
    ...of.points.flatMap(({ unitId, mandateId }) => [unitId, ...(mandateId ? [mandateId] : [])]),
  ]);
  const name = (key: string): string => names.get(key) ?? "";
  const { can, cannot } = listeningOffers({ ...of, now }, doer.relations);
  const { mandates, clocks, points, ...plain } = of;
  return {
    ...plain,
    ...{ stationName: name(of.stationId), organName: name(of.organId) },
    deputies: mandates.map((mandateId) => ({ mandateId, name: name(mandateId) })),
    points: points.map(({ mandateId, ...point }) => ({
      ...point,
      deputyName: mandateId ? name(mandateId) : null,
      unitName: name(point.unitId),
      dueOn: clocks.find(({ partId, stoppedOn }) => partId === point.id && stoppedOn === null)?.dueOn ?? null,
      mine: point.status === "open" && doer.offices.includes(point.unitId),
    })),
    attachments: [...(await attachmentsOf(db, actor.district, { subjectType: listeningType, subjectId: id })).values()],
    relations: [...doer.relations],
    can,
    cannot: cannot.map(({ verb, reasons }) => ({ verb, reasons: reasons.map((reason) => ({ ...reason, params: { ...reason.params } })) })),
  };
}

async function namesFor(db: Db, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from station where district = ${district} and id = any(${[...ids]}::uuid[])
    union all select id, short_name from organisation where district = ${district} and id = any(${[...ids]}::uuid[])
    union all select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
      where m.district = ${district} and m.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** Listening sessions in a few words, as far as the actor may see them. */
export async function listeningLines(db: Db, actor: Actor, ids: readonly string[], today: DateISO) {
  const found = await sql<{ id: string; label: string; title: string; status: string; from: string }>`
    select l.id, to_char(l.day, 'YYYY-MM-DD') as label, l.topic || ' · ' || s.name as title, l.status, o.short_name as "from"
    from ${source} where ${listeningScope(actor, today)} and l.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows;
}
