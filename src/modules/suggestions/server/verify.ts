import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";

/** Recomputes each case's state from its steps, and holds steps against facts. Names every difference. */
export async function verifySuggestions(db: Db, district: string): Promise<string[]> {
  const found = await sql<{ fault: string }>`
    select format('suggestion %s: status is %s, its steps end in %s', s.id, s.status, coalesce(last.to_status, 'nothing')) as fault
      from suggestion s left join lateral (select to_status from suggestion_step t where t.district = s.district and t.suggestion_id = s.id order by position desc limit 1) last on true
      where s.district = ${district} and last.to_status is distinct from s.status
    union all
    select format('suggestion %s: step %s begins in %s, the one before ended in %s', t.suggestion_id, t.position, t.from_status, p.to_status)
      from suggestion_step t join suggestion_step p on p.district = t.district and p.suggestion_id = t.suggestion_id and p.position = t.position - 1
      where t.district = ${district} and p.to_status <> t.from_status
    union all
    select format('suggestion %s: version is %s, but there are %s steps', s.id, s.version, count(t.id))
      from suggestion s left join suggestion_step t on t.district = s.district and t.suggestion_id = s.id
      where s.district = ${district} group by s.id, s.version having s.version <> count(t.id)
    union all
    select format('suggestion %s: step %s has no fact', t.suggestion_id, t.id)
      from suggestion_step t where t.district = ${district} and not exists (select 1 from fact f where f.district = t.district and f.id = t.id)
    union all
    select format('suggestion %s: fact %s has no step', f.subject_id, f.id)
      from fact f where f.district = ${district} and f.subject_type = 'suggestion' and not exists (select 1 from suggestion_step t where t.district = f.district and t.id = f.id)`.execute(
    db,
  );
  return found.rows.map((row) => row.fault);
}
