import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { cursorAt, keysAt, type Page } from "../../../platform/http/paging.ts";
import type { CongressLevel } from "../terms.ts";
import { areasOfTown } from "./public-areas.ts";

/** A deputy in a public list. */
export interface DeputyLine {
  readonly code: string;
  readonly name: string;
  readonly level: CongressLevel;
  readonly congressName: string;
  /** The district that elected him; null for deputies whom a congress elected. */
  readonly electoralDistrict: string | null;
  readonly townName: string | null;
}

/** What the law makes public of a deputy (DL-58): his office, who elected him, how one finds him. No phone, birth, or grade. */
export interface DeputyShown extends DeputyLine {
  readonly mandateId: string;
  readonly gender: "male" | "female" | null;
  readonly townCode: string | null;
  readonly areaName: string;
  readonly delegationName: string | null;
  readonly groupName: string | null;
  readonly electedOn: DateISO;
  readonly posts: readonly Post[];
  /** His mandates in other congresses. */
  readonly others: readonly { readonly code: string; readonly congressName: string }[];
}

export interface Post {
  readonly organisation: string;
  readonly name: string;
}

export interface DeputyQuery {
  readonly search?: string | undefined;
  readonly level?: CongressLevel | undefined;
  /** The code of a town. */
  readonly town?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const code = sql`right(m.id::text, 10)`;
/** A mandate that is suspended or has ended makes nobody a deputy in force; a congress whose term is over has none. */
const inForce = sql`m.status = 'in_force' and c.term_ended_on is null`;

const from = sql`mandate m
  join person p on p.district = m.district and p.id = m.person_id
  join congress c on c.district = m.district and c.id = m.congress_id
  join area a on a.district = m.district and a.id = m.area_id
  left join area t on t.district = a.district and t.id = case when a.kind in ('town', 'subdistrict') then a.id else a.parent_id end
    and t.kind in ('town', 'subdistrict')
  left join electoral_district e on e.district = m.district and e.id = m.electoral_district_id`;

const line = sql`${code} as code, p.name, c.level, c.name as congress_name, e.name as electoral_district, t.name as town_name`;

type Row = DeputyLine & { id: string; place: string; number: number; sortKey: string };

/** Deputies in force by town and electoral district. */
export async function publicDeputies(db: Db, district: string, query: DeputyQuery): Promise<Page<DeputyLine>> {
  const chosen: RawBuilder<unknown>[] = [sql`m.district = ${district}`, inForce];
  if (query.level) chosen.push(sql`c.level = ${query.level}`);
  if (query.town) chosen.push(sql`m.area_id in ${areasOfTown(district, query.town)}`);
  if (query.search) {
    const pattern = containing(query.search);
    chosen.push(sql`(p.name ilike ${pattern} or e.name ilike ${pattern})`);
  }
  const [place, number] = [sql`coalesce(t.sort_key, '')`, sql`coalesce(e.number, 0)`];
  const after = keysAt(query.cursor, 4);
  if (after)
    chosen.push(
      sql`(${place}, ${number}, p.sort_key, m.id::text) > (${after[0]}::text, ${after[1]}::int, ${after[2]}::text, ${after[3]}::text)`,
    );
  const found = await sql<Row>`
    select m.id, ${line}, ${place} as place, ${number} as number, p.sort_key
    from ${from} where ${sql.join(chosen, sql` and `)}
    order by ${place}, ${number}, p.sort_key, m.id::text limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(({ code, name, level, congressName, electoralDistrict, townName }) => ({
      ...{ code, name, level, congressName, electoralDistrict, townName },
    })),
    next: found.rows.length > query.limit && last ? cursorAt([last.place, last.number, last.sortKey, last.id]) : null,
  };
}

/** Organs of a congress in which a post is a public office; who merely works there as staff has none. */
const organs = [
  "standing_committee",
  "chairpersons_council",
  "special_committee",
  "credentials_committee",
  "presidium",
  "subdistrict_committee",
];

/** One deputy in force by his public code; undefined when there is none. */
export async function publicDeputy(db: Db, district: string, wanted: string, today: DateISO): Promise<DeputyShown | undefined> {
  const found = await sql<DeputyShown>`
    select m.id as mandate_id, ${line}, p.gender, t.code as town_code, a.name as area_name, d.name as delegation_name,
      g.name as group_name, m.elected_on,
      coalesce((select jsonb_agg(jsonb_build_object('organisation', o.name, 'name', r.name) order by o.sort_key, r.name)
        from role r join organisation o on o.district = r.district and o.id = r.organisation_id
        where r.district = m.district and r.person_id = m.person_id and r.name in ('leader', 'group_leader') and o.kind = any(${organs})
          and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})), '[]') as posts,
      coalesce((select jsonb_agg(jsonb_build_object('code', right(x.id::text, 10), 'congressName', y.name) order by y.name)
        from mandate x join congress y on y.district = x.district and y.id = x.congress_id
        where x.district = m.district and x.person_id = m.person_id and x.id <> m.id and x.status = 'in_force' and y.term_ended_on is null), '[]') as others
    from ${from}
    left join delegation d on d.district = m.district and d.id = m.delegation_id
    left join deputy_group g on g.district = m.district and g.id = m.group_id and g.dissolved_on is null
    where m.district = ${district} and right(m.id::text, 10) = ${wanted} and ${inForce}`.execute(db);
  return found.rows[0];
}

/** How many deputies are in force, by level. */
export async function deputyCounts(db: Db, district: string): Promise<{ level: CongressLevel; count: number }[]> {
  const found = await sql<{ level: CongressLevel; count: number }>`
    select c.level, count(*) as count from congress c join mandate m on m.district = c.district and m.congress_id = c.id
    where c.district = ${district} and ${inForce} group by c.level`.execute(db);
  return found.rows;
}
