import type { DateISO, Instant } from "./instant.ts";
import { dateIn } from "./instant.ts";

/** Where "now" comes from. Rules never hold one: they are handed an instant. */
export interface Clock {
  now(): Instant;
}

/** The one place of the product that asks the machine for the time. */
export const systemClock: Clock = {
  now: () => new Date().toISOString() as Instant,
};

/** A clock that runs from `start` at the machine's pace; the demonstration world lives on it. */
export function clockStartingAt(start: Instant, machine: Clock = systemClock): Clock & { move(to: Instant): void } {
  let origin = Date.parse(start);
  let set = Date.parse(machine.now());
  return {
    now: () => new Date(origin + Date.parse(machine.now()) - set).toISOString() as Instant,
    move(to) {
      origin = Date.parse(to);
      set = Date.parse(machine.now());
    },
  };
}

/** Time that does not pass; `clockStartingAt(start, still)` moves only when it is moved. */
export const still: Clock = { now: () => "2000-01-01T00:00:00.000Z" as Instant };

/** The calendar day of `clock` in China. */
export const today = (clock: Clock): DateISO => dateIn(clock.now());
