import { sql } from "kysely";
import { add, change } from "../../../../platform/http/collection.ts";
import { OrganisationFields } from "../../contract.ts";
import { organisationKinds } from "../../terms.ts";
import { organisations, refuseCircle } from "../collections.ts";
import { eachOf, type Intake, type IntakeColumn, type Reads } from "./kind.ts";
import { sayings } from "./words.ts";

const column = (field: string, reads: Reads, required = false): IntakeColumn => ({
  ...{ field, reads, required, heading: `identity.organisation.field.${field}` },
});

/** Organisations, known by their full name. */
export const organisationIntake: Intake = {
  kind: "organisation",
  title: "identity.organisation.title",
  help: "identity.intake.kind_help.organisation",
  sayings,
  columns: [
    column("name", { as: "text" }, true),
    column("shortName", { as: "text" }, true),
    column("kind", { as: "choice", values: organisationKinds, words: "identity.organisation.kind" }, true),
    column("areaId", { as: "reference", table: "area" }, true),
    column("parentId", { as: "reference", table: "organisation" }),
    column("phone", { as: "text" }),
    column("foundedOn", { as: "day" }),
    column("dissolvedOn", { as: "day" }),
  ],
  fields: OrganisationFields.strict(),
  initial: { parentId: null, phone: null, foundedOn: null, dissolvedOn: null },
  async known(db, actor, rows) {
    const names = [...new Set(rows.map(({ given }) => String(given["name"])))];
    const found = await sql<{ id: string; version: number; name: string }>`
      select id, kind, name, short_name, area_id, parent_id, phone, founded_on, dissolved_on, version from organisation
      where district = ${actor.district} and name = any(${names})`.execute(db);
    const byName = new Map(found.rows.map(({ id, version, ...values }) => [values.name, { id, version, values }]));
    return { keyOf: (given) => String(given["name"]), clash: () => true, find: (given) => byName.get(String(given["name"])) };
  },
  check: async (db, actor, body, id) => refuseCircle(db, actor, "organisation", OrganisationFields.parse(body).parentId, id),
  add: (tx, actor, bodies, now) => eachOf(bodies, (body) => add(tx, organisations, actor, { ...body }, now)),
  change: (tx, actor, edit) => change(tx, organisations, actor, { ...edit, body: { ...edit.body } }),
};
