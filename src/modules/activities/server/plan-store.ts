import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { awaitedFaults, keepAwaited } from "../../../platform/ledger/awaited.ts";
import { advance, beginLives, type Kept } from "../../../platform/ledger/steps.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import { type Edition, type Plan, type PlanColumns, type PlanItem, planType } from "../plan.ts";
import { awaitedInPlan, type PlanPlayed } from "../plan-play.ts";
import { liaisonOffice } from "./plan-groups.ts";

export const keptPlan: Kept = { table: "activityPlan", steps: "activityPlanStep", subjectType: planType };

/** Locks a plan for the rest of the transaction and loads it whole; undefined when there is none. */
export async function lockPlan(tx: Tx, district: string, id: string): Promise<Plan | undefined> {
  await sql`select 1 from activity_plan where district = ${district} and id = ${id} for update`.execute(tx);
  return loadPlan(tx, district, id);
}

type Row = PlanColumns & { district: string; items: PlanItem[]; published: Edition | null };

/** A whole plan with its items and its public edition; undefined when there is none. */
export async function loadPlan(db: Db, district: string, id: string): Promise<Plan | undefined> {
  const found = await sql<Row>`
    select p.*, (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'theme', i.theme, 'kind', i.kind, 'fromMonth', i.from_month,
        'toMonth', i.to_month, 'place', i.place, 'campaignId', i.campaign_id, 'concern', i.concern, 'deputies', i.deputies,
        'remarks', i.remarks) order by i.position), '[]') from activity_plan_item i where i.district = p.district and i.plan_id = p.id) as items,
      (select jsonb_build_object('edition', e.edition, 'aim', e.aim, 'items', e.items, 'publishedAt', p.published_at, 'withdrawnAt', null,
        'withdrawalReason', null) from activity_plan_edition e
        where e.district = p.district and e.plan_id = p.id and e.edition = p.public_edition) as published
    from activity_plan p where p.district = ${district} and p.id = ${id}`.execute(db);
  const row = found.rows[0];
  if (!row) return undefined;
  const { district: _, published, publishedAt, ...rest } = row;
  return { ...rest, publishedAt, published: published && publishedAt ? { ...published, publishedAt } : null };
}

/** Writes what a verb did, in the caller's transaction. */
export async function storePlan(tx: Tx, district: string, { after, change, step, fact, awaited }: PlanPlayed): Promise<void> {
  await advance(tx, keptPlan, district, { step, fact, set: change.set ?? {} });
  if (change.items) await storeItems(tx, district, after);
  for (const { edition, aim, items, publishedAt, withdrawnAt, withdrawalReason } of change.editions ?? [])
    await sql`insert into activity_plan_edition (district, plan_id, edition, aim, items, published_at, withdrawn_at, withdrawal_reason)
      values (${district}, ${after.id}, ${edition}, ${aim}, ${JSON.stringify(items)}::jsonb, ${publishedAt}, ${withdrawnAt}, ${withdrawalReason})
      on conflict (district, plan_id, edition) do update set withdrawn_at = excluded.withdrawn_at,
        withdrawal_reason = excluded.withdrawal_reason`.execute(tx);
  await keepAwaited(tx, { district, subjectType: planType, subjectId: after.id }, awaited, step.at);
}

/** The first writing of a plan. */
export async function storeNewPlan(
  tx: Tx,
  district: string,
  { after, step, fact }: Pick<PlanPlayed, "after" | "step" | "fact">,
  officeId: string,
): Promise<void> {
  const { items: _i, published: _p, ...row } = after;
  await beginLives(tx, keptPlan, district, [{ row, step, fact }]);
  await storeItems(tx, district, after);
  await keepAwaited(tx, { district, subjectType: planType, subjectId: after.id }, awaitedInPlan(after, officeId), step.at);
}

/** The working text, in place of what stood there before. */
async function storeItems(tx: Tx, district: string, { id: planId, items }: Plan): Promise<void> {
  await sql`delete from activity_plan_item where district = ${district} and plan_id = ${planId}`.execute(tx);
  if (items.length === 0) return;
  const rows = items.map(
    ({ id, theme, kind, fromMonth, toMonth, place, campaignId, concern, deputies, remarks }, at) =>
      sql`(${district}, ${id}::uuid, ${planId}::uuid, ${at + 1}::smallint, ${theme}, ${kind}, ${fromMonth}::smallint, ${toMonth}::smallint,
        ${place}, ${campaignId}::uuid, ${concern}, ${deputies}::smallint, ${remarks})`,
  );
  await sql`insert into activity_plan_item (district, id, plan_id, position, theme, kind, from_month, to_month, place, campaign_id, concern,
    deputies, remarks) values ${sql.join(rows)}`.execute(tx);
}

/** Holds the to-do lists against the plans they were made from, and what is public against the editions. */
export async function planFaults(db: Db, district: string): Promise<string[]> {
  const [found, officeId] = [
    await sql<Pick<Plan, "id" | "status" | "drafterId" | "reviewerId">>`
      select id, status, drafter_id, reviewer_id from activity_plan where district = ${district} and status not in ('published', 'discarded')`.execute(
      db,
    ),
    await liaisonOffice(db, district),
  ];
  const expected = new Map<string, readonly Awaited[]>(found.rows.map((of) => [of.id, awaitedInPlan(of, officeId ?? "")]));
  const editions = await sql<{ fault: string }>`
    select format('%s %s: public edition is %s, its editions say %s', ${planType}::text, p.id, coalesce(p.public_edition::text, 'none'),
      coalesce(e.edition::text, 'none')) as fault
    from activity_plan p left join activity_plan_edition e on e.district = p.district and e.plan_id = p.id and e.edition = p.edition
      and e.withdrawn_at is null
    where p.district = ${district} and (p.public_edition is distinct from e.edition or p.published_at is distinct from e.published_at)`.execute(
    db,
  );
  return [...(await awaitedFaults(db, { district, subjectType: planType }, expected)), ...editions.rows.map(({ fault }) => fault)];
}
