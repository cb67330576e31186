import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import type { Actor } from "../../identity/index.ts";
import { suggestionsInSight, urgeableSuggestions } from "../../suggestions/index.ts";
import { isOpinion, isPromise, type UnitMeasure } from "../terms.ts";
import type { Counted } from "./population.ts";
import { holds, markedOpinions, markedParts, markedPromises, type Scope } from "./units.ts";

type Row = Counted & { suggestionId: string; dueOn: DateISO | null; sortDue: DateISO; seen: boolean; urgeable: boolean };

const never = "9999-12-31";

/** The cases or promises behind one number of a unit, and what the reader can do with each. */
export async function unitRows(
  db: Db,
  actor: Actor,
  { unitId, measure, ...scope }: Scope & { unitId: string; measure: UnitMeasure },
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const marked = isPromise(measure) ? markedPromises(scope) : isOpinion(measure) ? markedOpinions(scope) : markedParts(scope);
  // A case that came back to the unit counts once.
  const id = isPromise(measure) || isOpinion(measure) ? sql`m.id` : sql`m.suggestion_id`;
  const due = sql`coalesce(m.due_on, ${never}::date)`;
  const after = keysAt(cursor, 2);
  const found = await sql<Row>`
    select distinct ${id} as id, m.suggestion_id, m.label, m.about, m.place, m.since, m.until, m.due_on, ${due} as sort_due,
      exists (select 1 from suggestion s where s.id = m.suggestion_id and ${suggestionsInSight(actor)}) as seen,
      ${urgeableSuggestions(actor, sql`m.suggestion_id`)} as urgeable
    from (${marked}) m where m.unit_id = ${unitId} and ${holds(scope)[measure]}
      ${after ? sql`and (${due}, ${id}) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by sort_due, id limit ${limit + 1}`.execute(db);
  const page = found.rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ sortDue: _, ...row }) => row),
    next: found.rows.length > limit && last ? cursorAt([last.sortDue, last.id]) : null,
  };
}
