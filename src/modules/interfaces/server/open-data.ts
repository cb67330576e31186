import { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant, momentOn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { type CellKind, pages, portion, type Sheet, type SheetRow } from "../../../platform/sheets/sheet.ts";
import { activityKinds, publicItems } from "../../activities/index.ts";
import type { Statutes } from "../../calendar/index.ts";
import { stationRules } from "../../stations/index.ts";
import { categories } from "../../suggestions/index.ts";
import { answeredOpinions } from "./public-opinions.ts";
import { publicReceptions } from "./public-receptions.ts";
import { answeredSuggestions } from "./public-suggestions.ts";
import { publicVoices } from "./public-voices.ts";

export interface Reading {
  readonly db: Db;
  readonly words: Words;
  readonly now: Instant;
  readonly statutes: Statutes;
}

/** A sheet with its title and headings from the catalogue. */
function sheet(words: Words, name: string, columns: Readonly<Record<string, CellKind>>, rows: Sheet["rows"]): Sheet {
  const heading = (key: string) => words(`interfaces.open_data.field.${key}`);
  return {
    title: words(`interfaces.open_data.${name}`),
    columns: Object.entries(columns).map(([key, kind]) => ({ key, kind, heading: heading(key) })),
    rows,
  };
}

const Kinds = z.array(z.object({ code: z.string(), name: z.string() }));

interface StationRow {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly town: string | null;
  readonly area: string;
  readonly address: string;
  readonly longitude: string | null;
  readonly latitude: string | null;
  readonly phone: string | null;
  readonly openedOn: string;
  /** JSON. */
  readonly hours: string;
}

/** Stations that are open, with where and when to find them. */
export function stationSheet({ db, words, now, statutes }: Reading, district: string): Sheet {
  const load = async (cursor: string | undefined) => {
    const kinds = await kindNames({ db, now, statutes }, district);
    const found = await sql<StationRow>`
      select s.id, s.code, s.kind, s.name, t.name as town, a.name as area, s.address, s.longitude, s.latitude, s.phone, s.opened_on,
        s.hours::text as hours
      from station s join area a on a.district = s.district and a.id = s.area_id
      left join area t on t.district = a.district and t.id = a.parent_id and t.kind in ('town', 'subdistrict')
      where s.district = ${district} and (s.closed_on is null or s.closed_on > ${dateIn(now)})
        ${cursor ? sql`and (s.sort_key, s.id) > (select c.sort_key, c.id from station c where c.district = ${district} and c.id = ${cursor})` : sql``}
      order by s.sort_key, s.id limit ${portion}`.execute(db);
    const items = found.rows.map((row) => ({ ...row, kind: kinds.get(row.kind) ?? row.kind, hours: hoursSaid(row.hours, words) }));
    return { items, next: items.length === portion ? (items.at(-1)?.id ?? null) : null };
  };
  const text = { code: "text", kind: "text", name: "text", town: "text", area: "text", address: "text" } as const;
  return sheet(
    words,
    "stations",
    { ...text, longitude: "decimal", latitude: "decimal", hours: "text", phone: "text", opened_on: "day" },
    pages(load, (items) => items.map(({ openedOn, ...row }): SheetRow => ({ ...row, opened_on: openedOn }))),
  );
}

async function kindNames({ db, now, statutes }: Omit<Reading, "words">, district: string): Promise<ReadonlyMap<string, string>> {
  const rule = stationRules.find(({ key }) => key === "station.kinds");
  const value = rule && (await statutes.of(db, district)).rule(rule, dateIn(now)).value;
  return new Map(Kinds.parse(value ?? []).map(({ code, name }) => [code, name]));
}

const Hours = z.array(z.object({ weekdays: z.array(z.int()), from: z.string(), to: z.string() }));

const hoursSaid = (json: string, words: Words): string =>
  Hours.parse(JSON.parse(json))
    .map(({ weekdays, from, to }) => `${weekdays.map((day) => words(`interfaces.open_data.weekday.${day}`)).join("")} ${from}-${to}`)
    .join("；");

/** Deputies in force: name, congress, electoral district, group. */
export function deputySheet({ db, words }: Reading, district: string): Sheet {
  const load = async (cursor: string | undefined) => {
    const found = await sql<{ id: string } & Record<string, string | null>>`
      select m.id, right(m.id::text, 10) as code, p.name, c.name as congress, e.name as electoral_district, d.name as delegation, g.name as deputy_group, a.name as area
      from mandate m join person p on p.district = m.district and p.id = m.person_id
      join congress c on c.district = m.district and c.id = m.congress_id
      join area a on a.district = m.district and a.id = m.area_id
      left join electoral_district e on e.district = m.district and e.id = m.electoral_district_id
      left join delegation d on d.district = m.district and d.id = m.delegation_id
      left join deputy_group g on g.district = m.district and g.id = m.group_id
      where m.district = ${district} and m.status = 'in_force' and c.term_ended_on is null ${cursor ? sql`and m.id > ${cursor}` : sql``}
      order by m.id limit ${portion}`.execute(db);
    return { items: found.rows, next: found.rows.length === portion ? (found.rows.at(-1)?.id ?? null) : null };
  };
  return sheet(
    words,
    "deputies",
    { code: "text", name: "text", congress: "text", electoral_district: "text", delegation: "text", deputy_group: "text", area: "text" },
    pages(load, (items) =>
      items.map(
        ({ electoralDistrict, deputyGroup, ...row }): SheetRow => ({
          ...row,
          electoral_district: electoralDistrict ?? null,
          deputy_group: deputyGroup ?? null,
        }),
      ),
    ),
  );
}

/** Receptions announced, a line each. */
export function receptionSheet({ db, words, now }: Reading, district: string): Sheet {
  const rows = async function* () {
    const receptions = await publicReceptions(db, district, { district: true }, now);
    yield receptions.map(
      (of): SheetRow => ({
        ...{ day: of.day, from: time(of.startsAt), to: time(of.endsAt), station_code: of.stationCode, station: of.stationName },
        ...{
          place: of.place ?? of.address,
          theme: of.theme,
          deputies: of.deputies.join("、"),
          status: words(`interfaces.reception.${of.status}`),
        },
      }),
    );
  };
  const columns = { day: "day", from: "text", to: "text", station_code: "text", station: "text" } as const;
  return sheet(words, "receptions", { ...columns, place: "text", theme: "text", deputies: "text", status: "text" }, rows());
}

const local = (at: Instant): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
const time = (at: Instant): string => local(at).slice(11, 16);
const dayOf = (at: Instant): string => local(at).slice(0, 10);

const yearSpan = (year: number) => ({
  from: momentOn(`${year}-01-01` as DateISO),
  to: new Date(Date.parse(momentOn(`${year + 1}-01-01` as DateISO)) - 1).toISOString() as Instant,
});

/** Voices cleared for everybody, of a year. */
export function voiceSheet({ db, words, now, statutes }: Reading, district: string, year: number): Sheet {
  const load = async (cursor: string | undefined) => {
    const [requestedAt, id] = cursor?.split(" ") ?? [];
    const after = requestedAt && id ? { requestedAt: requestedAt as Instant, id } : undefined;
    const items = await publicVoices(db, district, { ...yearSpan(year), after, limit: portion });
    const last = items.at(-1);
    return { items, next: items.length === portion && last ? `${last.requestedAt} ${last.id}` : null };
  };
  const columns = { id: "text", received_on: "day", category: "text", town: "text", area: "text", words: "text" } as const;
  return sheet(
    words,
    "voices",
    { ...columns, agency: "text", status: "text", changed_on: "day" },
    pages(load, async (items) => {
      const names = await categoryNames({ db, now, statutes }, district);
      return items.map((of) => ({
        ...{
          id: of.id,
          received_on: dayOf(of.requestedAt),
          category: names.get(of.category) ?? of.category,
          town: of.townName,
          area: of.areaName,
        },
        ...{ words: of.words, agency: of.agency, status: words(`interfaces.open311.status.${of.status}`), changed_on: dayOf(of.changedAt) },
      }));
    }),
  );
}

async function categoryNames({ db, now, statutes }: Omit<Reading, "words">, district: string): Promise<ReadonlyMap<string, string>> {
  const list = (await statutes.of(db, district)).rule(categories, dateIn(now)).value;
  return new Map(list.map(({ code, name }) => [code, name]));
}

/** Suggestions answered in a year, as far as their deputies agreed to publication. */
export function suggestionSheet({ db, words, now, statutes }: Reading, district: string, year: number): Sheet {
  const load = async (cursor: string | undefined) => {
    const [answeredAt, id] = cursor?.split(" ") ?? [];
    const after = answeredAt && id ? { answeredAt: answeredAt as Instant, id } : undefined;
    const items = await answeredSuggestions(db, district, { ...yearSpan(year), after, limit: portion });
    const last = items.at(-1);
    return { items, next: items.length === portion && last ? `${last.answeredAt} ${last.id}` : null };
  };
  const columns = { number: "whole", title: "text", category: "text", area: "text", deputy: "text", unit: "text" } as const;
  return sheet(
    words,
    "suggestions",
    { ...columns, answered_on: "day", reply: "text" },
    pages(load, async (items) => {
      const names = await categoryNames({ db, now, statutes }, district);
      return items.map((of) => ({
        ...{ number: of.number, title: of.title, category: names.get(of.category) ?? of.category, area: of.areaName },
        ...{ deputy: of.deputy, unit: of.unit, answered_on: dayOf(of.answeredAt), reply: of.reply },
      }));
    }),
  );
}

/** Activities in the published yearly plans of deputies' groups, a line each. */
export function planSheet({ db, words, now, statutes }: Reading, district: string, year: number): Sheet {
  const load = (after: string | undefined) => publicItems(db, district, year, { after, limit: plansAtOnce });
  const columns = { deputy_group: "text", town: "text", from_month: "whole", to_month: "whole", theme: "text", kind: "text" } as const;
  return sheet(
    words,
    "activity_plans",
    { ...columns, place: "text", campaign: "text", concern: "text", expected: "whole", plan: "text" },
    pages(load, async (items) => {
      const kinds = (await statutes.of(db, district)).rule(activityKinds, dateIn(now)).value;
      return items.map((of) => ({
        ...{ deputy_group: of.groupName, town: of.townName, from_month: of.fromMonth, to_month: of.toMonth, theme: of.theme },
        ...{ kind: kinds.find(({ code }) => code === of.kind)?.name ?? of.kind, place: of.place, campaign: of.campaign },
        ...{ concern: of.concern, expected: of.deputies, plan: of.planId },
      }));
    }),
  );
}

/** A plan has a few dozen lines at the most. */
const plansAtOnce = 20;

/** Livelihood opinions answered in a year: what and where, and what was done; never the words in which they were brought, nor by whom. */
export function opinionSheet({ db, words, now, statutes }: Reading, district: string, year: number): Sheet {
  const load = async (cursor: string | undefined) => {
    const [answeredOn, id] = cursor?.split(" ") ?? [];
    const after = answeredOn && id ? { answeredOn: answeredOn as DateISO, id } : undefined;
    const span = { from: `${year}-01-01` as DateISO, to: `${year}-12-31` as DateISO };
    const items = await answeredOpinions(db, district, { ...span, after, limit: portion });
    const last = items.at(-1);
    return { items, next: items.length === portion && last ? `${last.answeredOn} ${last.id}` : null };
  };
  return sheet(
    words,
    "opinions",
    { title: "text", category: "text", area: "text", unit: "text", answered_on: "day", reply: "text" },
    pages(load, async (items) => {
      const names = await categoryNames({ db, now, statutes }, district);
      return items.map((of) => ({
        ...{ title: of.title, category: names.get(of.category) ?? of.category, area: of.areaName, unit: of.unit },
        ...{ answered_on: of.answeredOn, reply: of.answer },
      }));
    }),
  );
}
