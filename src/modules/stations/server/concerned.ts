import { sql } from "kysely";
import type { DateISO } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { type Actor, peopleBehind } from "../../identity/index.ts";
import { listenerOf, standingOf } from "../access.ts";
import type { ReceptionRelation } from "../terms.ts";
import { loadListening } from "./listening-store.ts";
import { listeningLines } from "./listening-view.ts";
import { keepersOf, placedAt } from "./sides.ts";
import { loadReception } from "./store.ts";
import { labelOf, receptionLines } from "./waiting.ts";

/** Whom a reception concerns today, and what each is to it; whoever did the step is left out. Undefined where there is none. */
export async function concernedWithReception(db: Db, district: string, id: string, stepId: string | null, today: DateISO) {
  const of = await loadReception(db, district, id);
  const kept = of && (await keepersOf(db, district, of.stationId, today));
  if (!of || !kept) return undefined;
  const step = await sql<{ byAccount: string | null }>`
    select by_account from reception_step where district = ${district} and id = ${stepId}`.execute(db);
  const by = step.rows[0]?.byAccount;
  const mandates = [...of.deputies.map(({ mandateId }) => mandateId), ...of.exchanges.flatMap(({ asker, asked }) => [asker, asked])];
  const people = await peopleBehind(db, district, { mandates, organisations: [kept.organisationId], people: kept.staff }, today);
  const doers = people.map((person) => standingOf(person, of, kept, [])).filter((doer) => doer.relations.length > 0 && doer.account !== by);
  const told: { account: string; relations: readonly ReceptionRelation[]; partIds: readonly string[] }[] = doers.map(
    ({ account, relations }) => ({ account: account ?? "", relations, partIds: [] }),
  );
  return { label: labelOf(of.startsAt), partId: null, people: told };
}

/** Labels and titles of these receptions. */
export async function receptionHeadings(db: Db, actor: Actor, ids: readonly string[]) {
  return (await receptionLines(db, actor, ids)).map(({ id, label, title }) => ({ id, label, title }));
}

/** Whom a listening session concerns today, and what each is to it; whoever did the step is left out. */
export async function concernedWithListening(db: Db, district: string, id: string, stepId: string | null, today: DateISO) {
  const of = await loadListening(db, district, id);
  const kept = of && (await keepersOf(db, district, of.stationId, today));
  if (!of || !kept) return undefined;
  const step = await sql<{ byAccount: string | null; partId: string | null }>`
    select by_account, part_id from listening_step where district = ${district} and id = ${stepId}`.execute(db);
  const [done] = step.rows;
  const placed = await placedAt(db, district, of.stationId, today);
  const organisations = [kept.organisationId, of.organId, ...of.points.map(({ unitId }) => unitId)];
  const people = await peopleBehind(db, district, { mandates: placed, organisations, people: kept.staff }, today);
  const doers = people.map((person) => listenerOf(person, of, kept, placed));
  return {
    ...{ label: of.day, partId: done?.partId ?? null },
    people: doers
      .filter((doer) => doer.relations.length > 0 && doer.account !== done?.byAccount)
      .map(({ account, relations }) => ({ account: account ?? "", relations, partIds: [] })),
  };
}

/** Labels and titles of those among these listening sessions that the actor may see. */
export async function listeningHeadings(db: Db, actor: Actor, ids: readonly string[], today: DateISO) {
  return (await listeningLines(db, actor, ids, today)).map(({ id, label, title }) => ({ id, label, title }));
}
