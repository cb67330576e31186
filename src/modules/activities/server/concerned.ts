import { type RawBuilder, sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { containing } from "../../../platform/http/collection.ts";
import { type Actor, peopleBehind } from "../../identity/index.ts";
import { plannerOf } from "../access.ts";
import { planTable, planVerbs } from "../plan-lifecycle.ts";
import { liaisonOffice, membersOf } from "./plan-groups.ts";
import { planLines } from "./plan-list.ts";
import { loadPlan } from "./plan-store.ts";

/** Whom a plan concerns today, and what each is to it; whoever did the step is left out. Undefined where there is none. */
export async function concernedWithPlan(db: Db, district: string, id: string, stepId: string | null, today: DateISO) {
  const of = await loadPlan(db, district, id);
  if (!of) return undefined;
  const step = await sql<{ byAccount: string | null }>`
    select by_account from activity_plan_step where district = ${district} and id = ${stepId}`.execute(db);
  const by = step.rows[0]?.byAccount;
  const [members, officeId] = [await membersOf(db, district, of.groupId), await liaisonOffice(db, district)];
  const organisations = [of.reviewerId, of.drafterId, ...(officeId ? [officeId] : [])];
  const people = await peopleBehind(db, district, { mandates: members, organisations }, today);
  return {
    ...{ label: String(of.year), partId: null },
    people: people
      .map((person) => plannerOf(person, of, members))
      .filter(({ relations, account }) => relations.length > 0 && account !== by)
      .map(({ account, relations }) => ({ account: account ?? "", relations, partIds: [] })),
  };
}

/** Labels and titles of those among these plans that the actor may see. */
export async function planHeadings(db: Db, actor: Actor, ids: readonly string[]) {
  return (await planLines(db, actor, ids)).map(({ id, label, title }) => ({ id, label, title }));
}

/** The verb that a fact tells of. */
export const planVerb = (fact: string): string | undefined =>
  planVerbs.find((verb) => planTable[verb].tells === fact) ?? (fact === "activity_plan.begun" ? "begin" : undefined);

/** Plans of groups in whose name a word stands, or that hold it in a theme. */
export const plansWith = (district: string, word: string): RawBuilder<unknown> =>
  sql`any(array(select p.id from activity_plan p join deputy_group g on g.district = p.district and g.id = p.group_id
    where p.district = ${district} and (g.name ilike ${containing(word)} or exists (select 1 from activity_plan_item i
      where i.district = p.district and i.plan_id = p.id and i.theme ilike ${containing(word)}))))`;
