import type { AreaKind } from "../../src/modules/identity/index.ts";
import { idOf } from "./ids.ts";

export const district = "340602";

interface Township {
  readonly key: string;
  readonly code: string;
  readonly kind: Extract<AreaKind, "town" | "subdistrict">;
  readonly name: string;
  readonly short: string;
  /** Residents, from which the number of a town's deputies follows (EL-12). */
  readonly people: number;
  readonly villages: readonly string[];
  readonly communities: readonly string[];
  readonly groups: number;
}

/** Towns and sub-districts. Codes of villages are made up; the names are plain names of villages. */
export const townships: readonly Township[] = [
  {
    ...{ key: "shuoli", code: "340602100", kind: "town", name: "朔里镇", short: "朔里", people: 64_000, groups: 3 },
    villages: ["葛塘村", "黄山村", "庙山村", "崔楼村", "陈楼村", "朔西村", "朔东村", "官庄村", "任圩村", "孙庄村", "陈村"],
    communities: ["朔里社区", "矿北社区"],
  },
  {
    ...{ key: "shitai", code: "340602101", kind: "town", name: "石台镇", short: "石台", people: 58_000, groups: 3 },
    villages: ["梧桐村", "刘楼村", "白顶山村", "马桥村", "李楼村", "石西村", "石东村", "窑上村", "徐集村"],
    communities: ["石台社区", "张庄社区"],
  },
  {
    ...{ key: "duanyuan", code: "340602102", kind: "town", name: "段园镇", short: "段园", people: 47_000, groups: 2 },
    villages: ["大庄村", "毛庄村", "单楼村", "牛眠村", "尤窑村", "欧集村", "朱楼村", "段庄村"],
    communities: ["段园社区"],
  },
  {
    ...{ key: "kuangshanji", code: "340602001", kind: "subdistrict", name: "矿山集街道", short: "矿山集", people: 71_000, groups: 3 },
    villages: ["任庄村", "南山村", "双楼村", "梁庄村"],
    communities: ["朱庄社区", "矿山集社区", "岱河社区", "石岗社区"],
  },
  {
    ...{ key: "gaoyue", code: "340602002", kind: "subdistrict", name: "高岳街道", short: "高岳", people: 62_000, groups: 2 },
    villages: ["高岳村", "孙楼村", "袁庄村", "博庄村", "学田村"],
    communities: ["开渠社区", "双龙社区", "滂汪社区"],
  },
];

export interface Area {
  readonly id: string;
  readonly code: string;
  readonly kind: AreaKind;
  readonly name: string;
  readonly parentId: string | null;
}

const areaId = (code: string): string => idOf(`area ${code}`);
export const districtArea = areaId(district);
export const townshipArea = (key: string): string => areaId(townships.find((one) => one.key === key)?.code ?? "");

/** Every area of the world: upper levels only as far as upper congresses need them. */
export const areas: readonly Area[] = [
  { id: districtArea, code: district, kind: "district", name: "杜集区", parentId: null },
  ...townships.flatMap(({ code, kind, name, villages, communities }) => [
    { id: areaId(code), code, kind, name, parentId: districtArea },
    ...villages.map((village, index) => below(code, 200 + index, "village", village)),
    ...communities.map((community, index) => below(code, 1 + index, "community", community)),
  ]),
];

function below(code: string, number: number, kind: AreaKind, name: string): Area {
  const full = `${code}${String(number).padStart(3, "0")}`;
  return { id: areaId(full), code: full, kind, name, parentId: areaId(code) };
}

/** Villages and communities of a township, in the order of their codes. */
export const villagesOf = (key: string): readonly Area[] => areas.filter((area) => area.parentId === townshipArea(key));
