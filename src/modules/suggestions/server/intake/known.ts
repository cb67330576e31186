import { sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../../platform/clock/instant.ts";
import type { Db } from "../../../../platform/db/database.ts";
import type { Existing, Known, Read, Values } from "../../../identity/index.ts";
import { earlierFaults } from "../../earlier.ts";
import { categories } from "../../rule-definitions.ts";
import type { Directory } from "./directory.ts";
import { earlierIn, keyOf, many } from "./sheet.ts";

interface Listed {
  readonly id: string;
  readonly name: string;
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly imported: boolean;
  readonly congressId: string;
  readonly sessionId: string | null;
  readonly number: number;
  readonly numberYear: number;
  readonly category: string;
  readonly submittedAt: Instant;
  readonly closedAt: Instant | null;
  readonly repliedAt: Instant | null;
  readonly lead: Listed;
  readonly cosigners: readonly Listed[];
  readonly leadUnitId: string | null;
  readonly coUnits: readonly Listed[];
}

/** The suggestions that have the numbers of these rows. */
export async function knownOf(db: Db, district: string, rows: readonly Read[], directory: Directory): Promise<Known> {
  const wanted = rows.filter(({ faults }) => faults.length === 0).map(({ given }) => given);
  const [congresses, numbers] = [unique(wanted, "congressId"), unique(wanted, "number")];
  const found = await sql<Row>`
    select s.id, s.version, s.imported, s.congress_id, s.session_id, s.number, s.number_year, s.title, s.reason, s.proposal, s.category,
      s.status, s.submitted_at, s.assigned_on, s.closed_at, r.body as reply, r.result_class, r.outcome, r.document_no, r.signed_at as replied_at,
      (select f.result from suggestion_feedback f where f.district = s.district and f.suggestion_id = s.id limit 1) as satisfaction,
      (select unit_id from suggestion_part t where t.district = s.district and t.suggestion_id = s.id and t.role = 'LEAD' limit 1) as lead_unit_id,
      (select jsonb_build_object('id', g.mandate_id, 'name', p.name) ${signers} and g.role = 'lead' limit 1) as lead,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.mandate_id, 'name', p.name) order by g.id), '[]') ${signers}
        and g.role = 'cosigner' and g.state = 'confirmed') as cosigners,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.short_name) order by t.id), '[]') from suggestion_part t
        join organisation o on o.district = t.district and o.id = t.unit_id
        where t.district = s.district and t.suggestion_id = s.id and t.role = 'CO' and t.status = 'opined') as co_units
    from suggestion s left join suggestion_reply r on r.district = s.district and r.suggestion_id = s.id and r.round = 1 and s.imported
    where s.district = ${district} and s.number = any(${numbers}) and s.congress_id = any(${congresses}::uuid[])`.execute(db);
  const named = new Map(directory.statute.rule(categories, directory.today).value.map(({ code, name }) => [code, name]));
  const byKey = new Map(found.rows.map((row) => [keyIn(row), row]));
  return {
    keyOf,
    clash: () => true,
    find(given) {
      const row = byKey.get(keyOf(given));
      if (!row) return undefined;
      return row.imported ? existing(row, named) : { code: "suggestion.import.lives_here" };
    },
    faults: (body) => (body["outcome"] === null ? [outcomeWanted(body)] : earlierFaults(earlierIn(body).told, directory)),
  };
}

const outcomeWanted = ({ resultClass }: Values) => ({
  ...{ field: "outcome", code: "suggestion.import.outcome_wanted", params: { class: String(resultClass) } },
});

const signers = sql`from suggestion_signer g join mandate m on m.district = g.district and m.id = g.mandate_id
  join person p on p.district = m.district and p.id = m.person_id where g.district = s.district and g.suggestion_id = s.id`;

const unique = (all: readonly Values[], field: string) => [...new Set(all.map((given) => given[field]))];

const keyIn = ({ congressId, sessionId, number, numberYear }: Row): string =>
  keyOf({ congressId, number, series: sessionId ? `session ${sessionId}` : `year ${numberYear}` });

/** A suggestion that was taken over, as its row in a sheet would be. */
function existing(row: Row, categoryNames: ReadonlyMap<string, string>): Existing {
  const { id, version, imported: _i, sessionId, numberYear, submittedAt, closedAt, repliedAt, lead, cosigners, coUnits, ...values } = row;
  const day = (at: Instant | null): DateISO | null => at && dateIn(at);
  return {
    ...{ id, version },
    values: {
      ...{ ...values, series: sessionId ? `session ${sessionId}` : `year ${numberYear}`, lead: lead.id },
      ...{ cosigners: many(cosigners.map((one) => one.id)), coUnits: many(coUnits.map((one) => one.id)) },
      ...{ submittedOn: day(submittedAt), repliedOn: day(repliedAt), closedOn: day(closedAt) },
    },
    said: {
      ...{ lead: lead.name, cosigners: names(cosigners), coUnits: names(coUnits) },
      category: categoryNames.get(row.category) ?? row.category,
    },
  };
}

const names = (all: readonly Listed[]): string => all.map(({ name }) => name).join("、");
