import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { PublicHop } from "../../../platform/lifecycle/public-hop.ts";
import type { OpinionVerb } from "../lifecycle.ts";

/** Steps of an opinion that whoever's words began it may know. What was noted and how the deputy judged is not among them. */
const told: readonly (OpinionVerb | "begin")[] = [
  ...(["begin", "withdraw", "decline", "assign", "hand_back", "report_progress", "supervise", "answer", "upgrade"] as const),
];

type Row = Omit<PublicHop, "said">;

/** What became of an opinion, step by step, for the voter behind it; and the suggestion it grew into. Undefined where there is none. */
export async function publicThreadOfOpinion(
  db: Db,
  district: string,
  id: string,
): Promise<{ hops: PublicHop[]; answer: string | null; suggestionId: string | null } | undefined> {
  const found = await sql<{ suggestionId: string | null; answer: string | null }>`
    select o.suggestion_id, (select r.answer from opinion_result r where r.district = o.district and r.opinion_id = o.id
      order by r.round desc limit 1) as answer
    from opinion o where o.district = ${district} and o.id = ${id}`.execute(db);
  const of = found.rows[0];
  if (!of) return undefined;
  const steps = await sql<Row>`
    select t.at, t.verb, coalesce(g.short_name, p.name) as by,
      case when t.verb = 'answer' then (select r.answer from opinion_result r where r.district = t.district and r.opinion_id = t.subject_id
        and r.round = (t.data ->> 'round')::integer) end as words
    from opinion_step t
    left join organisation g on g.district = t.district and g.id = t.acting_for
    left join mandate m on m.district = t.district and m.id = t.acting_for
    left join person p on p.district = m.district and p.id = m.person_id
    where t.district = ${district} and t.subject_id = ${id} and t.verb = any(${[...told]}) order by t.position`.execute(db);
  return { ...of, hops: steps.rows.map((row) => ({ ...row, said: `opinion.public.${row.verb}` })) };
}
