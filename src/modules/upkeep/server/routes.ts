import { binder } from "../../../platform/http/route.ts";
import type { Actor } from "../../identity/index.ts";
import { upkeepContracts as contracts } from "../contract.ts";
import { health, retryReader } from "./health.ts";

const route = binder<Actor>();

export const upkeepRoutes = [
  route(contracts.look, ({ db, actor }) => health(db, actor)),
  route(contracts.retry, async ({ db, actor, params, now }) => (await retryReader(db, actor, params.name, now)) ?? health(db, actor)),
];
