import type { Awaited } from "../../platform/lifecycle/awaited.ts";
import { openExchanges, type Reception } from "./reception.ts";

/** What a reception waits for and from whom: the station announces and records it, whoever was asked answers. */
export function awaitedIn(of: Reception): Awaited[] {
  const entry = (verb: string, holder: string, dueOn: Awaited["dueOn"]): Awaited => ({
    ...{ verb, holder, leadersOnly: false, partId: null, clockId: null, dueOn },
  });
  if (of.status !== "planned" && of.status !== "announced") return [];
  const asked = new Set(openExchanges(of).map((exchange) => exchange.asked));
  const own =
    of.status === "announced"
      ? [entry("hold", of.stationId, of.recordBy)]
      : of.called
        ? [entry("announce", of.stationId, of.announceBy)]
        : [];
  return [...own, ...[...asked].map((mandate) => entry("answer_exchange", mandate, of.day))];
}
