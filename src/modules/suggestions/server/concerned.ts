import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { type Actor, peopleBehind } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import type { Doer } from "../context.ts";
import { labelOf } from "../label.ts";
import type { Relation } from "../terms.ts";
import { seesStep } from "../visibility.ts";
import { loadCase } from "./load.ts";
import { scopeOf } from "./scope.ts";

/** Someone whom a case concerns, and what he is to it. */
export interface Concerned {
  readonly account: string;
  readonly relations: readonly Relation[];
  readonly partIds: readonly string[];
}

interface StepRow {
  readonly verb: string;
  readonly partId: string | null;
  readonly byAccount: string | null;
  readonly data: { readonly round?: number };
}

/** Verbs of a reply that has not been signed: they stay inside the unit that writes it. */
const inside = ["draft_reply", "return_reply"];

/**
 * Whom the case concerns today, and of a step only those who may see that it happened; whoever did it is left out.
 * The part tells whose turn of several units it is. Undefined where there is no such case.
 */
export async function concernedWithSuggestion(db: Db, district: string, id: string, stepId: string | null, today: DateISO) {
  const of = await loadCase(db, district, id);
  if (!of) return undefined;
  const step = stepId === null ? undefined : await stepNamed(db, district, stepId);
  const mandates = [...of.signers, ...of.mergedLeads].map((one) => one.mandateId);
  const organisations = [of.reviewerId, of.forwarderId, ...of.parts.map((part) => part.unitId)].filter((one) => one !== null);
  const people = await peopleBehind(db, district, { mandates, organisations }, today);
  const doers = people.map((person) => standingOf(person, of)).filter((doer) => doer.sees && doer.account !== step?.byAccount);
  const seeing = step
    ? doers.filter((doer) => seesStep(of, { verb: step.verb, round: step.data.round ?? 1 }, doer) && isInside(step, doer))
    : doers;
  const told: Concerned[] = seeing.map(({ account, relations, partIds }) => ({ account: account ?? "", relations, partIds }));
  return { label: await labelNow(db, district, id), partId: step?.partId ?? null, people: told };
}

const isInside = ({ verb, partId }: StepRow, { partIds }: Doer): boolean => !inside.includes(verb) || partIds.some((id) => id === partId);

async function stepNamed(db: Db, district: string, id: string): Promise<StepRow | undefined> {
  const found =
    await sql<StepRow>`select verb, part_id, by_account, data from suggestion_step where district = ${district} and id = ${id}`.execute(db);
  return found.rows[0];
}

const numbers = sql`from suggestion s join congress c on c.district = s.district and c.id = s.congress_id
    left join congress_session n on n.district = s.district and n.id = s.session_id`;
type Numbers = Parameters<typeof labelOf>[0];

async function labelNow(db: Db, district: string, id: string): Promise<string> {
  const found = await sql<Numbers>`
    select s.number, s.number_year, n.session_no, c.congress_no ${numbers} where s.district = ${district} and s.id = ${id}`.execute(db);
  return found.rows.map(labelOf)[0] ?? "";
}

/** Labels and titles of those among these cases that the actor may see. */
export async function suggestionHeadings(db: Db, actor: Actor, ids: readonly string[]) {
  const found = await sql<{ id: string; title: string } & Numbers>`
    select s.id, s.title, s.number, s.number_year, n.session_no, c.congress_no ${numbers}
    where ${scopeOf(actor)} and s.id = any(${[...ids]}::uuid[])`.execute(db);
  return found.rows.map((row) => ({ id: row.id, title: row.title, label: labelOf(row) }));
}
