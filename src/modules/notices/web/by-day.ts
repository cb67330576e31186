import { dateIn, type Instant } from "../../../platform/clock/instant.ts";

/** Things in the order given, gathered under the day in China on which they happened. */
export function byDay<Thing extends { readonly at: string }>(things: readonly Thing[]): { day: string; things: Thing[] }[] {
  const days = Map.groupBy(things, (thing) => dateIn(thing.at as Instant));
  return [...days].map(([day, of]) => ({ day, things: of }));
}
