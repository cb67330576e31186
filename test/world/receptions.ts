import { awaitedIn } from "../../src/modules/stations/awaited.ts";
import type { ReceptionVerb } from "../../src/modules/stations/lifecycle.ts";
import { type Beginning, begun, type Played, play } from "../../src/modules/stations/play.ts";
import { type Doer, house, type Reception, serving } from "../../src/modules/stations/reception.ts";
import { isCalled, limitsUnder } from "../../src/modules/stations/server/limits.ts";
import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { idAt } from "./ids.ts";
import { mandates } from "./people.ts";
import { accountOf, deputyOf } from "./personas.ts";
import { district } from "./places.ts";
import { type Duty, plannedDuties, workdayFrom, workdayUntil } from "./rosters.ts";
import { type Station, stationByCode, stations } from "./stations.ts";
import { statute } from "./statute.ts";
import { type Random, randomFrom } from "./texts/random.ts";
import { cancelReason, exchangeNote, excuse, receptionSummary } from "./texts/reception-texts.ts";
import { now } from "./times.ts";

/** A reception on its way through the world, with all that it leaves behind. */
export interface Sitting {
  thing: Reception;
  readonly station: Station;
  readonly steps: Step[];
  readonly facts: Fact[];
}

const people = new Map(mandates.map((one) => [one.id, one.personId]));
const limits = limitsUnder(statute);
const day = (text: string) => text as DateISO;
const soon = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

/** Somebody of the station, acting for it. */
const staffed = (station: Station, person = station.liaison): Doer => ({
  ...{ account: accountOf(person), person, actingFor: station.id, relations: ["station"], mandates: [] },
});
const onDuty = (mandate: string, relation: "duty" | "asked"): Doer => {
  const person = people.get(mandate)!;
  return { account: accountOf(person), person, actingFor: mandate, relations: [relation], mandates: [mandate] };
};

/** Every reception of the world's first year, and those planned and announced for the time after its day. */
export function sittings(): Sitting[] {
  const random = randomFrom("receptions");
  return [
    ...plannedDuties().map((duty) => byRoster(random, duty)),
    ...stations.filter(({ kind }) => kind === "point").flatMap((station) => byLiaison(random, station)),
    ...markets(random),
    ...inGrids(random),
    today(),
  ];
}

type Opening = Pick<Beginning, "kind"> &
  Partial<Beginning> & { readonly on: DateISO; readonly hours?: readonly [number, number]; readonly made: Instant };

/** Planned on the station's behalf. */
function open(station: Station, { on, hours: [from, to] = [9, 11], made, ...rest }: Opening): Sitting {
  const id = idAt(made, `reception ${station.code} ${rest.kind} ${on}`);
  let ids = 0;
  const beginning: Beginning = {
    ...{ id, stationId: station.id, rosterId: null, plannedFor: null, areaId: null, grid: null, place: null, theme: null, liaisonId: null },
    ...{ startsAt: momentOn(on, from * 60), endsAt: momentOn(on, to * 60), day: on, ...limits(on), mandates: [] },
    ...rest,
  };
  const newId = () => idAt(made, `${id} ${ids++}`);
  // Whatever has been announced was on the to-do list before; the world's day is the last that can have put it there.
  const called = isCalled(beginning.announceBy, dateIn(now));
  const { after, step, fact } = begun({ district, newId, called }, beginning, staffed(station), made);
  return { thing: after, station, steps: [step], facts: [fact] };
}

