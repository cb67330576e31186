import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import { opinionFigures } from "../../opinions/index.ts";
import { suggestionFigures } from "../../suggestions/index.ts";
import { type BreakdownBy, type BreakdownSubject, type Measure, measures } from "../terms.ts";
import type { Asked, Counts } from "./breakdown.ts";
import { type Cut, endOf } from "./cut.ts";

type Group = Counts & { key: string; label: string };

/**
 * The groups of a breakdown and the whole, from sums that are kept ready; undefined where only the rows can tell: for a day after which
 * something was recorded, and where it is narrowed by more than the year.
 */
export async function preparedBreakdown(
  db: Db,
  cut: Cut,
  { of, by, narrow = {} }: Asked,
): Promise<{ groups: Group[]; whole: Counts } | undefined> {
  const { year, ...further } = narrow;
  if (Object.values(further).some(Boolean) || !(await nothingAfter(db, cut))) return undefined;
  const figures = await readyFigures(db, cut, { of, by }, year);
  if (!figures) return undefined;
  const names = await namesOf(db, cut.district, by);
  const groups = new Map<string, Group>();
  for (const { group, measure, n } of figures) {
    const { key, label } = names.get(group) ?? { key: group, label: group };
    const sums = groups.get(key) ?? { key, label, ...none() };
    groups.set(key, { ...sums, [measure]: sums[measure as Measure] + n });
  }
  return { groups: [...groups.values()].map(opened).sort(inOrder(by)).slice(0, 500), whole: await wholeKept(db, cut, of, year) };
}

/** All of one subject together, from sums that are kept ready; undefined for a day after which something was recorded. */
export async function preparedWhole(db: Db, cut: Cut, of: BreakdownSubject): Promise<Counts | undefined> {
  return (await nothingAfter(db, cut)) ? await wholeKept(db, cut, of) : undefined;
}

async function wholeKept(db: Db, cut: Cut, of: BreakdownSubject, year?: number): Promise<Counts> {
  const figures = (await readyFigures(db, cut, { of, by: "whole" }, year)) ?? [];
  return opened(figures.reduce((sums, { measure, n }) => Object.assign(sums, { [measure]: n }), none()));
}

/** The figures as each subject keeps them; undefined where it keeps none so. */
async function readyFigures(db: Db, { district }: Cut, { of, by }: { of: BreakdownSubject; by: BreakdownBy | "whole" }, year?: number) {
  if (of === "opinions") return by === "class" || by === "session" ? undefined : await opinionFigures(db, district, by, year);
  return by === "campaign" ? undefined : await suggestionFigures(db, district, by, year);
}

const none = (): Counts => Object.fromEntries(measures.map((measure) => [measure, 0])) as Counts;
const opened = <Of extends Counts>(of: Of): Of => ({ ...of, open: of.count - of.closed });

const ascending: readonly BreakdownBy[] = ["month", "class", "session"];
const inOrder = (by: BreakdownBy) => (a: Group, b: Group) =>
  (ascending.includes(by) ? 0 : b.count - a.count) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Has everything recorded happened by the end of that day? */
async function nothingAfter(db: Db, cut: Cut): Promise<boolean> {
  const found = await sql<{ at: string }>`select at from fact order by xid desc, seq desc limit 1`.execute(db);
  const last = found.rows[0]?.at;
  return last === undefined || last < endOf(cut);
}

/** How a group is called, and under which key it counts: villages under their town. */
async function namesOf(db: Db, district: string, by: BreakdownBy): Promise<Map<string, { key: string; label: string }>> {
  const named: Partial<Record<BreakdownBy, RawBuilder<{ id: string; key: string; label: string }>>> = {
    unit: sql`select id::text, id::text as key, short_name as label from organisation where district = ${district}`,
    area: sql`select a.id::text, coalesce(p.id, a.id)::text as key, coalesce(p.name, a.name) as label from area a
      left join area p on p.district = a.district and p.id = a.parent_id and a.kind in ('village', 'community') where a.district = ${district}`,
    campaign: sql`select id::text, id::text as key, name as label from campaign where district = ${district}`,
    session: sql`select n.id::text, n.id::text as key, c.congress_no || '-' || n.session_no as label from congress_session n
      join congress c on c.district = n.district and c.id = n.congress_id where n.district = ${district}
      union all select id::text, id::text, congress_no || '-' from congress where district = ${district}`,
  };
  const found = await named[by]?.execute(db);
  return new Map(found?.rows.map(({ id, key, label }) => [id, { key, label }]));
}
