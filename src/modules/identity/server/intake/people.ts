import { sql } from "kysely";
import { add, change } from "../../../../platform/http/collection.ts";
import { PersonFields } from "../../contract.ts";
import { likeness, type Told, whoIs } from "../../namesakes.ts";
import { people } from "../collections.ts";
import { eachOf, type Intake, type IntakeColumn, type Reads, type Values } from "./kind.ts";
import { sayings } from "./words.ts";

const column = (field: string, reads: Reads, required = false): IntakeColumn => ({
  ...{ field, reads, required, heading: `identity.person.field.${field}` },
});

interface Row extends Told {
  readonly id: string;
  readonly version: number;
}

const toldIn = ({ name, bornIn, phone }: Values): Told => ({
  name: String(name),
  bornIn: typeof bornIn === "string" ? bornIn : null,
  phone: typeof phone === "string" ? phone : null,
});

/** People, known by name with month of birth and telephone. */
export const personIntake: Intake = {
  kind: "person",
  title: "identity.person.title",
  help: "identity.intake.kind_help.person",
  sayings,
  columns: [
    column("name", { as: "text" }, true),
    column("gender", { as: "choice", values: ["male", "female"], words: "identity.person.gender" }),
    column("nationality", { as: "text" }),
    column("bornIn", { as: "month" }),
    column("politicalStatus", { as: "text" }),
    column("education", { as: "text" }),
    column("occupation", { as: "text" }),
    column("phone", { as: "text" }),
  ],
  fields: PersonFields.strict(),
  initial: PersonFields.partial({ name: true }).parse({}),
  async known(db, actor, rows) {
    const names = [...new Set(rows.map(({ given }) => String(given["name"])))];
    const found = await sql<Row>`
      select id, name, gender, nationality, born_in, political_status, education, occupation, phone, version from person
      where district = ${actor.district} and name = any(${names}) order by id`.execute(db);
    const byName = Map.groupBy(found.rows, (row) => row.name);
    return {
      keyOf: (given) => String(given["name"]),
      clash: (a, b) => likeness(toldIn(a), toldIn(b)) !== "different",
      find(given) {
        const told = toldIn(given);
        const person = whoIs(told, byName.get(told.name) ?? []);
        if (person === "unclear") return { code: "identity.intake.namesakes", params: { name: told.name } };
        if (!person) return undefined;
        const { id, version, ...values } = person;
        return { id, version, values };
      },
    };
  },
  add: (tx, actor, bodies, now) => eachOf(bodies, (body) => add(tx, people, actor, { ...body }, now)),
  change: (tx, actor, edit) => change(tx, people, actor, { ...edit, body: { ...edit.body } }),
};
