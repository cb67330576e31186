import type { Season } from "./opinions/kind.ts";
import type { Variables } from "./template.ts";

export interface OpinionPlace {
  /** 朱庄社区 */
  readonly village: string;
  /** 矿山集街道 */
  readonly town: string;
}

const seasonal: Readonly<Record<Season, string>> = {
  spring: "{今年开春以来|入春以来|今年以来|最近一个月}",
  summer: "{入夏以来|进入汛期以来|今年以来|近期}",
  autumn: "{入秋以来|今年以来|近期|最近一段时间}",
  winter: "{入冬以来|今年冬天以来|近期|最近一段时间}",
};

const common: Variables = {
  hh: "{20-160}",
  at: "{v}{spot}",
  hamlet:
    "{前李庄|后李庄|张圩|王楼|赵洼|孙庄|徐楼|刘寨|陈洼|周庄|大李家|小马庄|西周庄|东徐庄|蒋圩|丁楼|任庄|南徐庄|小谢庄|吴寨|后马场|梁庄}",
  estate: "{矿工新村|和谐家园|惠民小区|安居苑|朝阳花园|北苑小区|学苑小区|丰泽园|祥和佳苑|沉陷搬迁安置小区|东风小区}",
  tower: "{安居苑|朝阳花园|丰泽园|祥和佳苑|学府名苑|滨湖花园|锦绣东方|金地家园|翰林雅居|沉陷搬迁安置小区}",
  oldEstate: "{矿工新村|一矿家属院|水泥厂家属院|供销社家属院|粮站家属院|惠民小区|东风小区|电厂家属院}",
  road: "{朝阳路|矿山路|振兴路|学府路|滨河路|腾飞路|朔石路|段蔡路|纬三路|经一路|东外环路|北环路|迎宾路|光明路}",
  river: "{闸河|龙岱河|老濉河|跃进沟|中心沟|北大沟|南干渠|东引河}",
  field: "{西湖片|南湖片|东湖片|北洼片|河东片|西大田|南大田|路北片|家后片}",
  ditch: "{中心沟|东沟|西大沟|北截水沟|生产沟|南排沟|二号沟|分界沟}",
};

const isStreet = (town: string) => town.endsWith("街道");

export const isVillage = (place: OpinionPlace) => place.village.endsWith("村");

/** What the templates of opinions may say about this place in this season; `us` answers for it. */
export function placeVariables(place: OpinionPlace, season: Season, us: string): Variables {
  const village = isVillage(place);
  const street = isStreet(place.town);
  return {
    ...common,
    v: place.village,
    t: place.town,
    us,
    level: street ? "街道" : "镇里",
    clinic: street ? "社区卫生服务中心" : "镇卫生院",
    folk: village ? "村民" : "居民",
    committee: village ? "村委会" : "社区居委会",
    spot: village
      ? "{{一|二|三|四|五|六|七|八|九}组|{hamlet}自然村|{hamlet}|{东|西|南|北}头}"
      : "{{一|二|三|四|五|六|七|八}组|{一|二|三|四|五|六}村|{hamlet}|{estate}}",
    since: seasonal[season],
  };
}

/** The town government or the sub-district office. */
export const townOffice = (town: string) => (isStreet(town) ? `${town}办事处` : `${town}政府`);

const communityWords: readonly (readonly [RegExp, string])[] = [
  [/村里/g, "社区"],
  [/全村/g, "整个社区"],
  [/[该本]村/g, "该社区"],
  [/进村(?!道路|主路|路口|\|)/g, "进社区"],
  [/到村(?![口头部])/g, "到社区"],
  [/驻村/g, "驻社区"],
  [/村务/g, "居务"],
  [/村规民约/g, "居民公约"],
  [/村集体/g, "社区集体"],
  [/(?<!乡)村医/g, "社区医生"],
];

const reworded = new Map<string, string>();

/** A template written for villages, in the words of a community where this place is one. */
export function worded(template: string, place: OpinionPlace): string {
  if (isVillage(place)) return template;
  const known =
    reworded.get(template) ?? communityWords.reduce((text, [village, community]) => text.replaceAll(village, community), template);
  reworded.set(template, known);
  return known;
}
