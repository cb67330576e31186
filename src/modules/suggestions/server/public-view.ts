import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { PublicHop } from "../../../platform/lifecycle/public-hop.ts";
import type { VerbName } from "../lifecycle.ts";

/** Steps of a suggestion that whoever's words began it may know; who rated whom is not among them. */
const told: readonly (VerbName | "begin")[] = [
  ...(["submit", "turn_to_letter", "merge", "accept", "assign", "forward", "sign_for", "plan", "sign_reply", "order_rework"] as const),
  ...(["close", "settle_commitment", "strike_off", "suspend", "resume"] as const),
];

type Row = Omit<PublicHop, "said">;

/**
 * What became of a suggestion, step by step, for the voter behind it. The words of a reply are given where its deputy agreed to
 * the whole being public; else it is said that it was answered, and when. Nothing of a confidential one. Undefined where there is none.
 */
export async function publicThreadOfSuggestion(db: Db, district: string, id: string): Promise<{ hops: PublicHop[] } | undefined> {
  const found = await sql<{ confidential: boolean; open: boolean; mergedIntoId: string | null }>`
    select s.confidential, s.publicity = 'full' and not s.confidential as open, s.merged_into_id
    from suggestion s where s.district = ${district} and s.id = ${id}`.execute(db);
  const of = found.rows[0];
  if (!of) return undefined;
  if (of.confidential) return { hops: [] };
  const steps = await sql<Row>`
    select t.at, t.verb, coalesce(g.short_name, p.name) as by,
      case when t.verb = 'sign_reply' and ${of.open} then (select r.body from suggestion_reply r where r.district = t.district
        and r.part_id = t.part_id and r.round = (t.data ->> 'round')::integer and r.signed_at is not null) end as words
    from suggestion_step t
    left join organisation g on g.district = t.district and g.id = t.acting_for
    left join mandate m on m.district = t.district and m.id = t.acting_for
    left join person p on p.district = m.district and p.id = m.person_id
    where t.district = ${district} and t.subject_id = ${id} and t.verb = any(${[...told]}) order by t.position`.execute(db);
  const hops = steps.rows.map((row) => ({ ...row, said: `suggestion.public.${row.verb}` }));
  // What another suggestion was merged into goes on there.
  const further = of.mergedIntoId === null ? undefined : await publicThreadOfSuggestion(db, district, of.mergedIntoId);
  return { hops: [...hops, ...(further?.hops ?? [])] };
}
