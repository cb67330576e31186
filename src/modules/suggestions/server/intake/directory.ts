import { sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../../platform/clock/instant.ts";
import type { Db } from "../../../../platform/db/database.ts";
import type { Statute, Statutes } from "../../../calendar/index.ts";
import type { MandateState, Read } from "../../../identity/index.ts";
import { namesIn } from "../../series.ts";
import { reviewerFor } from "../drafting.ts";

export interface Deputy {
  readonly id: string;
  readonly congressId: string;
  readonly name: string;
  readonly personId: string;
  readonly status: MandateState;
  readonly cardNo: string | null;
  readonly district: string | null;
  readonly districtNo: string | null;
}

/** What a sheet of earlier suggestions can name, found once for all of its rows. */
export interface Directory {
  readonly statute: Statute;
  readonly today: DateISO;
  /** Deputies of a congress by name. */
  readonly deputies: (congressId: string, name: string) => readonly Deputy[];
  /** Units by full or short name. */
  readonly units: (name: string) => readonly string[];
  readonly session: (congressId: string, no: number) => string | undefined;
  /** Has the congress an organ that receives its suggestions? */
  readonly received: (congressId: unknown) => boolean;
}

/** Loads it for the names that stand in these rows. */
export async function directoryFor(
  db: Db,
  district: string,
  rows: readonly Read[],
  { statutes, now }: { statutes: Statutes; now: Instant },
): Promise<Directory> {
  const names = new Set(rows.flatMap(({ texts }) => namesIn(`${texts["lead"] ?? ""}、${texts["cosigners"] ?? ""}`).map((one) => one.name)));
  const deputies = Map.groupBy(await deputiesNamed(db, district, [...names]), (one) => `${one.congressId} ${one.name}`);
  const units = await unitsIn(db, district);
  const sessions = await sql<{ id: string; key: string }>`
    select id, congress_id || ' ' || session_no as key from congress_session where district = ${district}`.execute(db);
  const received = new Set<unknown>();
  for (const congressId of new Set(rows.flatMap(({ given }) => (typeof given["congressId"] === "string" ? [given["congressId"]] : []))))
    if (await reviewerFor(db, district, congressId)) received.add(congressId);
  const byNo = new Map(sessions.rows.map(({ key, id }) => [key, id]));
  return {
    ...{ statute: await statutes.of(db, district), today: dateIn(now) },
    deputies: (congressId, name) => deputies.get(`${congressId} ${name}`) ?? [],
    units: (name) => units.get(name) ?? [],
    received: (congressId) => received.has(congressId),
    session: (congressId, no) => byNo.get(`${congressId} ${no}`),
  };
}

async function deputiesNamed(db: Db, district: string, names: readonly string[]): Promise<Deputy[]> {
  const found = await sql<Deputy>`
    select m.id, m.congress_id, p.name, m.person_id, m.status, m.card_no, e.name as district, e.number::text as district_no
    from person p join mandate m on m.district = p.district and m.person_id = p.id
    left join electoral_district e on e.district = m.district and e.id = m.electoral_district_id
    where p.district = ${district} and p.name = any(${[...names]}) order by m.id`.execute(db);
  return found.rows;
}

async function unitsIn(db: Db, district: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await sql<{ id: string; name: string; shortName: string }>`
    select id, name, short_name from organisation where district = ${district} order by id`.execute(db);
  const all = new Map<string, string[]>();
  for (const { id, name, shortName } of found.rows)
    for (const said of new Set([name, shortName])) all.set(said, [...(all.get(said) ?? []), id]);
  return all;
}
