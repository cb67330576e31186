import { dateIn } from "../../../platform/clock/instant.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { deskContracts as contracts } from "../contract.ts";
import { lamps } from "../rule-definitions.ts";
import type { Subject } from "../subject.ts";
import { listDone } from "./done.ts";
import { countTasks, listTasks } from "./tasks.ts";

const route = binder<Actor>();

export const deskRoutes = (statutes: Statutes, subjects: readonly Subject[]) => [
  route(contracts.tasks, ({ db, actor, query, now }) => listTasks(db, subjects, actor, query, now)),
  route(contracts.counts, ({ db, actor, now }) => countTasks(db, subjects, actor, now)),
  route(contracts.done, ({ db, actor, query, now }) => listDone(db, subjects, actor, query, now)),
  route(contracts.lamps, async ({ db, actor, now }) => ({
    yellowDays: (await statutes.of(db, actor.district)).rule(lamps, dateIn(now)).value.max,
  })),
];
