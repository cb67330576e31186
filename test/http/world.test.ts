import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type House, house, migrations, nothing } from "../../src/app.ts";
import { differences } from "../../src/command/differences.ts";
import type { Actor } from "../../src/modules/identity/index.ts";
import { scopeOf } from "../../src/modules/opinions/server/list.ts";
import { preparedCounts } from "../../src/modules/opinions/server/sums.ts";
import { yearUntil } from "../../src/modules/stations/index.ts";
import { type Asked, breakdownGroups, breakdownWhole } from "../../src/modules/statistics/server/breakdown.ts";
import { preparedBreakdown } from "../../src/modules/statistics/server/prepared.ts";
import { functionsSeen, noCounts, stationCounts } from "../../src/modules/statistics/server/station-figures.ts";
import { breakdownsBy } from "../../src/modules/statistics/terms.ts";
import { scopeOf as voicesInSight } from "../../src/modules/voices/server/scope.ts";
import { preparedCounts as voiceCounts } from "../../src/modules/voices/server/sums.ts";
import { voiceStates } from "../../src/modules/voices/terms.ts";
import { clockStartingAt, still, systemClock } from "../../src/platform/clock/clock.ts";
import { momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Database } from "../../src/platform/db/database.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openMemory } from "../../src/platform/db/open.ts";
import { fileFolder } from "../../src/platform/files/folder.ts";
import { gatherTallies } from "../../src/platform/ledger/tally.ts";
import { emptyServerDatabase } from "../support/house.ts";
import { loadWorld, worldToday } from "../world/load.ts";
import { receiptIn } from "../world/load-voices.ts";
import { organisationId } from "../world/organisations.ts";
import { district } from "../world/places.ts";

let database: Database;
let home: House;
let folder = "";

beforeAll(async () => {
  database = inject("engine") === "embedded" ? await openMemory() : await emptyServerDatabase();
  await migrate(database, migrations());
  folder = mkdtempSync(join(tmpdir(), "lianxin-world-"));
  const files = fileFolder(folder);
  await loadWorld(database, files, nothing.seal);
  const clock = clockStartingAt(momentOn(worldToday, 9 * 60), still);
  home = house(database, clock, { ...nothing, files, demoToAll: true, moveClock: clock.move, checkOutput: true });
  // Nearly two years of a whole district are written here, on the embedded engine too.
}, 300_000);
afterAll(async () => {
  await home?.close();
  await database?.close();
  if (folder) rmSync(folder, { recursive: true });
});

interface Figure {
  key: string;
  numerator: number;
  denominator: number | null;
  value: number | null;
  rows: string;
}

const rows = async <Row>(query: RawBuilder<unknown>): Promise<Row[]> => (await (query as RawBuilder<Row>).execute(database.read)).rows;

/** An officer of these organisations who holds these mandates. */
const someone = (offices: readonly string[], mandates: readonly string[]): Actor => ({
  ...{ district, account: "", person: "", name: "", signIn: "" },
  roles: offices.map((organisationId) => ({ name: "officer", organisationId, organisationKind: "department", areaId: "" })),
  mandates: mandates.map((id) => ({ id, congressId: "", level: "district", areaId: "", status: "in_force" })),
});

const figures = async (asOf = ""): Promise<Map<string, Figure>> => {
  const answer = await home.web.request(`/api/public/statistics${asOf ? `?asOf=${asOf}` : ""}`);
  const body = (await answer.json()) as { figures: Figure[] };
  return new Map(body.figures.map((figure) => [figure.key, figure]));
};

async function countRows(address: string): Promise<number> {
  let [count, cursor] = [0, ""];
  do {
    const answer = await home.web.request(`${address}&limit=200${cursor ? `&cursor=${cursor}` : ""}`);
    const page = (await answer.json()) as { items: unknown[]; next: string | null };
    count += page.items.length;
    cursor = page.next ?? "";
  } while (cursor);
  return count;
}

