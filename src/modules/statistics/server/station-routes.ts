import type { z } from "@hono/zod-openapi";
import { dateIn, type Instant, yearIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { binder } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/refusal.ts";
import { sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { type Overseen, stationKindNames, stationsOverseen, yearUntil } from "../../stations/index.ts";
import { categories } from "../../suggestions/index.ts";
import { ratesOf } from "../rates.ts";
import { stationFigureContracts as contracts } from "../station-contract.ts";
import { inOrderOf } from "../station-order.ts";
import { type StationMeasure, type StationRate, stationRates } from "../station-terms.ts";
import { yearBefore } from "../years.ts";
import { asOfBy } from "./cut.ts";
import { stationDefinitions } from "./station-definitions.ts";
import { functionsSeen, noCounts, type StationCounts, type StationRow, stationCounts, stationRows, summed } from "./station-figures.ts";
import { figureColumns, figureRow, rowColumns, saidOf } from "./station-sheets.ts";

const route = binder<Actor>();
type Which = Omit<z.output<typeof contracts.export.query>, "format" | "columns" | "sort" | "order"> & { ids?: readonly string[] };
type Sorted = Pick<z.output<typeof contracts.list.query>, "sort" | "order">;

export const stationFigureRoutes = (statutes: Statutes) => [
  route(contracts.list, async ({ db, actor, query: { limit, cursor, sort, order, ...query }, now }) => {
    const { lines, whole, year, asOf } = await compared(db, actor, { ...query, sort, order }, now);
    const [after] = keysAt(cursor, 1) ?? [];
    const from = after === undefined ? 0 : lines.findIndex(({ id }) => id === after) + 1;
    const items = lines.slice(from, from + limit);
    const last = items.at(-1);
    return {
      ...{ items, next: from + limit < lines.length && last ? cursorAt([last.id]) : null },
      ...{ asOf, year, stations: lines.length, whole: figuresOf(whole) },
    };
  }),
  route(contracts.get, async ({ db, actor, params, query, now }) => {
    const { lines, year, asOf } = await compared(db, actor, { ...query, ids: [params.id], sort: "name", order: "asc" }, now);
    const station = lines[0];
    if (!station) return notFound;
    const earlier = yearUntil(year - 1, asOf.startsWith(`${year}-`) ? yearBefore(asOf) : asOf);
    const before = await stationCounts(db, { district: actor.district, ...earlier, stations: [params.id] });
    return { asOf, asOfBefore: earlier.asOf, year, station, before: figuresOf(before.get(params.id) ?? noCounts()) };
  }),
  route(contracts.rows, async ({ db, actor, query: { limit, cursor, ...query }, now }) => {
    const page = await rowsBehind(db, statutes, actor, query, now);
    return await page({ limit, cursor });
  }),
  route(contracts.definitions, async ({ words }) => ({
    items: stationDefinitions.map(({ key, source, numerator, denominator }) => ({
      ...{ key, numerator, denominator },
      ...saidOf(words, key),
      cutOff: words(`statistics.station_source.${source}.cut_off`),
      source: words(`statistics.station_source.${source}.from`),
    })),
  })),
  route(contracts.export, async ({ db, actor, query, now, words }) => {
    const { lines, whole } = await compared(db.read, actor, query, now);
    const kinds = await stationKindNames(db.read, statutes, actor.district, dateIn(now));
    const rows = (async function* () {
      yield [
        ...lines.map((line) => figureRow({ ...line, kind: kinds.get(line.kind) ?? line.kind }, line)),
        figureRow({ name: words("statistics.whole") }, figuresOf(whole)),
      ];
    })();
    const sheet = { title: words("statistics.stations.title"), columns: figureColumns(words), rows };
    return await sendSheet(db, actor, { list: "station_figures", query, now, sheet });
  }),
  route(contracts.exportRows, async ({ db, actor, query, now, words }) => {
    const page = await rowsBehind(db.read, statutes, actor, query, now);
    const rows = pages(
      (cursor) => page({ limit: portion, cursor }),
      (some) => some.map((row) => ({ ...row, state: words(stateWords[row.kind] + row.state) })),
    );
    const sheet = { title: saidOf(words, query.measure).label, columns: rowColumns(words), rows };
    return await sendSheet(db, actor, { list: "station_figure_rows", query, now, sheet });
  }),
];

/** Where the catalogue names the state of a row. */
const stateWords: Readonly<Record<StationRow["kind"], string>> = {
  reception: "reception.status.",
  turn: "reception.attendance.",
  voice: "voice.status.",
  listening: "listening.status.",
  point: "listening.part.status.",
  event: "station.function.",
  post: "station.function.",
};

const spanAsked = ({ year, asOf }: Pick<Which, "year" | "asOf">, now: Instant) => {
  const until = asOfBy(asOf, now);
  return yearUntil(year ?? yearIn(until), until);
};

/** The stations in the actor's sight, as filtered. */
const inSight = (db: Db, actor: Actor, { search, kind, areaId, ids, ...asked }: Which, now: Instant): Promise<Overseen[]> =>
  stationsOverseen(db, actor, { search, kind, areaId, ids }, { span: spanAsked(asked, now), today: dateIn(now) });

/** The figures of the stations in sight, in order, and their sum. */
async function compared(db: Db, actor: Actor, { sort, order, ...which }: Which & Sorted, now: Instant) {
  const [span, found] = [spanAsked(which, now), await inSight(db, actor, which, now)];
  const stations = found.map(({ id }) => id);
  const counts = await stationCounts(db, { district: actor.district, ...span, stations });
  const lines = found.map((station) => ({ ...station, ...figuresOf(counts.get(station.id) ?? noCounts()) }));
  return { lines: inOrderOf(lines, sort, order), whole: summed(counts.values()), year: yearIn(span.from), asOf: span.asOf };
}

/** The pages of rows behind a number; none for a station out of sight. */
async function rowsBehind(
  db: Db,
  statutes: Statutes,
  actor: Actor,
  { stationId, measure, ...which }: Which & { stationId?: string | undefined; measure: StationMeasure },
  now: Instant,
) {
  const found = await inSight(db, actor, { ...which, ...(stationId ? { ids: [stationId] } : {}) }, now);
  const fields = new Map((await statutes.of(db, actor.district)).rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
  const counting = { district: actor.district, ...spanAsked(which, now), stations: found.map(({ id }) => id) };
  return async (paging: { limit: number; cursor?: string | undefined }) => {
    const { items, next } = await stationRows(db, counting, measure, paging);
    return { items: items.map((row) => (row.kind === "voice" ? { ...row, about: fields.get(row.about) ?? row.about } : row)), next };
  };
}

const figuresOf = (counts: StationCounts) => ({
  counts,
  rates: ratesOf<StationRate, StationMeasure>(stationRates, counts),
  functionsSeen: functionsSeen(counts),
});
