import type { z } from "@hono/zod-openapi";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { notFound } from "../../../platform/refusal.ts";
import { sendSheet } from "../../../platform/sheets/export.ts";
import type { SheetColumn, SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import { lamps } from "../../desk/index.ts";
import { type Actor, handlingKinds, organisationsAs, worksIn } from "../../identity/index.ts";
import { statisticsContracts as contracts } from "../contract.ts";
import { ranked } from "../ranking.ts";
import { mean, ratesOf } from "../rates.ts";
import { type UnitMeasure, type UnitRate, unitMeasures, unitRates } from "../terms.ts";
import { asOfBy } from "./cut.ts";
import { unitRows } from "./unit-rows.ts";
import { type Scope, type UnitCounts, unitFigures, wholeFigures } from "./units.ts";

const route = binder<Actor>();
type Query = Partial<Omit<z.output<typeof contracts.units.query>, "sort">>;

const seesAll = (actor: Actor): boolean => worksIn(actor, "deputy_office", "government_office");
/** Offices that hand out and supervise look at every unit, a unit at itself. */
export const looksAtUnits = (actor: Actor): boolean => seesAll(actor) || worksIn(actor, ...handlingKinds);

export const unitRoutes = (statutes: Statutes) => {
  const scopeOf = async (db: Db, actor: Actor, { asOf, year, congressId, sessionId }: Query, now: Instant): Promise<Scope> => ({
    cut: { district: actor.district, asOf: asOfBy(asOf, now) },
    narrow: { year, congressId, sessionId },
    yellowDays: (await statutes.of(db, actor.district)).rule(lamps, dateIn(now)).value.max,
    ...(seesAll(actor) ? {} : { own: organisationsAs(actor, "officer", "leader") }),
  });
  const glance = async (db: Db, actor: Actor, query: z.output<typeof contracts.units.query>, now: Instant) => {
    const scope = await scopeOf(db, actor, query, now);
    const found = await unitFigures(db, scope);
    const units = ranked(
      found.map(({ id, name, ...counts }) => ({ id, name, ...figuresOf(counts) })),
      query.sort,
    );
    const wanted = query.search?.trim() ?? "";
    return { scope, units: units.filter(({ name }) => name.includes(wanted)) };
  };
  return [
    route(contracts.units, async ({ db, actor, query, now }) => {
      const { scope, units } = await glance(db, actor, query, now);
      const { cut, yellowDays, own } = scope;
      return { asOf: cut.asOf, yellowDays, all: own === undefined, units, whole: figuresOf(await wholeFigures(db, scope)) };
    }),
    route(contracts.unitRows, async ({ db, actor, params, query: { limit, cursor, measure, ...query }, now }) => {
      const scope = await scopeOf(db, actor, query, now);
      if (scope.own && !scope.own.includes(params.id)) return notFound;
      return await unitRows(db, actor, { ...scope, unitId: params.id, measure }, { limit, cursor });
    }),
    route(contracts.exportUnits, async ({ db, actor, query, now, words }) => {
      const { units } = await glance(db.read, actor, query, now);
      const rows = (async function* () {
        yield units.map(
          ({ place, name, counts, rates, averageDays }): SheetRow => ({
            ...{ place, name, ...counts, averageDays },
            ...Object.fromEntries(rates.map(({ key, value }) => [key, value])),
          }),
        );
      })();
      return sendSheet(db, actor, {
        list: "units",
        query,
        now,
        sheet: { title: words("statistics.units.title"), columns: columnsIn(words), rows },
      });
    }),
  ];
};

function figuresOf({ days, ...all }: UnitCounts) {
  const counts = Object.fromEntries(unitMeasures.map((measure) => [measure, all[measure]])) as Record<UnitMeasure, number>;
  return { counts, rates: ratesOf<UnitRate, UnitMeasure>(unitRates, counts), averageDays: mean(days, counts.replied) };
}

const columnsIn = (words: Words): SheetColumn[] => [
  { key: "place", heading: words("statistics.units.place"), kind: "whole", width: 8 },
  { key: "name", heading: words("statistics.units.unit"), kind: "text", width: 20 },
  ...unitMeasures.map((key) => ({ key, heading: words(`statistics.unit_measure.${key}`), kind: "whole" as const, width: 12 })),
  { key: "averageDays", heading: words("statistics.units.averageDays"), kind: "decimal", width: 14 },
  ...(Object.keys(unitRates) as UnitRate[]).map((key) => ({
    ...{ key, heading: `${words(`statistics.unit_rate.${key}`)}（%）`, kind: "decimal" as const, width: 14 },
  })),
];
