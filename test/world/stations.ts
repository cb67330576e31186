import { nameKey } from "../../src/modules/identity/index.ts";
import { idOf } from "./ids.ts";
import { organisationId } from "./organisations.ts";
import { groups, liaisons, type Mandate, mandates, staffOf } from "./people.ts";
import { type Area, areas, districtArea, townshipArea, townships, villagesOf } from "./places.ts";
import { randomFrom } from "./texts/random.ts";

type Township = (typeof townships)[number];

/** A duty station of the world, with the people of its place. */
export interface Station {
  readonly id: string;
  readonly code: string;
  readonly kind: "home" | "station" | "room" | "point";
  readonly name: string;
  readonly areaId: string;
  readonly organisationId: string;
  readonly address: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly openedOn: string;
  readonly floorArea: number;
  readonly rooms: number;
  readonly phone: string;
  readonly about: string;
  /** Where it lies; null for those of the whole district. */
  readonly township: string | null;
  readonly cover: readonly { readonly areaId: string; readonly grid: string | null }[];
  readonly head: string;
  readonly liaison: string;
  /** Mandates placed there. */
  readonly placed: readonly string[];
}

const random = randomFrom("stations");

/** Where the towns lie, in plausible degrees; the points of villages are made up around them, they are nobody's survey. */
const centres: Readonly<Record<string, readonly [longitude: number, latitude: number]>> = {
  shuoli: [116.893, 34.018],
  shitai: [116.862, 34.062],
  duanyuan: [116.741, 34.172],
  kuangshanji: [116.819, 34.001],
  gaoyue: [116.792, 33.986],
};

/** Letters of a town's stations, as they stand on its posters. */
const letters: Readonly<Record<string, string>> = { shuoli: "SL", shitai: "ST", duanyuan: "DY", kuangshanji: "KS", gaoyue: "GY" };

const point = (township: string | null, spread: number) => {
  const [longitude, latitude] = centres[township ?? "kuangshanji"]!;
  const off = () => (random.next() - 0.5) * spread;
  return { longitude: Number((longitude + off()).toFixed(6)), latitude: Number((latitude + off()).toFixed(6)) };
};

/** Numbers that no exchange gives out. */
let phones = 1000;
const phone = () => `0561-000${++phones}`;

const organOf = ({ key, kind }: Township) => (kind === "town" ? `${key}_presidium` : `${key}_committee`);
const placedBy = (holds: (mandate: Mandate) => boolean) => mandates.filter(holds).map(({ id }) => id);
const upper = ({ level }: Mandate) => level !== "town";

type Made = Omit<Station, "id" | "organisationId" | "longitude" | "latitude" | "phone" | "head"> & {
  readonly organ: string;
  readonly head?: string;
};

const station = ({ organ, head, ...made }: Made): Station => ({
  ...{ id: idOf(`station ${made.code}`), organisationId: organisationId(organ), head: head ?? staffOf(organ, "leader"), phone: phone() },
  ...point(made.township, made.kind === "point" ? 0.07 : 0.03),
  ...made,
});

const home = station({
  ...{ code: "DJ01", kind: "home", name: "杜集区人大代表之家", areaId: districtArea, organ: "deputy_office", township: null },
  ...{ address: "杜集区政务服务中心二楼", openedOn: "2018-06-28", floorArea: 260, rooms: 5, liaison: staffOf("deputy_office", "officer") },
  about: "全区各级人大代表学习、履职和联系群众的共同场所，每月第一个星期三由区人大代表接待选民。",
  cover: townships.map(({ key }) => ({ areaId: townshipArea(key), grid: null })),
  placed: placedBy(({ level }) => level === "city" || level === "province" || level === "nation"),
});

const townStations = townships.map((township) =>
  station({
    ...{ code: `${letters[township.key]}01`, kind: "station", name: `${township.name}人大代表联络站`, areaId: townshipArea(township.key) },
    ...{ organ: organOf(township), township: township.key, address: `${township.name}便民服务中心一楼东侧`, openedOn: "2019-03-15" },
    ...{ floorArea: random.int(100, 180), rooms: random.int(3, 5), liaison: staffOf(organOf(township), "officer") },
    about: `${township.short}各级人大代表接待选民、学习议事的场所，每周二上午有代表轮值接待。`,
    cover: villagesOf(township.key).map(({ id }) => ({ areaId: id, grid: null })),
    placed: placedBy((mandate) => mandate.township === township.key && upper(mandate)),
  }),
);

/** The village in which a group of deputies meets, and those after it which belong to it. */
function placesOf(township: Township, index: number): readonly Area[] {
  const villages = villagesOf(township.key);
  const step = Math.floor(villages.length / township.groups);
  return villages.slice(index * step, index === township.groups - 1 ? undefined : (index + 1) * step);
}

/** The six villages of the community whose road the newspaper tells of. */
const grids = ["一村", "二村", "三村", "四村", "五村", "六村"];

