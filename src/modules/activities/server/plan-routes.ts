import { dateIn } from "../../../platform/clock/instant.ts";
import { binder } from "../../../platform/http/route.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { planContracts as contracts, planVerbContracts } from "../plan-contract.ts";
import { activityKinds } from "../rule-definitions.ts";
import { planExport } from "./plan-export.ts";
import { groupsToPlan } from "./plan-groups.ts";
import { listPlans } from "./plan-list.ts";
import { beginPlan, performPlan } from "./plan-perform.ts";
import { planView } from "./plan-view.ts";

const route = binder<Actor>();

export const planRoutes = (statutes: Statutes) => [
  planExport(statutes),
  route(contracts.list, ({ db, actor, query }) => listPlans(db, actor, query)),
  route(contracts.get, async ({ db, actor, params, now }) => (await planView(db, statutes, actor, params.id, now)) ?? notFound),
  route(contracts.kinds, async ({ db, actor, now }) => ({
    items: (await statutes.of(db, actor.district)).rule(activityKinds, dateIn(now)).value,
  })),
  route(contracts.groups, async ({ db, actor }) => ({ items: await groupsToPlan(db, actor) })),
  route(contracts.begin, async ({ db, actor, body, now }) => {
    const id = await beginPlan(db, actor, body, now);
    return isRefusal(id) ? id : ((await planView(db, statutes, actor, id, now)) ?? notFound);
  }),
  ...planVerbContracts.map(({ verb, contract: of }) =>
    route(of, async ({ db, actor, params, body, now }) => {
      const refusal = await performPlan(db, statutes, actor, { id: params.id, verb, input: body, now });
      return refusal ?? (await planView(db, statutes, actor, params.id, now)) ?? notFound;
    }),
  ),
];
