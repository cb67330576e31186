import { suspended, words } from "./crowd.ts";
import { type Place, poolOf } from "./place.ts";

export interface Asked {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  /** Identifiers of the request, in an order that is the same for every request of the operation. */
  readonly ids: readonly string[];
}

/** One thing that people do all day. */
export interface Operation {
  readonly name: string;
  readonly persona: string;
  request(turn: number): Asked;
  /** What a handler would ask that was written in an afternoon; without it the bare server repeats the product's own SQL. */
  readonly plain?: { readonly text: string; readonly values: (turn: number) => readonly unknown[] };
  /** Each request needs a case of its own: so many there are. */
  readonly supply?: number;
}

/** The operations over what this database holds. */
export async function operationsOver({ url, folder }: Place): Promise<Operation[]> {
  const { pool, end } = await poolOf(url ?? folder ?? "", 1);
  const rows = async <Row>(text: string): Promise<Row[]> => (await pool.query(text)).rows as Row[];
  const [unit] = await rows<{ id: string }>("select unit_id as id from suggestion_part group by 1 order by count(*) desc, 1 limit 1");
  const some = await rows<{ id: string }>(
    "select id from suggestion where status = 'struck_off' and reviewer_id = (select reviewer_id from suggestion group by 1 order by count(*) desc limit 1) order by md5(id::text) limit 500",
  );
  const running = await rows<{
    ids: string[];
  }>(`select array[s.id] || array(select c.id from clock c
      where c.district = s.district and c.subject_type = 'suggestion' and c.subject_id = s.id order by c.key, c.starts_on, c.id)
      || array(select p.id from suggestion_part p where p.district = s.district and p.suggestion_id = s.id order by p.role, p.id) as ids
    from suggestion s where s.title like '${suspended}%' and s.status = 'handling' and s.version = 5 order by md5(s.id::text)`);
  const [writer] = await rows<{ id: string; area: string }>(
    "select m.id, m.area_id as area from mandate m join account a on a.person_id = m.person_id where a.id = (select (p ->> 'account')::uuid from demonstration, jsonb_array_elements(personas) p where p ->> 'persona' = 'deputy') limit 1",
  );
  await end();
  const filtered = `/api/suggestions?unitId=${unit?.id}&status=struck_off&sort=due&limit=50`;
  const get = (path: string, ids: readonly string[] = []): Asked => ({ method: "GET", path, ids });
  const office = "office";
  const searching = (word: string): NonNullable<Operation["plain"]> => ({
    text: "select id, title, number, status, created_at from suggestion where title || reason || proposal ilike $1 order by created_at desc limit 50",
    values: () => [`%${word}%`],
  });
  return [
    { name: "read one", persona: office, request: (turn) => read(some[turn % some.length]?.id ?? "") },
    { name: "list 50 by unit and status, due first: page 1", persona: office, request: () => get(filtered) },
    { name: "list 50 by unit and status, due first: page 100", persona: office, request: () => get(filtered) },
    { name: "list 50, newest first, no filter", persona: office, request: () => get("/api/suggestions?limit=50") },
    {
      name: "search a rare word",
      persona: office,
      request: () => get(`/api/suggestions?search=${encodeURIComponent(words.rare)}`),
      plain: searching(words.rare),
    },
    {
      name: "search a common word",
      persona: office,
      request: () => get(`/api/suggestions?search=${encodeURIComponent(words.common)}`),
      plain: searching(words.common),
    },
    {
      ...{ name: "counts by status", persona: office, request: () => get("/api/suggestions?limit=1") },
      plain: { text: "select status, count(*) from suggestion group by status", values: () => [] },
    },
    {
      ...{ name: "counts by unit", persona: office, request: () => get("/api/statistics/suggestions/breakdowns/unit") },
      plain: {
        text: "select p.unit_id, count(distinct s.id), count(distinct s.id) filter (where s.closed_at is not null) from suggestion s join suggestion_part p on p.suggestion_id = s.id and p.role <> 'CO' group by 1",
        values: () => [],
      },
    },
    {
      ...{ name: "create", persona: "deputy" },
      request: (turn) => ({ method: "POST", path: "/api/suggestions", body: paper(writer, turn), ids: [] }),
    },
    {
      ...{ name: "change of status", persona: office, supply: running.length },
      request: (turn) => {
        const ids = running[turn % running.length]?.ids ?? [];
        return { method: "POST", path: `/api/suggestions/${ids[0]}/suspensions`, body: { note: "等待省级规划批复后再办理。" }, ids };
      },
    },
  ];
  function read(id: string): Asked {
    return get(`/api/suggestions/${id}`, [id]);
  }
}

const paper = (writer: { id: string; area: string } | undefined, turn: number) => ({
  mandateId: writer?.id,
  title: `关于修缮朱庄村至石台镇道路第${turn}段的建议`,
  reason: "该路段建成已二十年，路面多处坑洼，雨后积水，学生和老人通行困难，群众多次反映。",
  proposal: "建议区交通运输局将该路段列入明年农村公路养护工程，先修破损路面，再补排水沟和路灯。",
  ...{ category: "roads", areaId: writer?.area, formation: "visit", repetition: "first", publicity: "full" },
  ...{ wishContact: true, referenceOnly: false, confidential: false, proposedUnitId: null, secrecyDeclared: true },
});
