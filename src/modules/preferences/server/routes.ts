import { binder } from "../../../platform/http/route.ts";
import type { Actor } from "../../identity/index.ts";
import { preferenceContracts as contracts } from "../contract.ts";
import { setColumns, settingsOf } from "./columns.ts";
import { changeFilter, removeFilter, saveFilter } from "./filters.ts";
import { setTour, tourOf } from "./tour.ts";

const route = binder<Actor>();

export const preferenceRoutes = [
  route(contracts.tour, ({ db, actor }) => tourOf(db, actor)),
  route(contracts.setTour, ({ db, actor, body, now }) => setTour(db, actor, body.seen, now)),
  route(contracts.get, ({ db, actor, params }) => settingsOf(db, actor, params.list)),
  route(contracts.setColumns, async ({ db, actor, params, body, now }) => {
    const refusal = await setColumns(db, actor, params.list, body.columns, now);
    return refusal ?? (await settingsOf(db, actor, params.list));
  }),
  route(contracts.save, ({ db, actor, params, body, now }) => saveFilter(db, actor, params.list, body, now)),
  route(contracts.change, ({ db, actor, params, body, now }) => changeFilter(db, actor, params, body, now)),
  route(contracts.remove, ({ db, actor, params, now }) => removeFilter(db, actor, params, now)),
];
