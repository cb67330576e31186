import { sql } from "kysely";
import { instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { clocksOf } from "../../calendar/index.ts";
import type { Case, CaseColumns } from "../case.ts";
import { subjectType } from "../clockwork.ts";
import type { SuggestionTables } from "./tables.ts";

/** Locks a case for the rest of the transaction. Returns whether there is one. */
export async function lockCase(tx: Tx, district: string, id: string): Promise<boolean> {
  const found = await tx
    .withTables<SuggestionTables>()
    .selectFrom("suggestion")
    .select("id")
    .where("district", "=", district)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return found !== undefined;
}

type Lists = Record<
  | "signers"
  | "parts"
  | "contacts"
  | "replies"
  | "commitments"
  | "feedbacks"
  | "requests"
  | "papers"
  | "supervisions"
  | "escalations"
  | "mergedLeads",
  Row[]
>;
type Row = Record<string, unknown>;

/** A whole case with its clocks; undefined when there is none. */
export async function loadCase(db: Db, district: string, id: string): Promise<Case | undefined> {
  const list = (table: string, order: string) => sql`
    (select coalesce(jsonb_agg(to_jsonb(t) - 'district' - 'suggestion_id' order by ${sql.ref(`t.${order}`)}, t.id), '[]')
      from ${sql.table(table)} t where t.district = s.district and t.suggestion_id = s.id)`;
  const found = await sql<CaseColumns & Lists & { district: string }>`
    select s.*,
      (select coalesce(jsonb_agg(to_jsonb(t) - 'district' - 'suggestion_id' || jsonb_build_object('mandate_status', m.status, 'person_id', m.person_id) order by t.role desc, t.at, t.id), '[]')
        from suggestion_signer t join mandate m on m.district = t.district and m.id = t.mandate_id
        where t.district = s.district and t.suggestion_id = s.id) as signers,
      ${list("suggestionPart", "offeredOn")} as parts, ${list("suggestionContact", "heldOn")} as contacts,
      ${list("suggestionReply", "round")} as replies, ${list("suggestionCommitment", "dueOn")} as commitments,
      ${list("suggestionFeedback", "at")} as feedbacks, ${list("suggestionRequest", "askedOn")} as requests,
      ${list("suggestionPaper", "issuedAt")} as papers,
      ${list("suggestionSupervision", "decidedOn")} as supervisions, ${list("suggestionEscalation", "askedOn")} as escalations,
      (select coalesce(jsonb_agg(jsonb_build_object('mandate_id', m.id, 'mandate_status', m.status)), '[]')
        from suggestion o join suggestion_signer t on t.district = o.district and t.suggestion_id = o.id and t.role = 'lead'
        join mandate m on m.district = t.district and m.id = t.mandate_id
        where o.district = s.district and o.merged_into_id = s.id and o.status = 'merged') as merged_leads
    from suggestion s where s.district = ${district} and s.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _, ...columns } = row;
  return {
    ...columns,
    signers: rows(row.signers),
    parts: rows(row.parts),
    contacts: rows(row.contacts),
    replies: rows(row.replies),
    commitments: rows(row.commitments),
    feedbacks: rows(row.feedbacks),
    requests: rows(row.requests),
    papers: rows(row.papers),
    supervisions: rows(row.supervisions),
    escalations: rows(row.escalations),
    mergedLeads: rows(row.mergedLeads),
    clocks: await clocksOf(db, district, subjectType, id),
  };
}

const rows = <T>(list: readonly Row[]): T[] => list.map((row) => fromJson(row) as T);

/** A row that came as JSON: keys as in code, moments in the one form that the product uses. */
function fromJson(row: Row): unknown {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const key = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [key, typeof value === "string" && (key === "at" || key.endsWith("At")) ? instant(value) : value];
    }),
  );
}
