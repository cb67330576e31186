import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect } from "vitest";
import { idOf } from "../world/ids.ts";
import { organisationId } from "../world/organisations.ts";
import { personas } from "../world/personas.ts";
import { areas, district } from "../world/places.ts";
import type { Answer, TestHouse } from "./house.ts";

export const village = (name: string): string => areas.find((area) => area.name === name)?.id ?? "";
export const stationId = idOf("station of the tests");

/** A duty station at Zhuzhuang, kept by the committee of its sub-district, with a deputy placed there. */
export async function openStation(world: TestHouse): Promise<void> {
  const deputy = personas.find(({ persona }) => persona === "deputy")?.account ?? "";
  await world.database.write(async (tx) => {
    await sql`insert into station (district, id, code, kind, name, area_id, organisation_id, address, longitude, latitude, opened_on, hours, equipment,
        phone, photos, sort_key, version)
      values (${district}, ${stationId}, 'TZZ', 'activity_room', '朱庄代表活动室', ${village("朱庄社区")}, ${organisationId("kuangshanji_committee")},
        '朱庄社区服务中心一楼', 116.83, 33.99, '2020-01-01', '[]', '[]', '0561-3000001', '[]', '1', 1)`.execute(tx);
    await sql`insert into station_deputy (district, id, station_id, mandate_id, starts_on, version)
      select ${district}, ${idOf("placed at the station of the tests")}, ${stationId}, m.id, '2022-01-01', 1 from account a
      join mandate m on m.district = a.district and m.person_id = a.person_id and m.status = 'in_force'
      where a.district = ${district} and a.id = ${deputy} limit 1`.execute(tx);
  });
}

export const said = (changes: object = {}) => ({
  submission: randomUUID(),
  words: "朱庄村东头的水泥路坏了三年，一下雨学生就要趟水上学",
  category: "roads",
  stationId,
  ...changes,
});

/** A voice on its way, moved by whoever's turn it is. */
export interface VoiceWay {
  readonly id: string;
  readonly receipt: string;
  does(persona: string, path: string, body?: unknown): Promise<Answer["body"]>;
  tries(persona: string, path: string, body?: unknown): Promise<Answer>;
  sees(persona: string): Promise<Answer>;
  /** What the voter sees by his receipt. */
  thread(): Promise<Answer["body"]>;
  /** What the voter does by his receipt: `appraisals`. */
  voter(what: string, body?: object): Promise<Answer>;
}

/** Somebody speaks on the portal; his voice's way from there. */
export async function spoken(world: TestHouse, changes: object = {}): Promise<VoiceWay> {
  const answer = await world.nobody.post("/api/public/voices", said(changes));
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 201 });
  const found = await sql<{
    id: string;
  }>`select id from voice where district = ${district} and number_year || '-' || lpad(number::text, 5, '0') = ${answer.body.label}
    order by received_at desc, id desc limit 1`.execute(world.database.read);
  return voiceWay(world, found.rows[0]?.id ?? "", answer.body.receipt);
}

export function voiceWay(world: TestHouse, id: string, receipt: string): VoiceWay {
  const at = `/api/voices/${id}`;
  const tries = async (who: string, path: string, body: unknown = {}) => (await world.as(who)).post(`${at}/${path}`, body);
  const voter = (what: string, body: object = {}) => world.nobody.post(`/api/public/voice-${what}`, { receipt, ...body });
  return {
    ...{ id, receipt, tries, voter },
    async does(who, path, body = {}) {
      const answer = await tries(who, path, body);
      expect(answer, `${who} ${path} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 201 });
      return answer.body;
    },
    sees: async (who) => (await world.as(who)).get(at),
    async thread() {
      const answer = await voter("threads");
      expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
      return answer.body;
    },
  };
}

export const office = { unitId: organisationId("kuangshanji_office") };
export const solved = { answer: "破损路段已经重新浇筑，排水沟也疏通了。", solved: true };
