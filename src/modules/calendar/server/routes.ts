import { sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { binder } from "../../../platform/http/route.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import { calendarContracts as contracts } from "../contract.ts";
import { dueDate } from "../due-date.ts";
import type { RuleDefinition } from "../statute.ts";
import { calendarFaults, loadCalendar, movesIn, type NewCalendar, recomputed, statuteWith } from "./holidays.ts";
import type { PublishedDay } from "./published.ts";
import { listRules, setRule } from "./rules.ts";
import type { Statutes } from "./statutes.ts";

const route = binder<Actor>();

export function calendarRoutes(statutes: Statutes, definitions: readonly RuleDefinition[]) {
  return [
    route(contracts.years, async ({ db, actor }) => ({ items: await calendarYears(db, actor.district) })),
    route(contracts.explain, async ({ db, actor, query }) => {
      const { calendar } = await statutes.of(db, actor.district);
      const { dueOn, steps } = dueDate(calendar, query.start as DateISO, query);
      return { dueOn, steps: steps.map((step) => ({ ...step, params: { ...step.params } })) };
    }),
    route(contracts.preview, async ({ db, actor, body }) => {
      const fresh = typed(body);
      const faults = calendarFaults(fresh);
      if (faults) return faults;
      const next = statuteWith(await statutes.of(db, actor.district), fresh);
      const pairs = await recomputed(db, actor.district, fresh.year, next, false);
      return { moves: movesIn(pairs), running: pairs.length };
    }),
    route(contracts.load, async ({ db, actor, body, now }) => {
      const fresh = typed(body);
      const faults = calendarFaults(fresh);
      if (faults) return faults;
      const moves = await loadCalendar(db, actor, await statutes.of(db, actor.district), fresh, now);
      const calendar = (await calendarYears(db, actor.district)).find((one) => one.year === fresh.year);
      return calendar ? { calendar, moves } : notFound;
    }),
    route(contracts.rules, ({ db, actor, now }) => rulesIn(db, actor.district, now)),
    route(contracts.setRule, async ({ db, actor, body, now }) => {
      const refusal = await setRule(db, actor, definitions, body, now);
      if (isRefusal(refusal)) return refusal;
      return (await rulesIn(db, actor.district, now)).items.find((rule) => rule.key === body.key) ?? notFound;
    }),
  ];

  async function rulesIn(db: Db, district: string, now: Instant) {
    return await listRules(db, district, definitions, await statutes.of(db, district), dateIn(now));
  }
}

const typed = (body: { year: number; source: string; days: { day: string; kind: "off" | "work"; name: string }[] }): NewCalendar => ({
  ...body,
  days: body.days as (PublishedDay & { day: DateISO })[],
});

async function calendarYears(db: Db, district: string) {
  const found = await sql<{ year: number; version: number; source: string; loadedAt: Instant; days: PublishedDay[] }>`
    select distinct on (y.year) y.year, y.version, y.source, y.loaded_at,
      (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day), '[]') from calendar_day d
        where d.district = y.district and d.year = y.year and d.version = y.version) as days
    from calendar_year y where y.district = ${district} order by y.year, y.version desc`.execute(db);
  return found.rows.map((row) => ({ ...row, days: [...row.days] }));
}
