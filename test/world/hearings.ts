import type { Listener, Listening } from "../../src/modules/stations/listening.ts";
import type { ListeningVerb } from "../../src/modules/stations/listening-lifecycle.ts";
import { awaitedInListening, begunListening, type ListeningPlayed, playListening } from "../../src/modules/stations/listening-play.ts";
import { type DateISO, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { idAt } from "./ids.ts";
import { organisationId, organisations } from "./organisations.ts";
import { mandates, staffOf } from "./people.ts";
import { accountOf } from "./personas.ts";
import { district } from "./places.ts";
import { workdayFrom } from "./rosters.ts";
import { type Station, stationByCode } from "./stations.ts";
import { clocks } from "./statute.ts";
import { hearings as told } from "./texts/station-texts.ts";

/** A listening session on its way, with all that it leaves behind. */
export interface Hearing {
  thing: Listening;
  readonly steps: Step[];
  readonly facts: Fact[];
}

const known = new Set(organisations.map(({ id }) => id));
const held = new Set(mandates.map(({ id }) => id));
const day = (text: string) => text as DateISO;
const side = (station: Station): Listener => ({
  ...{ account: accountOf(station.liaison), person: station.liaison, actingFor: station.id, relations: ["station"], offices: [] },
});

function unit(key: string): Listener {
  const person = staffOf(key, "officer");
  return { account: accountOf(person), person, actingFor: organisationId(key), relations: ["unit"], offices: [organisationId(key)] };
}

function act(hearing: Hearing, verb: ListeningVerb, input: object, at: Instant, doer: Listener): void {
  let ids = 0;
  const { thing } = hearing;
  const newId = () => idAt(at, `${thing.id} ${thing.version} ${ids++}`);
  const stage = { district, newId, clocks, isThere: (id: string) => known.has(id), isMandate: (id: string) => held.has(id) };
  const played: ListeningPlayed | ReturnType<typeof playListening> = playListening(stage, thing, verb, { note: null, ...input }, doer, at);
  if (isRefusal(played)) throw new Error(`${verb} of ${thing.topic} at ${at}: ${JSON.stringify(played)}`);
  hearing.thing = played.after;
  hearing.steps.push(played.step);
  hearing.facts.push(played.fact);
}

/** Hearings of the year: most closed, one with points that wait for their answers, one still to come. */
export const hearings = (): Hearing[] =>
  told.map(({ organ, station: code, on: text, topic, about, points }) => {
    const [station, on] = [stationByCode(code), day(text)];
    const planned = momentOn(workdayFrom(shift(on, -30)), 10 * 60);
    const id = idAt(planned, `hearing ${code} ${text}`);
    let ids = 0;
    const newId = () => idAt(planned, `${id} ${ids++}`);
    const paper = { id, stationId: station.id, organId: organisationId(organ), topic, about, day: on };
    const hours = { startsAt: momentOn(on, 9 * 60), endsAt: momentOn(on, 11 * 60) };
    const { after, step, fact } = begunListening({ district, newId }, { ...paper, ...hours }, side(station), planned);
    const hearing: Hearing = { thing: after, steps: [step], facts: [fact] };
    act(hearing, "announce", {}, momentOn(workdayFrom(shift(on, -24)), 9 * 60), side(station));
    if (on < "2023-09-22") answered(hearing, station, points);
    return hearing;
  });

function answered(hearing: Hearing, station: Station, points: (typeof told)[number]["points"]): void {
  const on = hearing.thing.day;
  const here = station.placed.slice(0, 3);
  const raised = points.map(({ said, unit: key }, index) => ({
    content: said,
    mandateId: here[index] ?? null,
    unitId: organisationId(key),
  }));
  const summary = "代表和群众代表到场，逐条记录，各单位按期答复。";
  act(hearing, "hold", { present: 18, mandates: here, summary, points: raised }, momentOn(on, 11 * 60 + 20), side(station));
  points.forEach(({ answer, unit: key }, index) => {
    if (!answer) return;
    const at = momentOn(workdayFrom(shift(on, 9 + index * 2)), 15 * 60 + index);
    act(hearing, "answer", { pointId: hearing.thing.points[index]!.id, answer }, at, unit(key));
  });
  if (points.some(({ answer }) => !answer)) return;
  points.forEach((_, index) => {
    const at = momentOn(workdayFrom(shift(on, 21)), 10 * 60 + index);
    const heard = { outcome: index === 0 ? "SATISFIED" : "BASIC", followUp: "到现场看过，向提出人反馈，本人认可。" };
    act(hearing, "follow_up", { pointId: hearing.thing.points[index]!.id, ...heard }, at, side(station));
  });
  act(hearing, "close", {}, momentOn(workdayFrom(shift(on, 21)), 16 * 60), side(station));
}

export const awaitedOfHearings = (all: readonly Hearing[]) =>
  all.flatMap(({ thing, steps }) =>
    awaitedInListening(thing).map((one) => ({
      subjectType: "listening",
      subjectId: thing.id,
      ...one,
      since: steps.at(-1)!.at,
      urgedAt: null,
    })),
  );