/** Performs a verb; a refusal here is a mistake of the world. */
function act(sitting: Sitting, verb: ReceptionVerb, input: object, at: Instant, doer: Doer, codeHolds = false): void {
  let ids = 0;
  const { thing, station } = sitting;
  const newId = () => idAt(at, `${thing.id} ${thing.version} ${ids++}`);
  const stage = { district, newId, limits, candidates: station.placed, codeHolds };
  const typed = {
    note: null,
    ...(verb === "sign_in" ? { code: null } : {}),
    ...(verb === "ask_exchange" ? { swapReceptionId: null } : {}),
    ...input,
  };
  const played: Played | ReturnType<typeof play> = play(stage, thing, verb, typed, doer, at);
  if (isRefusal(played)) throw new Error(`${verb} of ${station.name} on ${thing.day} at ${at}: ${JSON.stringify(played)}`);
  sitting.thing = played.after;
  sitting.steps.push(played.step);
  sitting.facts.push(played.fact);
}

/** The road's first words were spoken when this deputy sat at this station; he sits there again soon. */
const zhuzhuangDays = ["2022-06-15", "2023-10-16"];

function byRoster(random: Random, { roster, plannedFor, day: on, mandates: who, made }: Duty): Sitting {
  const { station } = roster;
  const sitting = open(station, { kind: "roster", rosterId: roster.id, plannedFor, on, mandates: who, made: momentOn(made, 16 * 60) });
  if (station.code === "ZZ01" && zhuzhuangDays.includes(on) && !who.includes(deputyOf("deputy")))
    act(sitting, "staff", { mandateIds: [deputyOf("deputy"), who[0]] }, momentOn(shift(made, 2), 10 * 60), staffed(station));
  return lived(random, sitting);
}

/** What became of a planned reception by the world's day. */
function lived(random: Random, sitting: Sitting): Sitting {
  const { station, thing } = sitting;
  const announcedAt = momentOn(workdayUntil(shift(thing.day, -random.int(6, 9))), random.int(9 * 60, 11 * 60));
  if (announcedAt >= now) return sitting;
  act(sitting, "announce", {}, announcedAt, staffed(station));
  const special = station.code === "ZZ01" && zhuzhuangDays.includes(thing.day);
  if (!special && thing.liaisonId === null && random.chance(0.09)) exchanged(random, sitting, soon(announcedAt, random.int(60, 400)));
  if (thing.startsAt >= now) return sitting;
  if (!special && random.chance(0.025)) {
    act(
      sitting,
      "cancel",
      { note: cancelReason(random, thing.day) },
      momentOn(shift(thing.day, -1), random.int(15 * 60, 18 * 60)),
      staffed(station),
    );
    return sitting;
  }
  if (!special && thing.liaisonId === null && random.chance(0.018) && thing.recordBy < dateIn(now)) {
    act(sitting, "miss", {}, momentOn(shift(thing.recordBy, 1), 40), house);
    return sitting;
  }
  return held(random, sitting, special);
}

/** Somebody on duty asks another to take the turn; only with his consent. */
function exchanged(random: Random, sitting: Sitting, at: Instant): void {
  const asker = serving(sitting.thing)[0]?.mandateId;
  const free = sitting.station.placed.filter((one) => !sitting.thing.deputies.some(({ mandateId }) => mandateId === one));
  if (!asker || free.length === 0 || at >= now) return;
  act(sitting, "ask_exchange", { mandateId: asker, asked: random.pick(free), note: exchangeNote(random) }, at, onDuty(asker, "duty"));
  const exchange = sitting.thing.exchanges.at(-1)!;
  const answeredAt = soon(at, random.int(120, 1800));
  if (answeredAt >= now || answeredAt >= sitting.thing.startsAt) return;
  act(sitting, "answer_exchange", { exchangeId: exchange.id, agrees: random.chance(0.8) }, answeredAt, onDuty(exchange.asked, "asked"));
}