describe("the demonstration world", () => {
  test("stands still on its day: what time makes due has been done", async () => {
    const facts = async () => (await sql<{ count: number }>`select count(*) as count from fact`.execute(database.read)).rows[0]?.count;
    const before = await facts();
    for (const sweep of home.modules.flatMap((module) => module.sweeps ?? [])) await sweep.run(database, momentOn(worldToday, 18 * 60));
    expect(await facts()).toBe(before);
  });

  test("gives the newspaper's figures as queries over records", async () => {
    const all = await figures();
    expect(all.get("opinions.received")).toMatchObject({ value: 6903, numerator: 6903, denominator: null });
    expect(all.get("opinions.in_handling")?.value).toBe(396);
    expect(all.get("opinions.closed")?.value).toBe(6507);
    expect(all.get("suggestions.session_11_3.count")?.value).toBe(37);
    expect(all.get("suggestions.session_11_3.closed")?.value).toBe(37);
    expect(all.get("suggestions.session_11_3.satisfaction_rate")).toMatchObject({ numerator: 37, denominator: 37, value: 100 });
    expect(all.get("suggestions.session_11_3.solved_rate")?.value).toBeLessThan(100);
    expect(all.get("opinions.closing_rate")).toMatchObject({ numerator: 6507, denominator: 6903, value: 94.26 });
  });

  test("opens the rows behind a number, exactly as many", async () => {
    const all = await figures();
    for (const key of ["opinions.in_handling", "opinions.closed", "suggestions.session_11_3.satisfaction_rate"]) {
      const figure = all.get(key)!;
      expect(await countRows(figure.rows)).toBe(figure.numerator);
    }
  });

  test("tells the same of a session on the public page, in the breakdown and over all units", async () => {
    const signedIn = await home.web.request("/api/demo/sign-in", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ persona: "government" }),
    });
    const headers = { cookie: signedIn.headers.get("set-cookie")?.split(";")[0] ?? "" };
    const ask = async (path: string) => (await home.web.request(path, { headers })).json() as never;
    const { groups } = (await ask("/api/statistics/suggestions/breakdowns/session")) as {
      groups: { key: string; label: string; counts: Record<string, number> }[];
    };
    const published = await figures();
    const held = groups.filter(({ label }) => published.has(`suggestions.session_${label.replace("-", "_")}.count`));
    expect(held.length).toBeGreaterThan(0);
    for (const { key, label, counts } of held) {
      const figure = (name: string) => published.get(`suggestions.session_${label.replace("-", "_")}.${name}`);
      const { whole } = (await ask(`/api/statistics/units?sessionId=${key}`)) as { whole: { counts: Record<string, number> } };
      for (const [name, measure] of [
        ["count", "count"],
        ["closed", "closed"],
        ["solved_rate", "solved"],
        ["satisfaction_rate", "satisfied"],
        ["satisfaction_and_basic_rate", "satisfiedOrBasic"],
      ] as const) {
        expect(figure(name)?.numerator, `${label} ${name}`).toBe(counts[measure]);
        expect(whole.counts[measure], `${label} ${name}`).toBe(counts[measure]);
      }
      expect(figure("satisfaction_rate")?.denominator, label).toBe(whole.counts["heard"]);
    }
  });

  test("received is closed plus in handling on every day, not only today", async () => {
    for (const asOf of ["2022-05-31", "2022-12-31", "2023-06-30", "2023-09-01"]) {
      const all = await figures(asOf);
      const of = (key: string) => all.get(key)?.value ?? Number.NaN;
      expect(of("opinions.received"), asOf).toBe(of("opinions.closed") + of("opinions.in_handling"));
      expect(of("opinions.received")).toBeLessThan(6903);
    }
  });

  test("is whole: every status follows from its steps, every step has its fact, the chain holds", async () => {
    expect(await differences(database, home.modules)).toEqual([]);
  });

  test("holds the Zhuzhuang road: over a million yuan, just over ten days", async () => {
    const found = await database.read
      .withTables<{
        opinion: { id: string; title: string; receivedOn: string };
        opinionResult: { opinionId: string; cost: string; answeredOn: string };
      }>()
      .selectFrom("opinion")
      .innerJoin("opinionResult", "opinionResult.opinionId", "opinion.id")
      .select(["cost", "receivedOn", "answeredOn"])
      .where("title", "like", "%朱庄社区下辖六村%")
      .executeTakeFirstOrThrow();
    expect(Number(found.cost)).toBeGreaterThan(1_000_000);
    expect((Date.parse(found.answeredOn) - Date.parse(found.receivedOn)) / 86_400_000).toBe(12);
  });

  test.each(["office", "government", "unit_clerk", "presidium", "deputy", "peer_deputy", "town_deputy"])(
    "shows %s each suggestion in sight once, in order, page by page, and counts what it shows",
    async (persona) => {
      const list = await reader(persona);
      const all = await list("");
      expect(ordered(all.items, ({ createdAt, id }) => [createdAt, id]).reverse()).toEqual(all.items);
      for (const filter of ["", `unitId=${organisationId("transport")}`]) {
        const found = await list(`${filter}&sort=due`);
        expect(ordered(found.items, ({ dueOn, id }) => [dueOn ?? "9999-12-31", id])).toEqual(found.items);
        expect(found.counts).toEqual(countedIn(found.items));
        expect(new Set(found.items.map(({ id }) => id)).size).toBe(found.items.length);
        // Every title has the word: a search goes through the whole scope, and must come to the same.
        const searched = await list(`${filter}&search=建议`);
        expect(searched.items.map(({ id }) => id).sort()).toEqual(found.items.map(({ id }) => id).sort());
        for (const status of Object.keys(found.counts))
          expect((await list(`${filter}&sort=due&status=${status}`)).items).toEqual(found.items.filter((item) => item.status === status));
      }
    },
  );

  test.each(["office", "committee", "subdistrict_clerk", "unit_clerk", "presidium", "deputy", "town_deputy"])(
    "counts for %s the opinions that it shows, of all units and of one",
    async (persona) => {
      const list = await reader(persona, "/api/opinions", 200);
      for (const filter of ["", `unitId=${organisationId("kuangshanji_office")}`, `unitId=${organisationId("transport")}`]) {
        const { items, counts } = await list(filter);
        expect(counts).toEqual(countedIn(items));
      }
    },
  );

  test.each(["office", "committee", "subdistrict_clerk", "presidium", "deputy", "town_deputy"])(
    "counts for %s the voices that it shows, of all units and stations and of one",
    async (persona) => {
      const list = await reader(persona, "/api/voices", 100);
      const [most] = await rows<{ unit: string; station: string }>(sql`select unit_id as unit, station_id as station from voice
        where unit_id is not null and station_id is not null group by 1, 2 order by count(*) desc, 1, 2 limit 1`);
      for (const filter of ["", `unitId=${most?.unit}`, `stationId=${most?.station}`, `unitId=${most?.unit}&stationId=${most?.station}`]) {
        const { items, counts } = await list(filter);
        expect(counts, filter).toEqual(countedIn(items));
      }
    },
  );

  test("counts voices once for whoever has several offices, stations and mandates", async () => {
    const some = await rows<{ receiver: string; unit: string; station: string; spoken: string; taker: string }>(sql`
      select distinct on (receiver_id) receiver_id as receiver, unit_id as unit, station_id as station, mandate_id as spoken,
        (select t.taker_id from voice t where t.receiver_id = v.receiver_id and t.taker_id is not null limit 1) as taker
      from voice v where unit_id is not null and station_id is not null and mandate_id is not null order by receiver_id, id`);
    expect(some.length).toBeGreaterThan(2);
    for (const [at, { receiver, unit, station, spoken, taker }] of some.entries())
      for (const offices of [[], [receiver], [unit, receiver], [unit, unit]])
        for (const staffed of [[], [station], [station, some[at - 1]?.station ?? station]])
          for (const held of [[], [spoken, taker ?? spoken]]) {
            const [actor, sides] = [someone(offices, held), { staffed, placed: [] }];
            for (const narrowed of [{}, { unitId: unit }, { stationId: station }]) {
              const only = Object.entries(narrowed).map(([name, id]) => sql`v.${sql.ref(name)} = ${id}`);
              const there = await rows<{ status: string }>(
                sql`select v.status from voice v where ${sql.join([voicesInSight(actor, sides), ...only], sql` and `)}`,
              );
              expect(
                await voiceCounts(database.read, actor, sides, narrowed),
                JSON.stringify({ offices, staffed, held, narrowed }),
              ).toEqual(countedIn(there));
            }
          }
  });

  test("counts opinions once for whoever has several offices, and mandates beside them", async () => {
    const pairs = await rows<{ receiver: string; unit: string; mandate: string }>(sql`
      select distinct on (receiver_id) receiver_id as receiver, unit_id as unit, mandate_id as mandate from opinion
      where unit_id <> receiver_id order by receiver_id, id`);
    expect(pairs.length).toBeGreaterThan(2);
    const all = [...new Set(pairs.flatMap(({ receiver, unit }) => [receiver, unit]))];
    const mandates = pairs.map(({ mandate }) => mandate);
    for (const { receiver, unit } of pairs)
      for (const offices of [[], [receiver], [unit], [receiver, unit], [unit, unit], all])
        for (const held of [[], mandates.slice(0, 1), mandates]) {
          const actor = someone(offices, held);
          for (const unitId of [undefined, unit, receiver]) {
            const sight = sql`${scopeOf(actor)} and ${unitId ? sql`o.unit_id = ${unitId}` : sql`true`}`;
            const there = await rows<{ status: string }>(sql`select o.status from opinion o where ${sight}`);
            expect(await preparedCounts(database.read, actor, unitId), JSON.stringify({ offices, held, unitId })).toEqual(countedIn(there));
          }
        }
  });

  test.each(["opinion", "voice"])("gives a world from before the same sums of every %s by its migration", async (subject) => {
    const module = home.modules.find(({ name }) => name === `${subject}s`)!;
    const faults = async () => await module.verify?.(database.read, district);
    await database.write(async (tx) => {
      await sql`delete from tally where shelf like ${`${subject}%`}`.execute(tx);
    });
    expect((await faults())?.length).toBeGreaterThan(100);
    const text = readFileSync(join(module.migrations?.folder ?? "", "0003-sums.sql"), "utf8");
    await database.write((tx) => sql.raw(text).execute(tx));
    expect(await faults()).toEqual([]);
  });

  test("figures kept ready say what the rows say, by whatever they are broken down", async () => {
    const cut = { district, asOf: worldToday };
    const asking: Asked[] = [
      ...breakdownsBy.suggestions.flatMap((by) => [{}, { year: 2023 }].map((narrow) => ({ of: "suggestions", by, narrow }) as const)),
      ...breakdownsBy.opinions.map((by) => ({ of: "opinions", by }) as const),
    ];
    for (const asked of asking) {
      const prepared = await preparedBreakdown(database.read, cut, asked);
      expect(prepared?.groups, asked.by).toEqual(await breakdownGroups(database.read, cut, asked));
      expect(prepared?.whole, asked.by).toEqual(await breakdownWhole(database.read, cut, asked));
      expect(await preparedBreakdown(database.read, { ...cut, asOf: shift(cut.asOf, -30) }, asked)).toBeUndefined();
    }
  });

  test("sums stay what they are when they are gathered", async () => {
    const before = await (await reader("office"))("");
    await gatherTallies.run(database, systemClock.now());
    expect((await (await reader("office"))("")).counts).toEqual(before.counts);
    expect(await differences(database, home.modules)).toEqual([]);
  });
});

