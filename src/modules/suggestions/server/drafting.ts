import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import { invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { Statute } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { begun } from "../beginning.ts";
import type { Paper } from "../case.ts";
import { subjectType } from "../clockwork.ts";
import type { Doer } from "../context.ts";
import { paperFaults } from "../verbs/raising.ts";
import { storeNew } from "./store.ts";

export interface Drafted extends Paper {
  readonly mandateId: string;
  readonly attachments?: readonly string[] | undefined;
  /** What it grew from. */
  readonly origin?: { readonly type: string; readonly id: string };
}

/** What is known of a suggestion that grows from something else; the deputy fills in the rest. */
export type Seed = Pick<Drafted, "mandateId" | "title" | "reason" | "category" | "areaId" | "attachments"> &
  Required<Pick<Drafted, "origin">>;

/** Begins a suggestion from something else, such as an opinion that is too large for the light track. */
export const draftSuggestion = (tx: Tx, actor: Actor, seed: Seed, statute: Statute, now: Instant): Promise<string | Refusal> =>
  draft(tx, actor, { ...blank, ...seed }, statute, now);

const blank: Omit<Paper, "title" | "reason" | "category" | "areaId"> = {
  proposal: "",
  formation: "visit",
  repetition: "first",
  publicity: "full",
  wishContact: true,
  referenceOnly: false,
  confidential: false,
  proposedUnitId: null,
  secrecyDeclared: false,
};

/** Begins a suggestion under one of the actor's mandates in force. Returns its identifier. */
export async function draft(
  tx: Tx,
  actor: Actor,
  { mandateId, origin, attachments = [], ...paper }: Drafted,
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
    { id: randomUUIDv7(), signerId: randomUUIDv7(), congressId: mandate.congressId, reviewerId, mandateId, personId: actor.person, origin },
    paper,
    now,
  );
  const doer: Doer = {
    account: actor.account,
    person: actor.person,
    relations: ["lead"],
    mandateId,
    organisationId: null,
    actingFor: mandateId,
    partIds: [],
  };
  const from = origin && { subjectType: origin.type, subjectId: origin.id };
  const attached = await attach(tx, actor, { subjectType, subjectId: fresh.id, from }, attachments, now);
  if (isRefusal(attached)) return attached;
  await storeNew(tx, actor.district, fresh, { doer, now, attached });
  return fresh.id;
}

/** Who reviews the suggestions of a congress: the district's deputies' liaison office, or the town's presidium (DL-51, OL-42). */
export async function reviewerFor(tx: Db, district: string, congressId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select o.id from congress c join organisation o on o.district = c.district and o.dissolved_on is null
      and ((c.level = 'town' and o.kind = 'presidium' and o.area_id = c.area_id) or (c.level = 'district' and o.kind = 'deputy_office'))
    where c.district = ${district} and c.id = ${congressId} order by o.sort_key limit 1`.execute(tx);
  return found.rows[0]?.id;
}
