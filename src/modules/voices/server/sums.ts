import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { addedUp, type Counts, talliedWhere, tallyFaults } from "../../../platform/ledger/tally.ts";
import { type Actor, worksIn } from "../../identity/index.ts";
import type { AtStations } from "../access.ts";
import { sightShelf } from "../tallied.ts";
import { type Sides, sidesOf } from "./scope.ts";

/** By what a list may be narrowed and still be counted from sums. */
export interface Narrowed {
  readonly unitId?: string | undefined;
  readonly stationId?: string | undefined;
}

const receiver = sql`split_part(book, '/', 1)`;
const unit = sql`split_part(book, '/', 2)`;
const station = sql`split_part(book, '/', 3)`;

/**
 * How many voices in the actor's sight stand in each state, those of one unit and one station when they are named: from sums kept ready,
 * and from the few rows that were spoken to him or taken up by him.
 */
export async function preparedCounts(db: Db, actor: Actor, at: AtStations, { unitId, stationId }: Narrowed): Promise<Counts> {
  const sides = sidesOf(actor, at);
  const holds: RawBuilder<unknown>[] = [sql`true`];
  if (unitId) holds.push(sql`${unit} = ${unitId}`);
  if (stationId) holds.push(sql`${station} = ${stationId}`);
  if (worksIn(actor, "deputy_office")) return talliedWhere(db, actor.district, sightShelf, sql.join(holds, sql` and `));
  const [offices, stations] = [sql`any(${sides.offices}::text[])`, sql`any(${sides.stations}::text[])`];
  holds.push(sql`(${receiver} = ${offices} or ${unit} = ${offices} or ${station} = ${stations})`);
  const sums = await talliedWhere(db, actor.district, sightShelf, sql.join(holds, sql` and `));
  return addedUp([sums, await ownCounts(db, actor.district, sides, { unitId, stationId })]);
}

/** Of the voices that are in sight by a mandate, the ones that are not by an office or a station. */
async function ownCounts(
  db: Db,
  district: string,
  { offices, stations, mandates }: Sides,
  { unitId, stationId }: Narrowed,
): Promise<Counts> {
  if (mandates.length === 0) return {};
  const found = await sql<{ status: string; n: number }>`
    select v.status, count(*)::integer as n from voice v
    where v.district = ${district} and (v.mandate_id = any(${mandates}::uuid[]) or v.taker_id = any(${mandates}::uuid[]))
      and v.receiver_id <> all(${offices}::uuid[]) and coalesce(v.unit_id <> all(${offices}::uuid[]), true)
      and coalesce(v.station_id <> all(${stations}::uuid[]), true)
      ${unitId ? sql`and v.unit_id = ${unitId}` : sql``} ${stationId ? sql`and v.station_id = ${stationId}` : sql``}
    group by v.status`.execute(db);
  return Object.fromEntries(found.rows.map(({ status, n }) => [status, n]));
}

/** Holds the sums against the voices. */
export const sumFaults = (db: Db, district: string): Promise<string[]> => tallyFaults(db, district, [sightShelf], talliedVoices(district));

/** What the sums of a district must be, counted from the voices: rows of `shelf`, `book`, `status`, `n`. The SQL twin of `talliedIn`. */
export const talliedVoices = (district: string) => sql`
  select ${sightShelf}::text as shelf, concat_ws('/', receiver_id, coalesce(unit_id::text, ''), coalesce(station_id::text, '')) as book, status, count(*) as n
  from voice where district = ${district} group by 2, 3`;