describe("stations and voices of the demonstration world", () => {
  const all = rows;
  const sums = async (query: RawBuilder<unknown>) =>
    Object.fromEntries((await all<{ key: string; count: number }>(query)).map(({ key, count }) => [key, Number(count)]));

  test("has stations of every kind down to each village, with people of all levels placed at them", async () => {
    const kinds = await sums(sql`select kind as key, count(*) from station group by 1`);
    expect(kinds).toEqual({ home: 1, station: 5, room: 15, point: 36 });
    const bare = await all(sql`select a.name from area a where a.kind in ('village', 'community')
      and not exists (select 1 from station s join station_staff f on f.district = s.district and f.station_id = s.id and f.post = 'liaison'
        where s.district = a.district and s.area_id = a.id)`);
    expect(bare).toEqual([]);
    const levels = await all<{ level: string }>(sql`select distinct c.level from station_deputy d
      join mandate m on m.district = d.district and m.id = d.mandate_id join congress c on c.district = m.district and c.id = m.congress_id`);
    expect(levels.length).toBe(5);
  });

  test("held most receptions of its year; what is to come is planned, and announced in time", async () => {
    const states = await sums(sql`select status as key, count(*) from reception where day < ${worldToday} group by 1`);
    expect(Object.keys(states).sort()).toEqual(["cancelled", "held", "missed"]);
    expect(states["held"]).toBeGreaterThan(600);
    expect((states["held"] ?? 0) / Object.values(states).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0.9);
    const attendance = await sums(sql`select d.state as key, count(*) from reception_deputy d join reception r on r.district = d.district
      and r.id = d.reception_id where r.status = 'held' group by 1`);
    for (const state of ["signed_in", "absent", "excused", "substituted"]) expect(attendance[state], state).toBeGreaterThan(10);
    expect(await all(sql`select id from reception where status = 'announced' and announced_at::date > announce_by`)).toEqual([]);
    const ahead = await sums(sql`select status as key, count(*) from reception where day >= ${worldToday} group by 1`);
    expect(Object.keys(ahead).sort()).toEqual(["announced", "planned"]);
  });

  test("received 3,000 voices of every outcome: what was received is what has ended and what is still on its way", async () => {
    const states = await sums(sql`select status as key, count(*) from voice group by 1`);
    expect(Object.keys(states).sort()).toEqual([...voiceStates].sort());
    const sum = (of: readonly string[]) => of.reduce((total, state) => total + (states[state] ?? 0), 0);
    const ended = sum(["closed", "directed", "withdrawn"]);
    const open = sum(["received", "handling", "taken_up", "answered", "escalated"]);
    expect(ended + open + (states["joined"] ?? 0)).toBe(3000);
    expect(open).toBeGreaterThan(100);
    const endings = await sums(sql`select ending as key, count(*) from voice where ending is not null group by 1`);
    for (const ending of ["directed", "heard", "unreachable", "unheard", "withdrawn"]) expect(endings[ending], ending).toBeGreaterThan(20);
    const grades = await sums(sql`select grade as key, count(*) from voice_answer where grade is not null group by 1`);
    for (const grade of ["SATISFIED", "BASIC", "DISSATISFIED", "UNREACHABLE"]) expect(grades[grade], grade).toBeGreaterThan(20);
    expect((await all(sql`select id from voice where reopened`)).length).toBeGreaterThan(5);
    const counted = await all<{
      last: number;
      count: number;
    }>(sql`select s.last, (select count(*) from voice v where v.district = s.district
      and v.receiver_id = s.receiver_id and v.number_year = s.year) as count from voice_series s`);
    for (const { last, count } of counted) expect(Number(count)).toBe(last);
  });

  test("lets voices grow into opinions and suggestions, each after it was spoken and by the deputy to whom it was spoken", async () => {
    const opinions = await all<{ wrong: boolean }>(sql`select not (v.received_at < o.submitted_at and v.mandate_id = o.mandate_id
      and v.category = o.category and s.at = o.submitted_at) as wrong from voice v join opinion o on o.district = v.district and o.id = v.opinion_id
      join voice_step s on s.district = v.district and s.subject_id = v.id and s.verb = 'become_opinion'`);
    expect(opinions.length).toBeGreaterThan(100);
    expect(opinions.filter(({ wrong }) => wrong)).toEqual([]);
    const suggestions = await all<{
      wrong: boolean;
    }>(sql`select not (g.origin_type = 'voice' and g.origin_id = v.id and v.received_at < g.created_at)
      as wrong from voice v join suggestion g on g.district = v.district and g.id = v.suggestion_id`);
    expect(suggestions.length).toBeGreaterThan(10);
    expect(suggestions.filter(({ wrong }) => wrong)).toEqual([]);
    const origins = await all(sql`select id from suggestion where origin_type = 'voice'`);
    expect(origins.length).toBe(suggestions.length);
  });

  test.each(["zhuzhuang", "zhuzhuang second", "zhuzhuang third"])(
    "tells the whole road to whoever holds the receipt of %s",
    async (key) => {
      const answer = await home.web.request("/api/public/voice-threads", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ receipt: receiptIn(nothing.seal, key) }),
      });
      const thread = (await answer.json()) as { status: string; together: number; hops: { at: string }[]; answer: { answer: string } };
      expect(answer.status, JSON.stringify(thread)).toBe(200);
      expect(thread).toMatchObject({ status: "closed", together: 3 });
      expect(thread.answer.answer).toContain("投资一百余万元");
      expect(thread.hops.length).toBeGreaterThan(10);
      // The return visit asked the first speaker; those who joined him see it end with the answer.
      if (key === "zhuzhuang") expect(thread.hops.at(-1)?.at.slice(0, 10)).toBe("2022-07-22");
    },
  );

  test("keeps names and telephones under the key alone", async () => {
    const kept = await all<{ sealed: string }>(sql`select sealed from voice_contact`);
    expect(kept.length).toBeGreaterThan(1500);
    expect(kept.filter(({ sealed }) => /100\d{8}/.test(sealed))).toEqual([]);
    expect(await all(sql`select id from voice where words ~ '100[0-9]{8}'`)).toEqual([]);
    expect(await all(sql`select id from fact where data::text ~ '100[0-9]{8}' and subject_type = 'voice' limit 1`)).toEqual([]);
  });

  test("speaks in many ways: no two neighbours say the same, and a sentence is seldom said again", async () => {
    const said = await all<{ words: string }>(sql`select words from voice order by received_at, id`);
    expect(said.filter(({ words }, index) => words === said[index - 1]?.words)).toEqual([]);
    expect(new Set(said.map(({ words }) => words)).size).toBeGreaterThan(2800);
  });

  test("shows the five functions at every larger station", async () => {
    const larger = await all<{ id: string; name: string }>(sql`select id, name from station where kind in ('home', 'station')`);
    const stations = larger.map(({ id }) => id);
    const counts = await stationCounts(database.read, { district, stations, ...yearUntil(2023, worldToday) });
    for (const { id, name } of larger) expect(functionsSeen(counts.get(id) ?? noCounts()), name).toBe(5);
  });
});

