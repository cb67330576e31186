import { dayKind, workingDayFrom } from "../../src/modules/calendar/index.ts";
import { generate, type Planned, type RosterRule } from "../../src/modules/stations/generation.ts";
import { type DateISO, shift } from "../../src/platform/clock/instant.ts";
import { idOf } from "./ids.ts";
import { mandates } from "./people.ts";
import { placedSince, type Station, stations } from "./stations.ts";
import { statute } from "./statute.ts";
import { randomFrom } from "./texts/random.ts";

export interface Roster extends RosterRule {
  readonly id: string;
  readonly station: Station;
  readonly name: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly theme: string | null;
}

const day = (text: string) => text as DateISO;
const working = (on: DateISO): boolean => dayKind(statute.calendar, on).working;
const monthly = { every: "month_day", day: 15, nth: null, weekday: null } as const;
const weekly = { every: "week", day: null, nth: null, weekday: 2 } as const;
const firstWednesday = { every: "month_weekday", day: null, nth: 1, weekday: 3 } as const;

function rosterOf(station: Station): Roster[] {
  const base = {
    id: idOf(`roster ${station.code}`),
    station,
    months: [],
    shift: "next_working_day",
    inForceUntil: null,
    theme: null,
  } as const;
  const hours = { fromTime: "09:00", toTime: "11:00", inForceFrom: day(station.code === "ZZ01" ? "2022-06-01" : "2022-10-01") };
  if (station.kind === "home") return [{ ...base, ...hours, ...firstWednesday, name: "区人大代表接待日", deputies: 3 }];
  if (station.kind === "station") return [{ ...base, ...hours, ...weekly, name: "每周二代表轮值接待", deputies: 2 }];
  if (station.kind === "room") return [{ ...base, ...hours, ...monthly, name: "每月15日代表接待", deputies: 2 }];
  return [];
}

export const rosters: readonly Roster[] = stations.flatMap(rosterOf);
export const rosterRows = rosters.map(({ station, months, ...row }) => ({
  ...{ ...row, stationId: station.id, months: JSON.stringify(months), version: 1 },
}));

const away = ["外出务工探亲", "住院治疗", "参加区委党校培训", "赴外地招商", "家中有事"];

/** Days on which deputies have said that they cannot come. */
export const absences = (() => {
  const random = randomFrom("absences");
  return random
    .shuffle(mandates.filter(({ level }) => level === "district"))
    .slice(0, 24)
    .map(({ id }, index) => {
      const from = shift(day("2022-10-08"), index * 14);
      const to = shift(from, random.int(3, 12));
      return { id: idOf(`absence ${id}`), mandateId: id, fromOn: from, toOn: to, reason: random.pick(away), version: 1 };
    });
})();

export interface Duty extends Planned {
  readonly roster: Roster;
  /** The day on which the year was planned. */
  readonly made: DateISO;
}

/** What the rosters of two years give: each year planned before it begins, nobody on duty at two places on one day. */
export function plannedDuties(): Duty[] {
  const busy = new Map<string, Set<DateISO>>();
  return [
    {
      year: 2022,
      first: (roster: Roster) => roster.inForceFrom,
      made: (roster: Roster) => (roster.station.code === "ZZ01" ? "2022-05-26" : "2022-09-22"),
    },
    { year: 2023, first: () => day("2023-01-01"), made: () => "2022-12-20" },
  ].flatMap(({ year, first, made }) =>
    rosters.flatMap((roster) => {
      const placed = roster.station.placed.map((mandateId) => ({ mandateId, from: placedSince.get(mandateId) as DateISO, to: null }));
      const away = absences.map(({ mandateId, fromOn, toOn }) => ({ mandateId, from: fromOn, to: toOn }));
      const plan = generate(roster, year, { working, today: first(roster), placed, absences: away, duties: new Map(), busy, fixed: [] });
      for (const { day: on, mandates: who } of plan) for (const one of who) busy.set(one, (busy.get(one) ?? new Set()).add(on));
      return plan.map((one) => ({ ...one, roster, made: day(made(roster)) }));
    }),
  );
}

/** A day or, where it is off, the next one that is not. */
export const workdayFrom = (on: string): DateISO => workingDayFrom(statute.calendar, day(on));

/** A day or, where it is off, the last one before that is not. */
export function workdayUntil(on: DateISO): DateISO {
  let at = on;
  while (!working(at)) at = shift(at, -1);
  return at;
}
