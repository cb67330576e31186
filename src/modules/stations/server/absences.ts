import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { binder } from "../../../platform/http/route.ts";
import { record } from "../../../platform/ledger/record.ts";
import type { Sweep } from "../../../platform/module.ts";
import { invalid, notFound } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { type AbsenceView, absenceContracts as contracts } from "../absence-contract.ts";
import { stationSide } from "./sides.ts";

type View = z.input<typeof AbsenceView>;

/** Absences `b` that the actor may see and keep: his own, and those of deputies placed at stations on whose side he is. */
const within = (actor: Actor, today: DateISO): RawBuilder<unknown> => sql`(b.district = ${actor.district}
  and (b.mandate_id = any(${mandatesOf(actor)}::uuid[]) or b.mandate_id in (${placedAtMine(actor, today)})))`;

const mandatesOf = (actor: Actor): string[] => actor.mandates.map(({ id }) => id);
const placedAtMine = (actor: Actor, today: DateISO) => sql`select d.mandate_id from station_deputy d
  join station s on s.district = d.district and s.id = d.station_id
  where d.district = ${actor.district} and ${stationSide(actor, today)} and (d.ends_on is null or d.ends_on >= ${today})`;

const shown = (actor: Actor) => sql`
  select b.id, b.mandate_id, b.from_on, b.to_on, b.reason, b.version, p.name as person_name,
    b.mandate_id = any(${mandatesOf(actor)}::uuid[]) as mine
  from deputy_absence b join mandate m on m.district = b.district and m.id = b.mandate_id
  join person p on p.district = m.district and p.id = m.person_id`;

const route = binder<Actor>();

/** When deputies cannot receive: each his own, or the station for him. */
export const absenceRoutes = [
  route(contracts.list, async ({ db, actor, query, now }) => {
    const conditions = [within(actor, dateIn(now))];
    if (query.stationId)
      conditions.push(
        sql`b.mandate_id in (select mandate_id from station_deputy where district = ${actor.district} and station_id = ${query.stationId})`,
      );
    const after = keysAt(query.cursor, 2);
    if (after) conditions.push(sql`(b.from_on, b.id) < (${after[0]}::date, ${after[1]}::uuid)`);
    const found = await sql<View>`${shown(actor)} where ${sql.join(conditions, sql` and `)}
      order by b.from_on desc, b.id desc limit ${query.limit + 1}`.execute(db);
    const items = found.rows.slice(0, query.limit);
    const last = items.at(-1);
    return { items, next: found.rows.length > query.limit && last ? cursorAt([last.fromOn, last.id]) : null };
  }),
  route(contracts.add, async ({ db, actor, body, now }) => {
    if (body.toOn < body.fromOn) return invalid({ field: "toOn", code: "field.before_start", params: { start: body.fromOn } });
    const allowed =
      await sql`select 1 where ${body.mandateId}::uuid = any(${mandatesOf(actor)}::uuid[]) or ${body.mandateId}::uuid in (${placedAtMine(actor, dateIn(now))})`.execute(
        db,
      );
    if (allowed.rows.length === 0) return invalid({ field: "mandateId", code: "field.no_such_thing" });
    const id = randomUUIDv7();
    await sql`insert into deputy_absence (district, id, mandate_id, from_on, to_on, reason)
      values (${actor.district}, ${id}, ${body.mandateId}, ${body.fromOn}, ${body.toOn}, ${body.reason})`.execute(db);
    await tell(db, actor, id, "deputy_absence.added", body.mandateId, now);
    const found = await sql<View>`${shown(actor)} where b.district = ${actor.district} and b.id = ${id}`.execute(db);
    return found.rows[0] ?? notFound;
  }),
  route(contracts.remove, async ({ db, actor, params, now }) => {
    const gone = await sql<{ mandateId: string }>`
      delete from deputy_absence b where b.id = ${params.id} and ${within(actor, dateIn(now))} returning b.mandate_id`.execute(db);
    const [row] = gone.rows;
    if (!row) return notFound;
    await tell(db, actor, params.id, "deputy_absence.removed", row.mandateId, now);
    return undefined;
  }),
];

const tell = (tx: Tx, actor: Actor, id: string, type: string, mandateId: string, at: Instant) =>
  record(tx, {
    ...{ district: actor.district, id: randomUUIDv7(), at, actor: actor.account },
    ...{ subjectType: "deputy_absence", subjectId: id, type, version: 1, data: { mandateId } },
  });

/** Absences are forgotten two years after their last day. */
export const forgetAbsences: Sweep = {
  name: "stations.forget_absences",
  async run(database, now) {
    await database.write((tx) => sql`delete from deputy_absence where to_on < ${dateIn(now)}::date - interval '2 years'`.execute(tx));
  },
};
