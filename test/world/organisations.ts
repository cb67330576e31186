import type { OrganisationKind } from "../../src/modules/identity/index.ts";
import { idOf } from "./ids.ts";
import { districtArea, townshipArea, townships } from "./places.ts";

export interface Organisation {
  readonly key: string;
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  readonly areaId: string;
  readonly parentId: string | null;
}

export const organisationId = (key: string): string => idOf(`organisation ${key}`);

const organ = (
  key: string,
  kind: OrganisationKind,
  name: string,
  shortName: string,
  parent?: string,
  areaId: string = districtArea,
): Organisation => ({
  ...{ key, id: organisationId(key), kind, name, shortName, areaId, parentId: parent ? organisationId(parent) : null },
});

const congress = [
  organ("standing_committee", "standing_committee", "杜集区人民代表大会常务委员会", "区人大常委会"),
  organ("chairpersons", "chairpersons_council", "杜集区人大常委会主任会议", "主任会议", "standing_committee"),
  organ("credentials", "credentials_committee", "杜集区人大常委会代表资格审查委员会", "代表资格审查委员会", "standing_committee"),
  organ("finance_committee", "special_committee", "杜集区人大财政经济委员会", "财经委", "standing_committee"),
  organ("supervision_committee", "special_committee", "杜集区人大监察和司法委员会", "监察司法委", "standing_committee"),
  organ("deputy_office", "deputy_office", "杜集区人大常委会代表联络室", "区人大代表联络室", "standing_committee"),
];

const government = [
  organ("government", "government", "杜集区人民政府", "区政府"),
  organ("government_office", "government_office", "杜集区人民政府督查室", "区政府督查室", "government"),
  organ("supervision", "supervision_commission", "杜集区监察委员会", "区监委"),
  organ("court", "court", "杜集区人民法院", "区法院"),
  organ("procuratorate", "procuratorate", "杜集区人民检察院", "区检察院"),
];

const departments: readonly (readonly [string, string, string])[] = [
  ["reform", "杜集区发展和改革委员会", "区发改委"],
  ["education", "杜集区教育局", "区教育局"],
  ["economy", "杜集区科技经济信息化局", "区科经局"],
  ["civil", "杜集区民政局", "区民政局"],
  ["justice", "杜集区司法局", "区司法局"],
  ["finance", "杜集区财政局", "区财政局"],
  ["labour", "杜集区人力资源和社会保障局", "区人社局"],
  ["housing", "杜集区住房和城乡建设局", "区住建局"],
  ["transport", "杜集区交通运输局", "区交通局"],
  ["water", "杜集区农业农村水利局", "区农水局"],
  ["commerce", "杜集区商务局", "区商务局"],
  ["culture", "杜集区文化旅游体育局", "区文旅体局"],
  ["health", "杜集区卫生健康委员会", "区卫健委"],
  ["veterans", "杜集区退役军人事务局", "区退役军人局"],
  ["emergency", "杜集区应急管理局", "区应急局"],
  ["audit", "杜集区审计局", "区审计局"],
  ["market", "杜集区市场监督管理局", "区市场监管局"],
  ["urban", "杜集区城市管理局", "区城管局"],
  ["medical_insurance", "杜集区医疗保障局", "区医保局"],
  ["data", "杜集区数据资源管理局", "区数据局"],
  ["rural", "杜集区乡村振兴局", "区乡村振兴局"],
  ["forestry", "杜集区林业服务中心", "区林业中心"],
];

const others: readonly (readonly [string, string, string])[] = [
  ["environment", "淮北市杜集区生态环境分局", "区生态环境分局"],
  ["resources", "淮北市自然资源和规划局杜集分局", "区自然资源分局"],
  ["police", "淮北市公安局杜集分局", "公安杜集分局"],
  ["power_company", "淮北供电公司杜集供电中心", "杜集供电中心"],
  ["water_company", "淮北市供水公司杜集营业所", "供水公司"],
  ["hospital", "杜集区人民医院", "区人民医院"],
  ["women", "杜集区妇女联合会", "区妇联"],
  ["disabled", "杜集区残疾人联合会", "区残联"],
  ["youth", "共青团杜集区委员会", "团区委"],
];

const local = townships.flatMap(({ key, kind, name, short }) =>
  kind === "town"
    ? [
        organ(`${key}_presidium`, "presidium", `${name}人大主席团`, `${short}人大主席团`, undefined, townshipArea(key)),
        organ(`${key}_office`, "town_government", `${name}人民政府`, `${name}政府`, "government", townshipArea(key)),
      ]
    : [
        organ(`${key}_committee`, "subdistrict_committee", `${name}人大工委`, `${short}人大工委`, "standing_committee", townshipArea(key)),
        organ(`${key}_office`, "subdistrict_office", `${name}办事处`, `${short}办事处`, "government", townshipArea(key)),
      ],
);

export const organisations: readonly Organisation[] = [
  ...congress,
  ...government,
  ...departments.map(([key, name, short]) => organ(key, "department", name, short, "government")),
  ...others.map(([key, name, short]) => organ(key, "other_unit", name, short)),
  ...local,
];

/** The handling units (承办单位). */
export const handlingUnits = organisations.filter((one) =>
  [
    "department",
    "other_unit",
    "town_government",
    "subdistrict_office",
    "court",
    "procuratorate",
    "supervision_commission",
    "government_office",
  ].includes(one.kind),
);

/** Who receives the opinions of a township: its presidium, or the committee of the sub-district. */
export const receiverOf = (township: string): string =>
  organisationId(organisations.find((one) => one.key === `${township}_presidium`)?.key ?? `${township}_committee`);