const rooms = townships.flatMap((township) =>
  groups
    .filter((group) => group.township === township.key)
    .map((group, index) => {
      const [seat, ...others] = placesOf(township, index) as [Area, ...Area[]];
      const zhuzhuang = seat.name === "朱庄社区";
      return station({
        ...{ code: zhuzhuang ? "ZZ01" : `${letters[township.key]}1${index + 1}`, kind: "room", areaId: seat.id, organ: organOf(township) },
        ...{ name: `${seat.name}人大代表活动室`, township: township.key, openedOn: `20${random.int(18, 21)}-0${random.int(3, 9)}-18` },
        address: `${township.name}${seat.name}党群服务中心${random.pick(["一楼", "二楼", "院内东侧"])}`,
        ...{ floorArea: random.int(60, 120), rooms: random.int(2, 4), liaison: liaisons.get(seat.id)! },
        about: `${group.name}活动室，每月15日上午有代表在此接待选民，遇休息日顺延到下一个工作日。`,
        cover: [
          ...(zhuzhuang ? grids.map((grid) => ({ areaId: seat.id, grid })) : [{ areaId: seat.id, grid: null }]),
          ...others.map(({ id }) => ({ areaId: id, grid: null })),
        ],
        placed: placedBy((mandate) => mandate.groupId === group.id),
      });
    }),
);

const fieldRooms = groups
  .filter(({ township }) => township === null)
  .map((group, index) =>
    station({
      ...{ code: `DJ1${index + 1}`, kind: "room", areaId: districtArea, organ: "deputy_office", township: null, openedOn: "2020-05-12" },
      ...{
        name: `${group.name.replace("代表小组", "")}人大代表活动室`,
        floorArea: 80,
        rooms: 2,
        liaison: staffOf("deputy_office", "officer"),
      },
      address: index === 0 ? "杜集区人大常委会办公楼一楼" : "杜集经济开发区企业服务中心二楼",
      about: `${group.name}活动室，每月15日上午有代表在此接待选民，遇休息日顺延到下一个工作日。`,
      cover: [{ areaId: districtArea, grid: null }],
      placed: placedBy((mandate) => mandate.groupId === group.id),
    }),
  );

const seats = new Set(rooms.map(({ areaId }) => areaId));

const points = townships.flatMap((township) =>
  villagesOf(township.key)
    .filter(({ id }) => !seats.has(id))
    .map((village, index) =>
      station({
        ...{ code: `${letters[township.key]}${21 + index}`, kind: "point", name: `${village.name}人大代表联系点`, areaId: village.id },
        ...{ organ: organOf(township), township: township.key, openedOn: `202${random.int(0, 1)}-${random.pick(["03", "05", "09"])}-10` },
        address: `${township.name}${village.name}${village.kind === "village" ? "村委会" : "居委会"}院内`,
        ...{ floorArea: random.int(16, 40), rooms: 1, head: liaisons.get(village.id)!, liaison: liaisons.get(village.id)! },
        about: "村级联系点，联络员工作日值守，单月20日联络员接待；有事可以扫码，也可以当面说。",
        cover: [{ areaId: village.id, grid: null }],
        placed: placedBy((mandate) => mandate.areaId === village.id && mandate.directlyElected),
      }),
    ),
);

/** From the district down to the villages. */
export const stations: readonly Station[] = [home, ...townStations, ...rooms, ...fieldRooms, ...points];
export const stationByCode = (code: string): Station => stations.find((one) => one.code === code)!;
/** The station nearest to the people of a village. */
export const stationIn = (areaId: string): Station | undefined => stations.find((one) => one.areaId === areaId);

const weekdays = [1, 2, 3, 4, 5];
const openHours = {
  home: [{ weekdays, from: "08:30", to: "17:30" }],
  station: [{ weekdays, from: "08:30", to: "17:30" }],
  room: [{ weekdays, from: "08:30", to: "11:30" }],
  point: [
    { weekdays, from: "08:00", to: "11:30" },
    { weekdays, from: "14:30", to: "17:30" },
  ],
};
const small = ["signboard", "notice_board", "suggestion_box"];
const equipment = {
  home: [...small, "reception_room", "meeting_room", "computer", "printer", "screen", "bookshelf", "accessible"],
  station: [...small, "reception_room", "meeting_room", "computer", "printer", "bookshelf", "accessible"],
  room: [...small, "reception_room", "computer", "bookshelf"],
  point: small,
};

export const stationRows = stations.map(({ township: _t, cover: _c, head: _h, liaison: _l, placed: _p, ...row }) => ({
  ...row,
  ...{ closedOn: null, closingReason: null, hours: JSON.stringify(openHours[row.kind]), equipment: JSON.stringify(equipment[row.kind]) },
  ...{ photos: "[]", sortKey: nameKey(row.name), version: 1 },
}));

export const coverRows = stations.flatMap(({ id, cover }) =>
  cover.map(({ areaId, grid }) => ({ id: idOf(`cover ${id} ${areaId} ${grid}`), stationId: id, areaId, grid })),
);

export const staffRows = stations.flatMap(({ id, head, liaison }) =>
  (
    [
      ["head", head],
      ["liaison", liaison],
    ] as const
  ).map(([post, personId]) => ({
    ...{ id: idOf(`staff ${id} ${post}`), stationId: id, personId, post, startsOn: "2022-01-01" },
    ...{ endsOn: null, version: 1 },
  })),
);

/** The day from which deputies of this term are placed; those of upper levels since they are elected. */
export const placedSince = new Map(mandates.map(({ id, electedOn }) => [id, electedOn < "2022-01-10" ? "2022-01-10" : electedOn]));

export const placementRows = stations.flatMap(({ id, placed }) =>
  placed.map((mandateId) => ({
    ...{
      id: idOf(`placement ${id} ${mandateId}`),
      stationId: id,
      mandateId,
      startsOn: placedSince.get(mandateId)!,
      endsOn: null,
      version: 1,
    },
  })),
);

export const areaOf = (id: string): Area => areas.find((area) => area.id === id)!;
