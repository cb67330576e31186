import { expect } from "vitest";
import { organisationId } from "../world/organisations.ts";
import { mandates, staffOf } from "../world/people.ts";
import { areas } from "../world/places.ts";
import type { Answer, Caller, TestHouse } from "./house.ts";
import { mandateOf } from "./suggestion.ts";

export const village = (name: string): string => areas.find((area) => area.name === name)?.id ?? "";

/** A station in Zhuzhuang, kept by the working committee of the sub-district. */
export const zhuzhuang = {
  ...{ code: "KS01", kind: "station", name: "朱庄社区代表联络站", areaId: village("朱庄社区"), address: "朱庄社区党群服务中心一楼" },
  organisationId: organisationId("kuangshanji_committee"),
  ...{
    longitude: 116.8012,
    latitude: 33.9954,
    openedOn: "2022-03-01",
    floorArea: 80,
    rooms: 2,
    equipment: ["signboard", "reception_room"],
  },
  hours: [{ weekdays: [1, 2, 3, 4, 5], from: "08:30", to: "17:30" }],
  cover: [{ areaId: village("朱庄社区"), grid: null }],
};

/** What a persona adds, with its identifier. */
export async function added(caller: Caller, path: string, body: unknown): Promise<Answer["body"]> {
  const answer = await caller.post(path, body);
  expect(answer, `${path} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 201 });
  return answer.body;
}

/** Opens the station, with two deputies placed there and a liaison officer of the sub-district's office. */
export async function openStation(world: TestHouse, changes: Partial<typeof zhuzhuang> = {}) {
  const committee = await world.as("committee");
  const station = await added(committee, "/api/stations", { ...zhuzhuang, ...changes });
  const stationId: string = station.id;
  const [deputy, cosigner] = [await mandateOf(await world.as("deputy")), await mandateOf(await world.as("cosigner"))];
  for (const mandateId of [deputy, cosigner])
    await added(committee, "/api/station-deputies", { stationId, mandateId, startsOn: "2022-03-01" });
  const personId = staffOf("kuangshanji_office", "officer");
  await added(committee, "/api/station-staff", { stationId, personId, post: "liaison", startsOn: "2022-03-01" });
  return { stationId, at: `/api/stations/${stationId}`, deputy, cosigner };
}

/** Deputies of the sub-district's other electoral districts, in the order of the roll. */
export const otherMandates = mandates.filter(({ township }) => township === "kuangshanji").map(({ id }) => id);

/** Every 15th of the month, two deputies, shifted to the next working day. */
export const monthly = {
  ...{ name: "每月接待日", every: "month_day", day: 15, fromTime: "09:00", toTime: "11:00", deputies: 2 },
  ...{ shift: "next_working_day", inForceFrom: "2023-01-01" },
};
