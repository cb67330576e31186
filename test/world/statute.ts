import { type Calendar, clocksUnder, publishedDays, seededYears, statuteOf } from "../../src/modules/calendar/index.ts";
import { opinionRules } from "../../src/modules/opinions/index.ts";
import { stationRules } from "../../src/modules/stations/index.ts";
import { suggestionRules } from "../../src/modules/suggestions/index.ts";
import { voiceRules } from "../../src/modules/voices/index.ts";

/** The calendars that are loaded with the world: every year that has been published. */
export const calendars = seededYears.map((year) => ({ year, days: publishedDays(year) })).filter(({ days }) => days.length > 0);

const calendar: Calendar = Object.fromEntries(
  calendars.map(({ year, days }) => {
    const of = (kind: string) => Object.fromEntries(days.filter((one) => one.kind === kind).map(({ day, name }) => [day, name]));
    return [year, { version: 1, off: of("off"), work: of("work") }];
  }),
);

export const statute = statuteOf(calendar, [...stationRules, ...suggestionRules, ...opinionRules, ...voiceRules], []);
export const clocks = clocksUnder(statute);
