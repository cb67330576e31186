import type { CongressLevel } from "../../src/modules/identity/index.ts";
import type { DateISO } from "../../src/platform/clock/instant.ts";
import { idOf } from "./ids.ts";
import { districtArea, townshipArea, townships } from "./places.ts";

export interface Congress {
  readonly key: string;
  readonly id: string;
  readonly level: CongressLevel;
  readonly areaId: string;
  readonly congressNo: number;
  readonly name: string;
  readonly termStartsOn: DateISO;
  readonly seats: number;
}

const day = (text: string) => text as DateISO;
export const congressId = (key: string): string => idOf(`congress ${key}`);

/** District: 140 and one more for every 5,000 people; town: 45 and one more for every 1,500 (EL-12). */
const districtPeople = townships.reduce((sum, one) => sum + one.people, 0);
const districtSeats = 140 + Math.floor(districtPeople / 5000);

export const congresses: readonly Congress[] = [
  {
    key: "nation",
    id: congressId("nation"),
    level: "nation",
    areaId: districtArea,
    congressNo: 14,
    name: "第十四届全国人民代表大会",
    termStartsOn: day("2023-03-05"),
    seats: 1,
  },
  {
    key: "province",
    id: congressId("province"),
    level: "province",
    areaId: districtArea,
    congressNo: 14,
    name: "安徽省第十四届人民代表大会",
    termStartsOn: day("2023-01-13"),
    seats: 3,
  },
  {
    key: "city",
    id: congressId("city"),
    level: "city",
    areaId: districtArea,
    congressNo: 17,
    name: "淮北市第十七届人民代表大会",
    termStartsOn: day("2022-01-10"),
    seats: 24,
  },
  {
    key: "district",
    id: congressId("district"),
    level: "district",
    areaId: districtArea,
    congressNo: 11,
    name: "杜集区第十一届人民代表大会",
    termStartsOn: day("2021-12-27"),
    seats: districtSeats,
  },
  ...townships
    .filter((one) => one.kind === "town")
    .map(
      (town): Congress => ({
        ...{
          key: town.key,
          id: congressId(town.key),
          level: "town",
          areaId: townshipArea(town.key),
          congressNo: 20,
          name: `${town.name}第二十届人民代表大会`,
        },
        ...{ termStartsOn: day("2021-12-20"), seats: 45 + Math.floor(town.people / 1500) },
      }),
    ),
];

export interface Session {
  readonly id: string;
  readonly congressId: string;
  readonly sessionNo: number;
  readonly openedOn: DateISO;
  readonly closedOn: DateISO;
}

export const sessionId = (congress: string, no: number): string => idOf(`session ${congress} ${no}`);
const session = (congress: string, no: number, openedOn: string, closedOn: string): Session => ({
  ...{ id: sessionId(congress, no), congressId: congressId(congress), sessionNo: no, openedOn: day(openedOn), closedOn: day(closedOn) },
});

export const sessions: readonly Session[] = [
  session("district", 1, "2021-12-27", "2021-12-30"),
  session("district", 2, "2022-06-21", "2022-06-22"),
  session("district", 3, "2023-01-04", "2023-01-06"),
  ...["shuoli", "shitai", "duanyuan"].flatMap((town) => [
    session(town, 1, "2021-12-20", "2021-12-21"),
    session(town, 2, "2022-08-10", "2022-08-10"),
    session(town, 3, "2023-01-16", "2023-01-17"),
    session(town, 4, "2023-07-26", "2023-07-26"),
  ]),
];
