import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { notFound } from "../../../platform/refusal.ts";
import { fileAnswer } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import { statisticsContracts as contracts } from "../contract.ts";
import { ratesOf } from "../rates.ts";
import { type BreakdownBy, type BreakdownSubject, breakdownsBy, type Measure, type Rate, rates } from "../terms.ts";
import { breakdownGroups, breakdownRows, breakdownWhole, type Counts } from "./breakdown.ts";
import { asOfBy, type Cut } from "./cut.ts";
import { type Definition, definitions } from "./definitions.ts";
import type { Population } from "./population.ts";
import { preparedBreakdown } from "./prepared.ts";
import { type Measured, measuredAll, rowsOf } from "./public-figures.ts";
import { stationFigureRoutes } from "./station-routes.ts";
import type { Narrow } from "./suggestions.ts";
import { unitRoutes } from "./unit-routes.ts";
import { yearlyRoutes } from "./yearly-routes.ts";

const route = binder<Actor>();

export const statisticsRoutes = (statutes: Statutes) => [
  route(contracts.breakdown, async ({ db, params, query: { asOf, ...narrow }, actor, now, words }) => {
    if (!canBreakDown(params, narrow)) return notFound;
    const cut = { district: actor.district, asOf: asOfBy(asOf, now) };
    const asked = { ...params, narrow };
    const { groups, whole } = (await preparedBreakdown(db, cut, asked)) ?? {
      groups: await breakdownGroups(db, cut, asked),
      whole: await breakdownWhole(db, cut, asked),
    };
    return {
      asOf: cut.asOf,
      definition: words(`statistics.breakdown.definition.${params.of}`),
      groups: groups.map(({ key, label, ...counts }) => ({ key, label, ...withRates(counts) })),
      whole: withRates(whole),
    };
  }),
  route(contracts.breakdownRows, async ({ db, params, query, actor, now }) => {
    const { asOf, group, measure, limit, cursor, key, ...which } = query;
    const narrow = { ...which, key: key === "true" };
    if (!canBreakDown(params, narrow)) return notFound;
    const cut = { district: actor.district, asOf: asOfBy(asOf, now) };
    return await breakdownRows(db, cut, { ...params, narrow, group, measure }, { limit, cursor });
  }),
  ...unitRoutes(statutes),
  ...stationFigureRoutes(statutes),
  ...yearlyRoutes(statutes),
  route(contracts.list, async ({ db, query, actor, now, words }) => {
    const cut = await cutOf(db, query, actor, now);
    if (!cut) return notFound;
    return { asOf: cut.asOf, figures: (await measuredAll(db, cut)).map((one) => said(one, cut, words)) };
  }),
  route(contracts.rows, async ({ db, params, query, actor, now }) => {
    const found = await behind(db, { ...params, ...query }, actor, now);
    return found ? await rowsOf(db, found.population, query) : notFound;
  }),
  route(contracts.exportRows, async ({ db, params, query, actor, now, words }) => {
    const found = await behind(db.read, { ...params, ...query }, actor, now);
    if (!found) return notFound;
    const page = (cursor: string | undefined) => rowsOf(db.read, found.population, { limit: portion, cursor });
    const label = words(`statistics.figure.${found.definition.words}.label`, found.definition.params);
    const known = (await statutes.of(db.read, found.cut.district)).rule(categories, dateIn(now)).value;
    const names = new Map(known.map(({ code, name }) => [code, name]));
    const counted = pages(page, (some) =>
      some.map(({ label, about, place, since, until }) => ({ label, about: names.get(about) ?? about, place, since, until })),
    );
    return fileAnswer({ title: label, columns: columnsIn(words), rows: counted }, query.format);
  }),
];

/** Opinions belong to no congress and no session. */
const canBreakDown = ({ of, by }: { of: BreakdownSubject; by: BreakdownBy }, narrow: Narrow): boolean =>
  (breakdownsBy[of] as readonly BreakdownBy[]).includes(by) && (of === "suggestions" || Object.values(narrow).every((one) => !one));

const withRates = (counts: Counts) => ({ counts, rates: ratesOf<Rate, Measure>(rates, counts) });

const columnsIn = (words: Words): SheetColumn[] =>
  (["label", "about", "place", "since", "until"] as const).map((key) => ({
    ...{ key, heading: words(`statistics.page.${key}`), kind: key === "since" || key === "until" ? "day" : "text" },
    width: key === "about" ? 50 : 16,
  }));

/** The definition of a number, and the rows on the side that is asked for. */
async function behind(
  db: Db,
  asked: { key: string; of: "numerator" | "denominator"; asOf?: string | undefined; district?: string | undefined },
  actor: Actor | undefined,
  now: Instant,
): Promise<{ cut: Cut; definition: Definition; population: Population } | undefined> {
  const cut = await cutOf(db, asked, actor, now);
  const definition = cut && (await definitions(db, cut)).find(({ key }) => key === asked.key);
  const population = asked.of === "denominator" ? definition?.denominator : definition?.numerator;
  return cut && definition && population ? { cut, definition, population: population(cut) } : undefined;
}

/** The district asked for, else the actor's, else the only one there is. Nothing after today can be asked for. */
async function cutOf(
  db: Db,
  query: { asOf?: string | undefined; district?: string | undefined },
  actor: Actor | undefined,
  now: Instant,
): Promise<Cut | undefined> {
  const asOf = asOfBy(query.asOf, now);
  const wanted = query.district ?? actor?.district;
  const known = await sql<{
    district: string;
  }>`select district from area where kind = 'district' ${wanted ? sql`and district = ${wanted}` : sql``} order by code limit 2`.execute(db);
  return known.rows.length === 1 ? { district: known.rows[0]!.district, asOf } : undefined;
}

function said({ key, words: name, params, ...numbers }: Measured, cut: Cut, words: Words) {
  return {
    ...{ key, ...numbers },
    ...{ label: words(`statistics.figure.${name}.label`, params), definition: words(`statistics.figure.${name}.definition`, params) },
    rows: `/api/public/statistics/${key}/rows?asOf=${cut.asOf}&district=${cut.district}`,
  };
}
