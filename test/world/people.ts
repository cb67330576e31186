import { nameKey, type RoleName } from "../../src/modules/identity/index.ts";
import type { DateISO } from "../../src/platform/clock/instant.ts";
import { type Congress, congresses } from "./congresses.ts";
import { idOf } from "./ids.ts";
import { personName } from "./names.ts";
import { organisationId, organisations } from "./organisations.ts";
import { type Area, areas, townshipArea, townships, villagesOf } from "./places.ts";
import { type Random, randomFrom } from "./texts/random.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly gender: "male" | "female";
  readonly nationality: string;
  readonly bornIn: string;
  readonly politicalStatus: string;
  readonly education: string;
  readonly occupation: string;
  readonly phone: null;
  readonly sortKey: string;
}

export interface ElectoralDistrict {
  readonly id: string;
  readonly congressId: string;
  readonly number: number;
  readonly name: string;
  readonly areaId: string;
  readonly seats: number;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly areaId: string | null;
  readonly field: string | null;
  readonly township: string | null;
}

export interface Mandate {
  readonly id: string;
  readonly key: string;
  readonly personId: string;
  readonly congressId: string;
  readonly level: Congress["level"];
  readonly electoralDistrictId: string | null;
  readonly delegationId: string | null;
  readonly groupId: string | null;
  readonly areaId: string;
  /** Which township he comes from. */
  readonly township: string;
  readonly cardNo: string;
  readonly directlyElected: boolean;
  readonly electedOn: DateISO;
}

export interface Role {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly name: RoleName;
}

const random = randomFrom("people");
const people: Person[] = [];

function person(key: string, options: { staff?: boolean; female?: boolean; occupation?: string } = {}): Person {
  const gender = (options.female ?? random.chance(0.36)) ? "female" : "male";
  const name = personName(random, gender);
  const made: Person = {
    ...{ id: idOf(`person ${key}`), name, gender, nationality: random.chance(0.97) ? "汉族" : "回族", phone: null, sortKey: nameKey(name) },
    bornIn: `${random.int(1958, 1995)}-${String(random.int(1, 12)).padStart(2, "0")}`,
    politicalStatus: random.pick(["中共党员", "中共党员", "中共党员", "群众", "无党派人士", "民盟盟员", "农工党党员"]),
    education: random.pick(["初中", "高中", "中专", "大专", "大专", "本科", "本科", "研究生"]),
    occupation: options.occupation ?? (options.staff ? "国家机关工作人员" : random.pick(occupations)),
  };
  people.push(made);
  return made;
}

const occupations = [
  "村党总支书记",
  "村民委员会主任",
  "村民小组长",
  "种粮大户",
  "家庭农场主",
  "农民专业合作社理事长",
  "乡村医生",
  "小学教师",
  "中学教师",
  "社区党委书记",
  "社区网格员",
  "企业负责人",
  "企业技术员",
  "煤矿工人",
  "个体工商户",
  "医院护士长",
  "退休干部",
  "律师",
  "快递站点负责人",
  "养殖户",
];

// Groups: fifteen, by area and by field ---------------------------------------------------------------

export const groups: readonly Group[] = [
  ...townships.flatMap(({ key, short, groups }) =>
    Array.from(
      { length: groups },
      (_, index): Group => ({
        id: idOf(`group ${key} ${index + 1}`),
        name: `${short}第${"一二三"[index]}代表小组`,
        areaId: townshipArea(key),
        field: null,
        township: key,
      }),
    ),
  ),
  { id: idOf("group organs"), name: "区直机关代表小组", areaId: null, field: "机关事业单位", township: null },
  { id: idOf("group enterprises"), name: "工业企业代表小组", areaId: null, field: "工业企业", township: null },
];

export const delegations = townships.map(({ key, short }) => ({
  id: idOf(`delegation ${key}`),
  congressId: idOf("congress district"),
  name: `${short}代表团`,
  areaId: townshipArea(key),
}));

// Electoral districts and directly elected deputies ---------------------------------------------------

export const electoralDistricts: ElectoralDistrict[] = [];
export const mandates: Mandate[] = [];

function elect(congress: Congress, township: (typeof townships)[number], seats: number, from: number): number {
  const villages = villagesOf(township.key);
  let [number, left, index] = [from, seats, 0];
  while (left > 0) {
    const village = villages[index++ % villages.length]!;
    const here = Math.min(left, congress.level === "town" ? 3 : random.int(2, 3));
    const electoral = {
      id: idOf(`electoral ${congress.key} ${number}`),
      congressId: congress.id,
      number,
      name: `第${number}选区（${village.name}${index > villages.length ? "片" : ""}）`,
      areaId: village.id,
      seats: here,
    };
    electoralDistricts.push(electoral);
    for (let seat = 0; seat < here; seat++) seatOne(congress, township, electoral, village, seat);
    left -= here;
    number++;
  }
  return number;
}