interface Line {
  id: string;
  status: string;
  createdAt: string;
  dueOn: string | null;
}

/** Reads a list to its end, a few lines at a time. */
async function reader(persona: string, path = "/api/suggestions", limit = 7) {
  const headers = { "content-type": "application/json", host: "localhost" };
  const signedIn = await home.web.request("http://localhost/api/demo/sign-in", {
    method: "POST",
    headers,
    body: JSON.stringify({ persona }),
  });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  return async (query: string) => {
    const items: Line[] = [];
    for (let cursor = ""; ; ) {
      const answer = await home.web.request(`${path}?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`, { headers: { cookie } });
      const page = (await answer.json()) as { items: (Line & { match?: unknown })[]; next: string | null; counts: Record<string, number> };
      items.push(...page.items.map(({ match: _, ...line }) => line));
      if (page.next === null) return { items, counts: page.counts };
      cursor = page.next;
    }
  };
}

const ordered = (items: readonly Line[], key: (line: Line) => string[]): Line[] =>
  [...items].sort((a, b) => (key(a).join() < key(b).join() ? -1 : 1));

function countedIn(items: readonly Pick<Line, "status">[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { status } of items) sums[status] = (sums[status] ?? 0) + 1;
  return sums;
}

test("each of the fifteen groups has a public plan of this year and the last, whose activities all answer something (F3.1)", async () => {
  const { rows } = await sql<{ year: number; groups: number; untied: number }>`
    select p.year, count(distinct p.group_id) as groups,
      count(*) filter (where i ->> 'campaignId' is null and coalesce(i ->> 'concern', '') = '') as untied
    from activity_plan p join activity_plan_edition e on e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition
    cross join jsonb_array_elements(e.items) i where p.district = ${district} group by p.year order by p.year`.execute(database.read);
  expect(rows).toEqual([
    { year: 2022, groups: 15, untied: 0 },
    { year: 2023, groups: 15, untied: 0 },
  ]);
});
