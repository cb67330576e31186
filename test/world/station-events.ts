import type { StationFunction } from "../../src/modules/stations/index.ts";
import { type DateISO, momentOn, shift } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import { idAt, idOf } from "./ids.ts";
import { accountOf } from "./personas.ts";
import { district } from "./places.ts";
import { type Station, stations } from "./stations.ts";
import { randomFrom } from "./texts/random.ts";
import { eventSummaries, eventTitles, materials, noticeFor } from "./texts/station-texts.ts";
import { fill } from "./texts/template.ts";

const day = (text: string) => text as DateISO;
const functions = Object.keys(eventTitles) as Exclude<StationFunction, "reception">[];

export interface StationEvent {
  readonly id: string;
  readonly stationId: string;
  readonly function: StationFunction;
  readonly heldOn: DateISO;
  readonly mandates: readonly string[];
}

/** What happened at the stations since the autumn of 2022, receptions and hearings aside; busy ones more often. */
export const stationEvents = (() => {
  const random = randomFrom("station events");
  return stations.flatMap((station) => {
    const times = { home: 12, station: 9, room: 5, point: 2 }[station.kind];
    return Array.from({ length: times }, (_, index) => {
      const serves = functions[(index + station.code.charCodeAt(3)) % functions.length]!;
      const heldOn = shift(day("2022-10-10"), Math.floor(((index + random.next()) / times) * 345));
      const place = station.name.replace(/人大代表.*$/, "");
      const mandates = random.shuffle(station.placed).slice(0, random.int(1, 4));
      return {
        ...{ id: idAt(momentOn(heldOn), `station event ${station.code} ${index}`), stationId: station.id, function: serves, heldOn },
        title: fill(random.pick(eventTitles[serves]), random, { s: place }, new Map()),
        ...{ place: null, people: mandates.length + random.int(6, 60), mandates },
        summary: fill(random.pick(eventSummaries), random, {}, new Map()),
        ...{ withdrawnOn: null, withdrawalReason: null, version: 1 },
      };
    });
  });
})();

export const eventRows = stationEvents.map((row) => ({ ...row, mandates: JSON.stringify(row.mandates), photos: "[]" }));

const liaisonOf = new Map(stations.map((station): [string, Station] => [station.id, station]));

/** As the product tells them, so that the register of duty takes them over. */
export const eventFacts: readonly Fact[] = stationEvents.map(({ id, stationId, function: serves, heldOn, mandates }) => {
  const at = momentOn(heldOn, 17 * 60);
  return {
    ...{ district, id: idAt(at, `station event fact ${id}`), at, actor: accountOf(liaisonOf.get(stationId)!.liaison) },
    ...{ subjectType: "station_event", subjectId: id, type: "station.event_held", version: 1 },
    data: { stationId, function: serves, heldOn, mandates },
  };
});

const hours = {
  home: "每月第一个星期三上午九点到十一点，区人大代表在此接待。",
  station: "每周二上午九点到十一点，代表轮值接待，遇休息日顺延。",
  room: "每月十五日上午九点到十一点，代表在此接待，遇休息日顺延。",
  point: "单月二十日上午九点到十一点，联络员在此接待，遇休息日顺延。",
};

/** Notices at every station, material and deeds at the larger ones. */
export const postRows = stations.flatMap((station) => {
  const post = (one: ReturnType<typeof noticeFor>, publishedOn: string, mandateId: string | null = null) => ({
    ...{
      id: idOf(`post ${station.code} ${one.title}`),
      stationId: station.id,
      ...one,
      mandateId,
      publishedOn,
      withdrawnOn: null,
      version: 1,
    },
  });
  const own = post(noticeFor(station.name, hours[station.kind]), "2022-12-28");
  if (station.kind === "point") return [own];
  const road = station.code === "ZZ01" || station.code === "KS01" || station.code === "DJ01";
  return [
    own,
    ...materials
      .filter(({ kind }) => kind !== "deed" || road)
      .map((one, index) => post(one, ["2022-11-08", "2023-02-20", "2023-04-11", "2023-06-30"][index]!)),
  ];
});
