import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";
import type { ReceptionLine, receptionContracts } from "../reception-contract.ts";
import { countedReceptions } from "./counted-receptions.ts";
import { ownSide } from "./sides.ts";

type Query = z.output<(typeof receptionContracts)["list"]["query"]>;
type Line = z.input<typeof ReceptionLine>;

/** The columns of a line, of reception `r`. Deputies who gave their turn away stand last. */
export const lineColumns = sql`r.id, r.station_id, s.name as station_name, r.kind, r.status, r.day, r.starts_at, r.ends_at, r.place, r.theme,
  r.announce_by, r.visitors,
  (select a.name from area a where a.district = r.district and a.id = r.area_id) as area_name,
  (select p.name from person p where p.district = r.district and p.id = r.liaison_id) as liaison_name,
  coalesce((select jsonb_agg(jsonb_build_object('mandateId', d.mandate_id, 'name', p.name, 'state', d.state, 'standsInForName',
      (select q.name from mandate n join person q on q.district = n.district and q.id = n.person_id
        where n.district = d.district and n.id = d.stands_in_for)) order by d.state = 'substituted', p.sort_key)
    from reception_deputy d join mandate m on m.district = d.district and m.id = d.mandate_id
    join person p on p.district = m.district and p.id = m.person_id
    where d.district = r.district and d.reception_id = r.id), '[]') as deputies`;

/** Before any station was opened. */
const first = "2000-01-01";

const source = sql`reception r join station s on s.district = r.district and s.id = r.station_id`;

/** A page of receptions by day. */
export async function listReceptions(db: Db, actor: Actor, query: Query, now: Instant) {
  const conditions = conditionsOf(actor, query, dateIn(now));
  const [beyond, direction] = query.order === "latest" ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const after = keysAt(query.cursor, 3);
  if (after) conditions.push(sql`(r.day, r.starts_at, r.id) ${beyond} (${after[0]}::date, ${after[1]}::timestamptz, ${after[2]}::uuid)`);
  const found = await sql<Line>`
    select ${lineColumns} from ${source} where ${sql.join(conditions, sql` and `)}
    order by r.day ${direction}, r.starts_at ${direction}, r.id ${direction} limit ${query.limit + 1}`.execute(db);
  const items = found.rows.slice(0, query.limit);
  const last = items.at(-1);
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.day, last.startsAt, last.id]) : null };
}

function conditionsOf(actor: Actor, query: Query, today: DateISO): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`r.district = ${actor.district}`];
  if (query.stationId) all.push(sql`r.station_id = ${query.stationId}`);
  if (query.status !== undefined) all.push(sql`r.status = any(${[query.status].flat()})`);
  if (query.kind) all.push(sql`r.kind = ${query.kind}`);
  if (query.from) all.push(sql`r.day >= ${query.from}`);
  if (query.to) all.push(sql`r.day <= ${query.to}`);
  if (query.counted) {
    const [from, to] = [(query.from ?? first) as DateISO, (query.to && query.to < today ? query.to : today) as DateISO];
    const stations = query.stationId ? [query.stationId] : undefined;
    const counted = countedReceptions({ district: actor.district, stations, from, to, asOf: today });
    all.push(sql`r.id in (select m.id from (${counted}) m where ${sql.ref(`m.${query.counted}`)})`);
  }
  if (query.search?.trim()) {
    const pattern = containing(query.search.trim());
    all.push(sql`(s.name ilike ${pattern} or s.code ilike ${pattern} or r.theme ilike ${pattern} or r.place ilike ${pattern})`);
  }
  if (query.mine === "station") all.push(ownSide(actor, today));
  if (query.mine === "duty")
    all.push(
      onDuty(
        actor.district,
        actor.mandates.map(({ id }) => id),
      ),
    );
  return all;
}

/** Receptions `r` at which one of these is or was expected, or is asked to stand in. */
const onDuty = (district: string, mandates: readonly string[]): RawBuilder<unknown> => sql`(
  r.id in (select d.reception_id from reception_deputy d where d.district = ${district} and d.mandate_id = any(${[...mandates]}::uuid[]) and d.state <> 'substituted')
  or r.id in (select e.reception_id from reception_exchange e where e.district = ${district} and e.asked = any(${[...mandates]}::uuid[]) and e.status = 'asked'))`;
