import type { Persona } from "../../src/modules/demonstration/index.ts";
import { idOf } from "./ids.ts";
import { everyone, liaisons, mandates, staffOf } from "./people.ts";
import { areas } from "./places.ts";

const deputy = (level: string, township: string, index = 0): string =>
  mandates.filter((one) => one.level === level && one.township === township)[index]!.personId;

const liaisonIn = (name: string): string => liaisons.get(areas.find((area) => area.name === name)!.id)!;

/** The people one can be in the demonstration world, in the order of a suggestion's way. */
const cast: readonly (readonly [string, string, string])[] = [
  ["deputy", "区人大代表（矿山集）", deputy("district", "kuangshanji")],
  ["cosigner", "区人大代表（联名）", deputy("district", "kuangshanji", 1)],
  ["peer_deputy", "区人大代表（高岳）", deputy("district", "gaoyue")],
  ["town_deputy", "石台镇人大代表", deputy("town", "shitai", 3)],
  ["office", "区人大代表联络室工作人员", staffOf("deputy_office", "officer")],
  ["office_leader", "区人大代表联络室主任", staffOf("deputy_office", "leader")],
  ["government", "区政府督查室工作人员", staffOf("government_office", "officer")],
  ["unit_clerk", "区交通局经办人", staffOf("transport", "officer")],
  ["unit_leader", "区交通局负责人", staffOf("transport", "leader")],
  ["co_clerk", "区城管局经办人", staffOf("urban", "officer")],
  ["co_leader", "区城管局负责人", staffOf("urban", "leader")],
  ["other_clerk", "区住建局经办人", staffOf("housing", "officer")],
  ["presidium", "石台镇人大主席团工作人员", staffOf("shitai_presidium", "officer")],
  ["town_clerk", "石台镇政府经办人", staffOf("shitai_office", "officer")],
  ["town_leader", "石台镇政府负责人", staffOf("shitai_office", "leader")],
  ["committee", "矿山集街道人大工委工作人员", staffOf("kuangshanji_committee", "officer")],
  ["subdistrict_clerk", "矿山集街道办事处经办人", staffOf("kuangshanji_office", "officer")],
  ["subdistrict_leader", "矿山集街道办事处负责人", staffOf("kuangshanji_office", "leader")],
  ["station_officer", "朱庄社区代表活动室联络员", liaisonIn("朱庄社区")],
  ["village_liaison", "任庄村代表联系点联络员", liaisonIn("任庄村")],
  ["administrator", "系统管理员", staffOf("deputy_office", "administrator")],
];

export const accountOf = (personId: string): string => idOf(`account ${personId}`);

export const personas: readonly Persona[] = cast.map(([persona, title, personId]) => ({
  ...{ persona, title, account: accountOf(personId), name: everyone.find((one) => one.id === personId)!.name },
}));

/** The mandate under which a persona acts as a deputy; the first where he holds several. */
export function deputyOf(persona: string): string {
  const personId = cast.find(([one]) => one === persona)?.[2];
  return mandates.find((one) => one.personId === personId)!.id;
}
