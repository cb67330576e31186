import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { Case } from "../case.ts";
import type { CaseStep } from "./steps.ts";

/** Names of everyone and everything that a case mentions, by identifier. */
export type Names = (id: string | null | undefined) => string;

/** Looks all of them up at once. */
export async function namesIn(db: Db, district: string, of: Case, steps: readonly CaseStep[]): Promise<Names> {
  const organisations = new Set([
    of.reviewerId,
    of.forwarderId,
    of.proposedUnitId,
    ...of.parts.map((part) => part.unitId),
    ...of.supervisions.map((supervision) => supervision.bodyId),
    ...steps.map((step) => step.actingFor),
  ]);
  const people = new Set([
    ...steps.map((step) => step.byPerson),
    ...of.contacts.map((one) => one.byPerson),
    ...of.replies.flatMap((one) => [one.draftedBy, one.signedBy]),
    ...of.papers.map((one) => one.issuedBy),
  ]);
  const mandates = new Set([
    ...steps.map((step) => step.actingFor),
    ...of.signers.map((signer) => signer.mandateId),
    ...of.mergedLeads.map((lead) => lead.mandateId),
  ]);
  const found = await sql<{ id: string; name: string }>`
    select id, short_name as name from organisation where district = ${district} and id = any(${list(organisations)}::uuid[])
    union all select id, name from person where district = ${district} and id = any(${list(people)}::uuid[])
    union all select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
      where m.district = ${district} and m.id = any(${list(mandates)}::uuid[])
    union all select id, name from congress where district = ${district} and id = ${of.congressId}
    union all select id, name from area where district = ${district} and id = ${of.areaId}`.execute(db);
  const names = new Map(found.rows.map((row) => [row.id, row.name]));
  return (id) => (id ? (names.get(id) ?? "") : "");
}

const list = (ids: ReadonlySet<string | null>): string[] => [...ids].filter((id): id is string => id !== null && id !== "");
