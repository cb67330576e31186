import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { invalid, type Refusal } from "../../../platform/refusal.ts";
import type { Statute } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import type { Case, Paper } from "../case.ts";
import type { Doer } from "../context.ts";
import { paperFaults } from "../verbs/raising.ts";
import { storeNew } from "./store.ts";

/** Begins a suggestion under one of the actor's mandates in force. Returns its identifier. */
export async function draft(
  tx: Tx,
  actor: Actor,
  { mandateId, ...paper }: Paper & { mandateId: string },
  statute: Statute,
  now: Instant,
): Promise<string | Refusal> {
  const mandate = actor.mandates.find((one) => one.id === mandateId);
  if (!mandate) return invalid({ field: "mandateId", code: "field.no_such_thing" });
  if (mandate.status !== "in_force") return invalid({ field: "mandateId", code: "suggestion.mandate_not_in_force", source: "DL-61" });
  const faults = paperFaults(paper, { statute, today: dateIn(now) });
  if (faults.length > 0) return invalid(...faults);
  const reviewerId = await reviewerFor(tx, actor.district, mandate.congressId);
  if (!reviewerId) return invalid({ field: "mandateId", code: "suggestion.no_reviewer", source: "DL-51" });
  const fresh = begun(
    { id: randomUUIDv7(), signerId: randomUUIDv7(), congressId: mandate.congressId, reviewerId, mandateId, personId: actor.person },
    paper,
    now,
  );
  const doer: Doer = { account: actor.account, person: actor.person, relations: ["lead"], mandateId, organisationId: null, partIds: [] };
  await storeNew(tx, actor.district, fresh, doer, now);
  return fresh.id;
}

interface Beginning {
  id: string;
  signerId: string;
  congressId: string;
  reviewerId: string;
  mandateId: string;
  personId: string;
}

/** A case at its beginning: a draft with its lead deputy. */
export const begun = ({ id, signerId, congressId, reviewerId, mandateId, personId }: Beginning, paper: Paper, now: Instant): Case => ({
  ...paper,
  ...{ id, congressId, sessionId: null, number: null, numberYear: null, status: "draft", resumeTo: null, round: 1, escalatedRound: 0 },
  ...{ reviewerId, forwarderId: null, mergedIntoId: null, key: false, campaignId: null },
  ...{ createdAt: now, submittedAt: null, assignedOn: null, closedAt: null, version: 1 },
  signers: [{ id: signerId, mandateId, role: "lead", state: "confirmed", at: now, mandateStatus: "in_force", personId }],
  ...{ parts: [], contacts: [], replies: [], commitments: [], feedbacks: [], requests: [], mergedLeads: [], clocks: [] },
});

/** Who reviews the suggestions of a congress: the district's deputies' liaison office, or the town's presidium (DL-51, OL-42). */
async function reviewerFor(tx: Tx, district: string, congressId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select o.id from congress c join organisation o on o.district = c.district and o.dissolved_on is null
      and ((c.level = 'town' and o.kind = 'presidium' and o.area_id = c.area_id) or (c.level = 'district' and o.kind = 'deputy_office'))
    where c.district = ${district} and c.id = ${congressId} order by o.sort_key limit 1`.execute(tx);
  return found.rows[0]?.id;
}
