import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

/** A voice that wants a number: among those of its receiver, in the year in which it came. */
export interface Numbered {
  readonly receiverId: string;
  readonly year: number;
}

/** The next numbers of receivers' voices, in the order asked. Whoever takes one holds the series until his transaction ends. */
export async function takeNumbers(tx: Tx, district: string, wanted: readonly Numbered[]): Promise<number[]> {
  if (wanted.length === 0) return [];
  const nameOf = ({ receiverId, year }: Numbered) => `${receiverId} ${year}`;
  const series = [...Map.groupBy(wanted, nameOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const values = series.map(([, some]) => {
    const { receiverId, year } = some[0]!;
    return sql`(${district}, ${receiverId}::uuid, ${year}::integer, ${some.length}::integer)`;
  });
  const found = await sql<Numbered & { last: number }>`
    insert into voice_series (district, receiver_id, year, last) values ${sql.join(values)}
    on conflict (district, receiver_id, year) do update set last = voice_series.last + excluded.last returning receiver_id, year, last`.execute(
    tx,
  );
  const last = new Map(found.rows.map((row) => [nameOf(row), row.last]));
  const next = new Map(series.map(([name, { length }]) => [name, (last.get(name) ?? 0) - length]));
  return wanted.map((one) => {
    const number = (next.get(nameOf(one)) ?? 0) + 1;
    next.set(nameOf(one), number);
    return number;
  });
}
