import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import type { Plan, PlanItem } from "../plan.ts";
import type { PlanView } from "../plan-contract.ts";
import { planOffers } from "../plan-lifecycle.ts";
import { activityKinds } from "../rule-definitions.ts";
import { townOfGroup } from "./plan-groups.ts";
import { planner } from "./plan-perform.ts";
import { loadPlan } from "./plan-store.ts";

type View = z.input<typeof PlanView>;
type StepLine = View["steps"][number];

/** A plan as `actor` may see it: whole for those concerned, its public edition for everyone else; undefined where there is nothing to see. */
export async function planView(db: Db, statutes: Statutes, actor: Actor, id: string, now: Instant): Promise<View | undefined> {
  const of = await loadPlan(db, actor.district, id);
  if (!of) return undefined;
  const doer = await planner(db, actor, of);
  const inside = doer.relations.length > 0;
  if (!inside && !of.published) return undefined;
  const shown = inside || !of.published ? of : { ...of, status: "published" as const, aim: of.published.aim, items: of.published.items };
  const names = await namesFor(db, statutes, actor.district, of, now);
  const told = (items: readonly PlanItem[]) => items.map((one) => ({ ...one, ...names.of(one) }));
  const { can, cannot } = planOffers({ ...of, person: doer.person }, doer.relations);
  const steps = inside ? await stepLines(db, actor.district, id) : [];
  const { published, year, groupId, status, aim, publicEdition, publishedAt, version } = shown;
  return {
    ...{ id, groupId, ...names.group, year, status, aim, items: told(shown.items), publicEdition, publishedAt, version },
    published:
      inside && published && of.status !== "published"
        ? { edition: published.edition, publishedAt: published.publishedAt, aim: published.aim, items: told(published.items) }
        : null,
    ...{ returned: returnedIn(of, steps), steps, relations: [...doer.relations], can },
    cannot: cannot.map(({ verb, reasons }) => ({ verb, reasons: reasons.map((reason) => ({ ...reason, params: { ...reason.params } })) })),
  };
}

const comingBack = ["return", "send_back", "withdraw"];

/** The last coming back of a draft that nobody has submitted since. */
function returnedIn({ status }: Plan, steps: readonly StepLine[]): View["returned"] {
  const last = steps.findLast(({ verb }) => verb !== "revise");
  return status === "draft" && last && comingBack.includes(last.verb) ? { verb: last.verb, at: last.at, note: last.note } : null;
}

async function stepLines(db: Db, district: string, id: string): Promise<StepLine[]> {
  const found = await sql<StepLine>`
    select s.id, s.verb, s.at, p.name as person_name, s.note from activity_plan_step s
    left join person p on p.district = s.district and p.id = s.by_person
    where s.district = ${district} and s.subject_id = ${id} order by s.position`.execute(db);
  return found.rows;
}

async function namesFor(db: Db, statutes: Statutes, district: string, of: Plan, now: Instant) {
  const kinds = new Map((await statutes.of(db, district)).rule(activityKinds, dateIn(now)).value.map(({ code, name }) => [code, name]));
  const ids = [...of.items, ...(of.published?.items ?? [])].flatMap(({ campaignId }) => campaignId ?? []);
  const campaigns = await campaignNames(db, district, ids);
  const found = await sql<{ groupName: string; townName: string | null; reviewerName: string }>`
    select g.name as group_name, t.name as town_name, o.short_name as reviewer_name from deputy_group g ${townOfGroup}
    join organisation o on o.district = g.district and o.id = ${of.reviewerId}
    where g.district = ${district} and g.id = ${of.groupId}`.execute(db);
  return {
    group: found.rows[0] ?? { groupName: "", townName: null, reviewerName: "" },
    of: ({ kind, campaignId }: PlanItem) => ({
      kindName: kinds.get(kind) ?? kind,
      campaignName: (campaignId && campaigns.get(campaignId)) ?? null,
    }),
  };
}

/** What campaigns are called, by identifier. */
async function campaignNames(db: Db, district: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from campaign where district = ${district} and id = any(${[...new Set(ids)]}::uuid[])`.execute(db);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