function seatOne(
  congress: Congress,
  township: (typeof townships)[number],
  electoral: ElectoralDistrict,
  village: Area,
  seat: number,
): void {
  const key = `${congress.key} ${electoral.number} ${seat}`;
  const own = groups.filter((group) => group.township === township.key);
  const group =
    congress.level === "district" && random.chance(0.15) ? random.pick(groups.filter((one) => one.township === null)) : random.pick(own);
  mandates.push({
    ...{
      id: idOf(`mandate ${key}`),
      key,
      personId: deputyFor(congress, township.key, key, random),
      congressId: congress.id,
      level: congress.level,
    },
    ...{
      electoralDistrictId: electoral.id,
      delegationId: congress.level === "district" ? idOf(`delegation ${township.key}`) : null,
      groupId: group.id,
    },
    ...{
      areaId: village.id,
      township: township.key,
      cardNo: `${congress.level === "district" ? "DJ" : "Z"}${congress.congressNo}-${String(mandates.length + 1).padStart(4, "0")}`,
    },
    ...{ directlyElected: true, electedOn: "2021-12-08" as DateISO },
  });
}

/** Some are deputies of their town and of the district at once: one person, two mandates (EL-48). */
function deputyFor(congress: Congress, township: string, key: string, random: Random): string {
  if (congress.level === "town" && random.chance(0.06)) {
    const free = mandates.filter(
      (one) =>
        one.level === "district" &&
        one.township === township &&
        !mandates.some((other) => other.level === "town" && other.personId === one.personId),
    );
    if (free.length > 0) return random.pick(free).personId;
  }
  return person(`deputy ${key}`).id;
}

const district = congresses.find((one) => one.key === "district")!;
const all = townships.reduce((sum, one) => sum + one.people, 0);
let number = 1;
let seated = 0;
townships.forEach((township, index) => {
  const seats = index === townships.length - 1 ? district.seats - seated : Math.round((district.seats * township.people) / all);
  number = elect(district, township, seats, number);
  seated += seats;
});
for (const town of townships.filter((one) => one.kind === "town")) {
  const congress = congresses.find((one) => one.key === town.key)!;
  elect(congress, town, congress.seats, 1);
}

// Deputies of upper levels, elected by congresses -------------------------------------------------------

for (const key of ["city", "province", "nation"] as const) {
  const congress = congresses.find((one) => one.key === key)!;
  for (let seat = 0; seat < congress.seats; seat++) {
    const township = townships[seat % townships.length]!;
    mandates.push({
      ...{
        id: idOf(`mandate ${key} ${seat}`),
        key: `${key} ${seat}`,
        personId: person(`deputy ${key} ${seat}`).id,
        congressId: congress.id,
        level: congress.level,
      },
      ...{ electoralDistrictId: null, delegationId: null, groupId: groups.find((one) => one.township === township.key)!.id },
      ...{
        areaId: townshipArea(township.key),
        township: township.key,
        cardNo: `${key.slice(0, 1).toUpperCase()}${congress.congressNo}-${String(seat + 1).padStart(3, "0")}`,
      },
      ...{ directlyElected: false, electedOn: congress.termStartsOn },
    });
  }
}

// Staff ---------------------------------------------------------------------------------------------------

type Post = readonly [organisation: string, role: RoleName, count: number];

const officers: readonly Post[] = organisations.flatMap(({ key, kind }): Post[] => {
  if (kind === "chairpersons_council" || kind === "credentials_committee" || kind === "government") return [];
  if (kind === "deputy_office")
    return [
      [key, "officer", 2],
      [key, "leader", 1],
      [key, "administrator", 1],
    ];
  return [
    [key, "officer", 1],
    [key, "leader", 1],
  ];
});

export const roles: readonly Role[] = officers.flatMap(([key, name, count]) =>
  Array.from({ length: count }, (_, index) => ({
    ...{
      id: idOf(`role ${key} ${name} ${index}`),
      personId: person(`staff ${key} ${name} ${index}`, { staff: true }).id,
      organisationId: organisationId(key),
      name,
    },
  })),
);

// Liaison officers of stations --------------------------------------------------------------------------------

/** Whoever keeps the station open in a village or a community; neither an office nor a mandate. */
export const liaisons: ReadonlyMap<string, string> = new Map(
  areas
    .filter(({ kind }) => kind === "village" || kind === "community")
    .map(({ id, code, kind }) => [id, person(`liaison ${code}`, { occupation: kind === "village" ? "村文书" : "社区工作者" }).id]),
);

export const everyone: readonly Person[] = people;
export const areaNameOf = (id: string): string => areas.find((area) => area.id === id)?.name ?? "";
export const staffOf = (key: string, name: RoleName): string => idOf(`person staff ${key} ${name} 0`);
