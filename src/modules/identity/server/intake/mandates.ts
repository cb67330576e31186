import { sql } from "kysely";
import type { Db } from "../../../../platform/db/database.ts";
import { MandateFields } from "../../contract.ts";
import { type Told, whoIs } from "../../namesakes.ts";
import { addMandate, changeMandate } from "../mandates.ts";
import { type Existing, eachOf, type Intake, type IntakeColumn, type Read, type Reads } from "./kind.ts";
import { sayings } from "./words.ts";

const column = (field: string, reads: Reads, required = false): IntakeColumn => ({
  ...{ field, reads, required, heading: `identity.mandate.field.${field}` },
});

/** Mandates, known by person and congress; the person is known as in the sheet of people. */
export const mandateIntake: Intake = {
  kind: "mandate",
  title: "identity.mandate.title",
  help: "identity.intake.kind_help.mandate",
  sayings,
  columns: [
    column("personId", { as: "text" }, true),
    { field: "bornIn", heading: "identity.person.field.bornIn", required: false, reads: { as: "month" } },
    { field: "phone", heading: "identity.person.field.phone", required: false, reads: { as: "text" } },
    column("congressId", { as: "reference", table: "congress" }, true),
    column("electoralDistrictId", { as: "reference", table: "electoral_district", within: "congressId" }),
    column("delegationId", { as: "reference", table: "delegation", within: "congressId" }),
    column("groupId", { as: "reference", table: "deputy_group" }),
    column("areaId", { as: "reference", table: "area" }, true),
    column("cardNo", { as: "text" }),
    column("electedOn", { as: "day" }, true),
    column("directlyElected", { as: "yes_no" }, true),
    column("byElection", { as: "yes_no" }),
  ],
  fields: MandateFields.strict(),
  initial: { electoralDistrictId: null, delegationId: null, groupId: null, cardNo: null, byElection: false },
  async settle(db, actor, rows) {
    const known = await peopleNamed(db, actor.district, rows);
    return rows.map((row) => withPerson(row, known));
  },
  async known(db, actor, rows) {
    const ids = [...new Set(rows.flatMap(({ given, faults }) => (faults.length === 0 ? [given["personId"]] : [])))];
    const found = await sql<{ id: string; version: number; personId: string; congressId: string }>`
      select id, version, person_id, congress_id, electoral_district_id, delegation_id, group_id, area_id, card_no, directly_elected,
        by_election, elected_on from mandate where district = ${actor.district} and person_id = any(${ids}::uuid[])`.execute(db);
    const all = found.rows.map(
      ({ id, version, ...values }) => [`${values.personId} ${values.congressId}`, { id, version, values }] as const,
    );
    const byKey = new Map<string, Existing>(all);
    const keyOf = (given: Read["given"]) => `${given["personId"]} ${given["congressId"]}`;
    return { keyOf, clash: () => true, find: (given) => byKey.get(keyOf(given)) };
  },
  add: (tx, actor, bodies, now) => eachOf(bodies, (body) => addMandate(tx, actor, MandateFields.parse(body), now)),
  change: (tx, actor, { body, ...edit }) => changeMandate(tx, actor, { ...edit, body: MandateFields.parse(body) }),
};

type Named = Told & { readonly id: string };

async function peopleNamed(db: Db, district: string, rows: readonly Read[]): Promise<ReadonlyMap<string, readonly Named[]>> {
  const names = [...new Set(rows.map(({ texts }) => texts["personId"] ?? ""))];
  const found = await sql<Named>`
    select id, name, born_in, phone from person where district = ${district} and name = any(${names}) order by id`.execute(db);
  return Map.groupBy(found.rows, (row) => row.name);
}

function withPerson(row: Read, known: ReadonlyMap<string, readonly Named[]>): Read {
  const { bornIn, phone, personId: _, ...given } = row.given;
  if (row.faults.length > 0) return row;
  const name = row.texts["personId"] ?? "";
  const told = { name, bornIn: typeof bornIn === "string" ? bornIn : null, phone: typeof phone === "string" ? phone : null };
  const person = whoIs(told, known.get(name) ?? []);
  if (person && person !== "unclear") return { ...row, given: { ...given, personId: person.id } };
  const code = person === "unclear" ? "identity.intake.namesakes" : "identity.intake.no_such_person";
  return { ...row, given, faults: [{ field: "personId", code, params: { name } }] };
}
