import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Planned } from "../generation.ts";
import type { PlanView } from "../reception-contract.ts";
import type { Plan } from "./planning.ts";

/** A plan with names, and with the duties that everyone would have. */
export async function planView(db: Db, district: string, plan: Plan): Promise<z.input<typeof PlanView>> {
  const { year, calendarKnown, comparison, fixed, placed, duties } = plan;
  const { added, changed, same, gone } = comparison;
  const standing = [...changed.map(({ before }) => before), ...same.map(({ before }) => before), ...gone, ...fixed];
  const planned = [...added, ...changed.map(({ after }) => after), ...same.map(({ after }) => after)];
  const names = await namesOf(db, district, [...placed, ...[...standing, ...planned].flatMap(({ mandates }) => mandates)]);
  const name = (mandate: string): string => names.get(mandate) ?? "";
  const shown = ({ plannedFor, day, mandates, missing }: Planned) => ({
    ...{ plannedFor, day, missing, deputies: mandates.map((mandateId) => ({ mandateId, name: name(mandateId) })) },
  });
  const named = (mandates: readonly string[]): string[] => mandates.map(name);
  const counted = (mandate: string): number => planned.filter(({ mandates }) => mandates.includes(mandate)).length;
  return {
    ...{ year, calendarKnown, added: added.map(shown) },
    changed: changed.map(({ before, after }) => ({
      ...shown(after),
      id: before.id,
      before: { day: before.day, deputies: named(before.mandates) },
    })),
    same: same.map(({ before, after }) => ({ ...shown(after), id: before.id })),
    gone: gone.map(({ id, day, mandates }) => ({ id, day, deputies: named(mandates) })),
    fixed: fixed.map(({ id, plannedFor, day, status, mandates }) => ({ id, plannedFor, day, status, deputies: named(mandates) })),
    duties: placed
      .map((mandateId) => ({ mandateId, name: name(mandateId), count: (duties.get(mandateId) ?? 0) + counted(mandateId) }))
      .toSorted((a, b) => b.count - a.count),
  };
}

async function namesOf(db: Db, district: string, mandates: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
    where m.district = ${district} and m.id = any(${[...new Set(mandates)]}::uuid[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
