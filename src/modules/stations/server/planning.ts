import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { forbidden, invalid, isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import { dayKind, type Statute, type Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { type Comparison, compare, type Fixed, generate, type Planned, type RosterRule, type Standing } from "../generation.ts";
import { begun } from "../play.ts";
import { type Doer, house } from "../reception.ts";
import type { ReceptionState } from "../terms.ts";
import { timed } from "../verbs.ts";
import { isCalled, limitsUnder } from "./limits.ts";
import { perform } from "./perform.ts";
import { onSideOf } from "./sides.ts";
import { storeNew } from "./store.ts";

export interface Roster extends RosterRule {
  readonly id: string;
  readonly stationId: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly theme: string | null;
}

/** What stands of a roster's year, and may not be touched. */
export interface FixedReception extends Fixed {
  readonly id: string;
  readonly status: ReceptionState;
  readonly mandates: readonly string[];
}

export interface Plan {
  readonly roster: Roster;
  readonly year: number;
  readonly calendarKnown: boolean;
  readonly comparison: Comparison;
  readonly fixed: readonly FixedReception[];
  readonly placed: readonly string[];
  /** Duties in the year of everyone, without those that can still be generated anew. */
  readonly duties: ReadonlyMap<string, number>;
}

/** What generating the year of a roster would do, for whoever is on the station's side. Nothing is written. */
export async function planFor(db: Db, actor: Actor, statute: Statute, { id, year, now }: { id: string; year: number; now: Instant }) {
  const today = dateIn(now);
  const found = await sql<Roster & { district: string }>`select * from roster where district = ${actor.district} and id = ${id}`.execute(
    db,
  );
  const roster = found.rows[0];
  if (!roster) return notFound;
  if (!(await onSideOf(db, actor, roster.stationId, today))) return forbidden;
  if (year < yearIn(today) || year > yearIn(today) + 1)
    return invalid({ field: "year", code: "roster.this_year_or_next", params: { from: yearIn(today), to: yearIn(today) + 1 } });
  return situated(db, actor.district, statute, roster, year, today);
}

async function situated(db: Db, district: string, statute: Statute, roster: Roster, year: number, today: DateISO): Promise<Plan> {
  const receptions = await receptionsOf(db, district, roster.id, year);
  const fixed = receptions.filter((one) => one.fixed || one.day < today);
  const standing = receptions.filter((one) => !fixed.includes(one));
  const placed = await placements(db, district, roster.stationId, year);
  const others = await dutiesOf(
    db,
    district,
    placed.map(({ mandateId }) => mandateId),
    { year, without: standing.map(({ id }) => id) },
  );
  const duties = new Map([...Map.groupBy(others, ({ mandateId }) => mandateId)].map(([mandate, days]) => [mandate, days.length]));
  const busy = new Map(
    [...Map.groupBy(others, ({ mandateId }) => mandateId)].map(([who, days]) => [who, new Set(days.map(({ day }) => day))]),
  );
  const plan = generate(roster, year, {
    ...{ today, placed, duties, busy, fixed, absences: await absencesOf(db, district, placed, year) },
    working: (day) => dayKind(statute.calendar, day).working,
  });
  return {
    ...{ roster, year, fixed, duties, calendarKnown: statute.calendar[year] !== undefined, comparison: compare(plan, standing, roster) },
    placed: [...new Set(placed.map(({ mandateId }) => mandateId))],
  };
}

interface Found extends Standing, FixedReception {
  readonly fixed: boolean;
}

/** Receptions of a roster in a year. Announced, over, exchanged or changed by hand is fixed. */
async function receptionsOf(db: Db, district: string, rosterId: string, year: number): Promise<Found[]> {
  const found = await sql<Found>`
    select r.id, r.planned_for, r.day, r.status, r.theme,
      to_char(r.starts_at at time zone 'Asia/Shanghai', 'HH24:MI') as from_time, to_char(r.ends_at at time zone 'Asia/Shanghai', 'HH24:MI') as to_time,
      coalesce((select jsonb_agg(d.mandate_id order by d.id) from reception_deputy d where d.district = r.district and d.reception_id = r.id
        and d.state in ('planned', 'signed_in')), '[]') as mandates,
      r.status <> 'planned' or exists (select 1 from reception_step t where t.district = r.district and t.subject_id = r.id
        and t.verb in ('reschedule', 'staff', 'ask_exchange', 'swap')) as fixed
    from reception r where r.district = ${district} and r.roster_id = ${rosterId}
      and r.planned_for between ${`${year}-01-01`} and ${`${year}-12-31`} order by r.planned_for`.execute(db);
  return found.rows;
}

async function placements(db: Db, district: string, stationId: string, year: number) {
  const found = await sql<{ mandateId: string; from: DateISO; to: DateISO | null }>`
    select d.mandate_id, d.starts_on as "from", d.ends_on as "to" from station_deputy d
    join mandate m on m.district = d.district and m.id = d.mandate_id
    where d.district = ${district} and d.station_id = ${stationId} and m.status = 'in_force'
      and d.starts_on <= ${`${year}-12-31`} and (d.ends_on is null or d.ends_on >= ${`${year}-01-01`}) order by d.mandate_id, d.starts_on`.execute(
    db,
  );
  return found.rows;
}

async function absencesOf(db: Db, district: string, placed: readonly { mandateId: string }[], year: number) {
  const found = await sql<{ mandateId: string; from: DateISO; to: DateISO }>`
    select mandate_id, from_on as "from", to_on as "to" from deputy_absence where district = ${district}
      and mandate_id = any(${placed.map(({ mandateId }) => mandateId)}::uuid[])
      and from_on <= ${`${year + 1}-01-15`} and to_on >= ${`${year}-01-01`}`.execute(db);
  return found.rows;
}

/** Who is or was on duty when in a year, wherever it was. */
async function dutiesOf(
  db: Db,
  district: string,
  mandates: readonly string[],
  { year, without }: { year: number; without: readonly string[] },
): Promise<{ mandateId: string; day: DateISO }[]> {
  const found = await sql<{ mandateId: string; day: DateISO }>`
    select d.mandate_id, r.day from reception_deputy d join reception r on r.district = d.district and r.id = d.reception_id
    where d.district = ${district} and d.mandate_id = any(${[...mandates]}::uuid[]) and d.state in ('planned', 'signed_in')
      and r.status in ('planned', 'announced', 'held') and r.day between ${`${year}-01-01`} and ${`${year + 1}-01-15`}
      and r.id <> all(${[...without]}::uuid[])`.execute(db);
  return found.rows;
}

/** Generates the year of a roster: new receptions, changed ones, and those that it no longer names are cancelled. */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  statutes: Statutes,
  seal: Seal,
  { id, year, why, now }: { id: string; year: number; why: string; now: Instant },
): Promise<Refusal | undefined> {
  // Two who generate at once would each plan the same days.
  await sql`select 1 from roster where district = ${actor.district} and id = ${id} for update`.execute(tx);
  const statute = await statutes.held(tx, actor.district);
  const plan = await planFor(tx, actor, statute, { id, year, now });
  if (isRefusal(plan)) return plan;
  const { roster, comparison } = plan;
  const by: Doer = { account: actor.account, person: actor.person, actingFor: roster.stationId, relations: ["station"], mandates: [] };
  await storeNew(
    tx,
    actor.district,
    comparison.added.map((one) => freshOf(actor.district, roster, one, statute, by, now)),
  );
  const { fromTime, toTime, theme } = roster;
  for (const { before, after } of comparison.changed) {
    const input = { day: after.day, fromTime, toTime, theme, mandateIds: after.mandates };
    const refusal = await perform(
      tx,
      statutes,
      seal,
      { district: actor.district, id: before.id, verb: "replan", input, now },
      { ...house, ...own(by) },
    );
    if (refusal) return refusal;
  }
  for (const { id: gone } of comparison.gone) {
    const order = { district: actor.district, id: gone, verb: "cancel", input: { note: why }, now } as const;
    const refusal = await perform(tx, statutes, seal, order, by);
    if (refusal) return refusal;
  }
  return undefined;
}

/** The house carries out what someone asked for: the step says who. */
const own = ({ account, person, actingFor }: Doer) => ({ account, person, actingFor });

function freshOf(district: string, roster: Roster, { plannedFor, day, mandates }: Planned, statute: Statute, by: Doer, now: Instant) {
  const { stationId, fromTime, toTime, theme } = roster;
  const times = timed({ day, fromTime, toTime }, { limits: limitsUnder(statute) });
  const paper = {
    ...{ id: randomUUIDv7(), stationId, rosterId: roster.id, plannedFor, kind: "roster" as const, areaId: null, grid: null },
    ...{ place: null, theme, liaisonId: null, ...times, mandates },
  };
  return begun({ district, newId: randomUUIDv7, called: isCalled(times.announceBy, dateIn(now)) }, paper, by, now);
}
