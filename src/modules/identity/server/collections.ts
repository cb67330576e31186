import { sql } from "kysely";
import { pinyin } from "pinyin-pro";
import type { Db } from "../../../platform/db/database.ts";
import { type Collection, collection } from "../../../platform/http/collection.ts";
import { invalid, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../actor.ts";
import {
  AreaFields,
  CongressFields,
  CongressSessionFields,
  DelegationFields,
  DeputyGroupFields,
  ElectoralDistrictFields,
  OrganisationFields,
  PersonFields,
  RoleFields,
} from "../contract.ts";
import type { IdentityTables } from "./tables.ts";

const shared = { tag: "identity", look: "duty:identity.look_up", keep: "duty:identity.keep" } as const;
/** Places and organs are known to everybody; whoever works at a station alone, without an office or a mandate, picks them in forms. */
const known = { ...shared, look: "signed-in" } as const;

/**
 * Names in the order of their pronunciation, so that a list reads like a Chinese register. A person's name ends with
 * what one types to find it, `wangwei` and `ww`; longer names do without, because a cursor carries the whole key.
 */
export function nameKey(name: string): string {
  const syllables = pinyin(name, { toneType: "none", type: "array", surname: "head" });
  const key = `${syllables.join(" ")} ${name}`;
  return syllables.length > 10 ? key : `${key} ${syllables.join("")} ${syllables.map((syllable) => syllable.charAt(0)).join("")}`;
}

/** Areas above the district come by their code; a circle of parents would hang every tree. */
export async function refuseCircle(
  db: Db,
  actor: Actor,
  table: "area" | "organisation",
  parentId: string | null,
  id: string | undefined,
): Promise<Refusal | undefined> {
  if (!id || !parentId) return undefined;
  const found = await sql<{ circle: boolean }>`
    with recursive up as (
      select id, parent_id, 1 as depth from ${sql.table(table)} where district = ${actor.district} and id = ${parentId}
      union all
      select t.id, t.parent_id, up.depth + 1 from ${sql.table(table)} t join up on t.id = up.parent_id where t.district = ${actor.district} and up.depth < 20
    ) select coalesce(bool_or(id = ${id}), false) as circle from up`.execute(db);
  return found.rows[0]?.circle ? invalid({ field: "parentId", code: "identity.parent_circle" }) : undefined;
}

const late = (field: string, from: string, to: string | null): Refusal | undefined =>
  to !== null && to < from ? invalid({ field, code: "field.before_start", params: { start: from } }) : undefined;

const areas: Collection<Actor, typeof AreaFields> = {
  ...known,
  name: "area",
  words: "identity.area",
  references: { parentId: "area" },
  path: "/api/areas",
  fields: AreaFields,
  search: ["name", "code"],
  filters: ["kind", "parentId"],
  order: "sortKey",
  derive: ({ code }) => ({ sortKey: code }),
  check: (db, actor, { parentId }, id) => refuseCircle(db, actor, "area", parentId, id),
};

export const organisations: Collection<Actor, typeof OrganisationFields> = {
  ...known,
  name: "organisation",
  words: "identity.organisation",
  references: { areaId: "area", parentId: "organisation" },
  path: "/api/organisations",
  fields: OrganisationFields,
  search: ["name", "shortName", "sortKey"],
  filters: ["kind", "areaId", "parentId"],
  order: "sortKey",
  derive: ({ name }) => ({ sortKey: nameKey(name) }),
  check: (db, actor, { parentId }, id) => refuseCircle(db, actor, "organisation", parentId, id),
};

const congresses: Collection<Actor, typeof CongressFields> = {
  ...shared,
  name: "congress",
  words: "identity.congress",
  references: { areaId: "area" },
  path: "/api/congresses",
  fields: CongressFields,
  search: ["name"],
  filters: ["level", "areaId"],
  order: "name",
  check: async (_db, _actor, { termStartsOn, termEndedOn }) =>
    termEndedOn !== null && termEndedOn <= termStartsOn
      ? invalid({ field: "termEndedOn", code: "identity.congress.ends_before_start" })
      : undefined,
};

const sessions: Collection<Actor, typeof CongressSessionFields> = {
  ...shared,
  name: "congress_session",
  words: "identity.session",
  references: { congressId: "congress" },
  path: "/api/congress-sessions",
  fields: CongressSessionFields,
  search: [],
  filters: ["congressId"],
  order: "openedOn",
  check: async (_db, _actor, { openedOn, closedOn }) => late("closedOn", openedOn, closedOn),
};

const electoralDistricts: Collection<Actor, typeof ElectoralDistrictFields> = {
  ...shared,
  name: "electoral_district",
  words: "identity.electoral_district",
  references: { congressId: "congress", areaId: "area" },
  path: "/api/electoral-districts",
  fields: ElectoralDistrictFields,
  search: ["name"],
  filters: ["congressId", "areaId"],
  order: "number",
};

const delegations: Collection<Actor, typeof DelegationFields> = {
  ...shared,
  name: "delegation",
  words: "identity.delegation",
  references: { congressId: "congress", areaId: "area" },
  path: "/api/delegations",
  fields: DelegationFields,
  search: ["name"],
  filters: ["congressId", "areaId"],
  order: "name",
};

const groups: Collection<Actor, typeof DeputyGroupFields> = {
  ...shared,
  name: "deputy_group",
  words: "identity.group",
  references: { areaId: "area" },
  path: "/api/deputy-groups",
  fields: DeputyGroupFields,
  search: ["name", "field"],
  filters: ["areaId"],
  order: "name",
};

export const people: Collection<Actor, typeof PersonFields> = {
  ...shared,
  look: shared.keep,
  name: "person",
  words: "identity.person",
  path: "/api/people",
  fields: PersonFields,
  search: ["name", "sortKey", "phone"],
  filters: [],
  order: "sortKey",
  derive: ({ name }) => ({ sortKey: nameKey(name) }),
};

const roles: Collection<Actor, typeof RoleFields> = {
  ...shared,
  look: shared.keep,
  name: "role",
  words: "identity.role",
  references: { personId: "person", organisationId: "organisation" },
  path: "/api/roles",
  fields: RoleFields,
  search: [],
  filters: ["personId", "organisationId", "name"],
  order: "startsOn",
  check: async (db, actor, role, id) => (await refuseAdministrator(db, actor, role.name, id)) ?? late("endsOn", role.startsOn, role.endsOn),
};

/**
 * Only an administrator makes administrators, and only he unmakes them: the office that keeps the roll can neither
 * widen its own powers nor shake off whoever watches over it.
 */
async function refuseAdministrator(db: Db, actor: Actor, name: string, id: string | undefined): Promise<Refusal | undefined> {
  if (actor.roles.some((role) => role.name === "administrator")) return undefined;
  const tables = db.withTables<IdentityTables>();
  const before = id
    ? await tables.selectFrom("role").select("name").where("district", "=", actor.district).where("id", "=", id).executeTakeFirst()
    : undefined;
  return name === "administrator" || before?.name === "administrator"
    ? invalid({ field: "name", code: "identity.role.administrator_only" })
    : undefined;
}

export const collectionRoutes = [
  ...collection(areas),
  ...collection(organisations),
  ...collection(congresses),
  ...collection(sessions),
  ...collection(electoralDistricts),
  ...collection(delegations),
  ...collection(groups),
  ...collection(people),
  ...collection(roles),
];
