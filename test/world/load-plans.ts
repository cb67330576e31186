import type { Tx } from "../../src/platform/db/database.ts";
import { insertMany } from "./insert.ts";
import { district } from "./places.ts";
import type { Scheme } from "./plans.ts";

const here = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ district, ...row }));

/** Yearly plans with their items and what was published of them. */
export async function loadSchemes(tx: Tx, schemes: readonly Scheme[]): Promise<void> {
  await insertMany(tx, "activityPlan", here(schemes.map(({ thing: { items: _i, published: _p, ...row } }) => row)));
  const items = schemes.flatMap(({ thing }) => thing.items.map((item, at) => ({ ...item, planId: thing.id, position: at + 1 })));
  await insertMany(tx, "activityPlanItem", here(items));
  const editions = schemes.flatMap(({ thing, editions }) =>
    editions.map(({ items, ...row }) => ({ ...row, planId: thing.id, items: JSON.stringify(items) })),
  );
  await insertMany(tx, "activityPlanEdition", here(editions));
  await insertMany(tx, "activityPlanStep", here(schemes.flatMap(({ steps }) => steps)));
}