function held(random: Random, sitting: Sitting, special: boolean): Sitting {
  const { station } = sitting;
  const { startsAt, endsAt } = sitting.thing;
  const expected = serving(sitting.thing).map(({ mandateId }) => mandateId);
  expected.forEach((mandate, index) => {
    if (!special && index > 0 && random.chance(0.11)) {
      if (random.chance(0.55))
        act(sitting, "excuse", { mandateId: mandate, note: excuse(random) }, soon(startsAt, -random.int(80, 900)), staffed(station));
      return;
    }
    const at = soon(startsAt, random.int(-25, 8));
    if (random.chance(0.7)) act(sitting, "sign_in", { mandateId: mandate }, at, onDuty(mandate, "duty"), true);
    else act(sitting, "sign_in", { mandateId: mandate }, at, staffed(station));
  });
  const visitors = special ? 4 : station.kind === "station" ? random.int(1, 7) : random.int(0, 5);
  const recordedAt = random.chance(0.8)
    ? soon(endsAt, random.int(5, 80))
    : momentOn(workdayFrom(shift(sitting.thing.day, 1)), random.int(510, 640));
  if (recordedAt < now) act(sitting, "hold", { visitors, summary: receptionSummary(random, visitors) }, recordedAt, staffed(station));
  return sitting;
}

/** The liaison officer of a village receives on the 20th of odd months. */
function byLiaison(random: Random, station: Station): Sitting[] {
  return ["2022-11", "2023-01", "2023-03", "2023-05", "2023-07", "2023-09", "2023-11"].map((month) => {
    const on = workdayFrom(`${month}-20`);
    const early = workdayFrom(shift(on, -40));
    const made = momentOn(early < "2023-09-15" ? early : day("2023-09-15"), 15 * 60 + random.int(0, 60));
    return lived(random, open(station, { kind: "liaison", liaisonId: station.liaison, areaId: station.areaId, on, made }));
  });
}

const placed = (station: Station, random: Random, count: number): string[] => random.shuffle(station.placed).slice(0, count);

/** Deputies of a town at its market, once a quarter. */
const markets = (random: Random): Sitting[] =>
  stations
    .filter(({ kind }) => kind === "station")
    .flatMap((station, index) =>
      ["2022-11-05", "2023-02-18", "2023-04-22", "2023-08-12"].map((first) => {
        const on = shift(day(first), index);
        const place = `${station.name.replace("人大代表联络站", "")}集市`;
        const made = momentOn(shift(on, -21), 10 * 60);
        return lived(
          random,
          open(station, {
            kind: "mobile",
            place,
            theme: "代表进集市听民声",
            on,
            hours: [8, 11],
            made,
            mandates: placed(station, random, 3),
          }),
        );
      }),
    );

/** Deputies in the six villages of Zhuzhuang, one after the other. */
function inGrids(random: Random): Sitting[] {
  const station = stationByCode("ZZ01");
  return station.cover
    .filter(({ grid }) => grid !== null)
    .map(({ areaId, grid }, index) => {
      const on = workdayFrom(shift(day("2022-10-27"), index * 56));
      const made = momentOn(shift(on, -20), 9 * 60);
      return lived(
        random,
        open(station, {
          kind: "grid",
          areaId,
          grid,
          place: `朱庄${grid}文化广场`,
          on,
          hours: [15, 17],
          made,
          mandates: placed(station, random, 2),
        }),
      );
    });
}

/** On the world's day deputies are expected at Zhuzhuang: announced in time, nobody signed in yet. */
function today(): Sitting {
  const station = stationByCode("ZZ01");
  const who = [deputyOf("deputy"), deputyOf("cosigner")];
  const opening = { kind: "area", areaId: station.areaId, theme: "秋季村内道路和排水回头看", on: dateIn(now), mandates: who } as const;
  const sitting = open(station, { ...opening, made: momentOn(day("2023-09-08"), 10 * 60) });
  act(sitting, "announce", {}, momentOn(day("2023-09-13"), 9 * 60 + 20), staffed(station));
  return sitting;
}

/** What receptions wait for on the world's day. */
export const awaitedOfSittings = (all: readonly Sitting[]) =>
  all.flatMap(({ thing, steps }) =>
    awaitedIn(thing).map((one) => ({ subjectType: "reception", subjectId: thing.id, ...one, since: steps.at(-1)!.at, urgedAt: null })),
  );
