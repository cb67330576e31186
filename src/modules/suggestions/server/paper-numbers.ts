import { sql } from "kysely";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Statute } from "../../calendar/index.ts";
import type { Case } from "../case.ts";
import type { Context } from "../context.ts";
import { type IssuedKind, tellsOf } from "../papers/kinds.ts";
import { documentMarks, markOf } from "../rule-definitions.ts";

interface Wanted {
  readonly district: string;
  readonly of: Case;
  readonly statute: Statute;
  readonly now: Instant;
  readonly kind: IssuedKind;
}

/** The step that a paper would tell of, and the next number of its mark; undefined where there is nothing to number. */
export async function paperToIssue(tx: Tx, { district, of, statute, now, kind }: Wanted): Promise<Context["paper"]> {
  const found = await sql<{ stepId: string; names: string[] }>`
    select t.id as step_id, array[o.name, o.short_name] as names from suggestion_step t
    join organisation o on o.district = t.district and o.id = ${of.reviewerId}
    where t.district = ${district} and t.subject_id = ${of.id} and t.verb = ${tellsOf[kind]} order by t.position desc limit 1`.execute(tx);
  const [step] = found.rows;
  if (!step) return undefined;
  const { stepId, names } = step;
  const mark = markOf(statute.rule(documentMarks, dateIn(now)).value, kind, names);
  const isIssued = of.papers.some((one) => one.stepId === stepId);
  return { stepId, mark, number: mark && !isIssued ? await takeNumber(tx, district, mark, yearIn(dateIn(now))) : 0 };
}

/** Numbers run by mark and year. The row's lock keeps two from taking one; whoever is refused after it gives it back with his transaction. */
async function takeNumber(tx: Tx, district: string, mark: string, year: number): Promise<number> {
  const found = await sql<{ last: number }>`
    insert into suggestion_paper_series (district, mark, year, last) values (${district}, ${mark}, ${year}, 1)
    on conflict (district, mark, year) do update set last = suggestion_paper_series.last + 1 returning last`.execute(tx);
  return found.rows[0]?.last ?? 0;
}
