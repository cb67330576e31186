import { sql } from "kysely";
import { type DateISO, yearIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { type Actor, mandatesInForce } from "../../identity/index.ts";

/** How many opinions the actor has raised in each month of this year: one a month is the aim (SEED S10). Withdrawn ones do not count. */
export async function monthsOf(db: Db, actor: Actor, today: DateISO) {
  const year = yearIn(today);
  const mandates = mandatesInForce(actor).map((mandate) => mandate.id);
  const found = await sql<{ month: number; count: number }>`
    select extract(month from o.submitted_at at time zone 'Asia/Shanghai')::integer as month, count(*) as count from opinion o
    where o.district = ${actor.district} and o.mandate_id = any(${mandates}::uuid[]) and o.status <> 'withdrawn'
      and o.submitted_at >= (${`${year}-01-01`}::timestamp at time zone 'Asia/Shanghai')
      and o.submitted_at < (${`${year + 1}-01-01`}::timestamp at time zone 'Asia/Shanghai')
    group by 1`.execute(db);
  const counts = new Map(found.rows.map(({ month, count }) => [month, count]));
  return { year, months: Array.from({ length: 12 }, (_, index) => ({ month: index + 1, count: counts.get(index + 1) ?? 0 })) };
}
