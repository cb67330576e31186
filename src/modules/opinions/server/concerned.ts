import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { type Actor, peopleBehind } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import type { OpinionRelation } from "../terms.ts";
import { labelOf, scopeOf } from "./list.ts";
import { loadOpinion } from "./store.ts";

/** Whom an opinion concerns today, and what each is to it; whoever did the step is left out. Undefined where there is none. */
export async function concernedWithOpinion(db: Db, district: string, id: string, stepId: string | null, today: DateISO) {
  const of = await loadOpinion(db, district, id);
  if (!of) return undefined;
  const step = await sql<{
    byAccount: string | null;
  }>`select by_account from opinion_step where district = ${district} and id = ${stepId}`.execute(db);
  const by = step.rows[0]?.byAccount;
  const organisations = [of.receiverId, of.unitId].filter((one) => one !== null);
  const people = await peopleBehind(db, district, { mandates: [of.mandateId], organisations }, today);
  const doers = people.map((person) => standingOf(person, of)).filter((doer) => doer.sees && doer.account !== by);
  const told: { account: string; relations: readonly OpinionRelation[]; partIds: readonly string[] }[] = doers.map(
    ({ account, relations }) => ({ account: account ?? "", relations, partIds: [] }),
  );
  return { label: labelOf(of), partId: null, people: told };
}

/** Labels and titles of those among these opinions that the actor may see. */
export async function opinionHeadings(db: Db, actor: Actor, ids: readonly string[]) {
  const found = await sql<{ id: string; title: string; number: number | null; numberYear: number | null }>`
    select o.id, o.title, o.number, o.number_year from opinion o where ${scopeOf(actor)} and o.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows.map((row) => ({ id: row.id, title: row.title, label: labelOf(row) }));
}
