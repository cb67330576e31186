import type { Person } from "../identity/index.ts";
import type { Listener, Listening } from "./listening.ts";
import { type Doer, openExchanges, type Reception, serving } from "./reception.ts";
import type { ListeningRelation, ReceptionRelation } from "./terms.ts";

/** The organisation that keeps a station, and who is posted there today. */
export interface Kept {
  readonly organisationId: string;
  /** People who are head, deputy head or liaison officer today. */
  readonly staff: readonly string[];
}

/** Is the actor on the station's side: posted there, of the organisation that keeps it, or of the district's office? */
export const isStationSide = (actor: Person, { organisationId, staff }: Kept): boolean =>
  isOffice(actor) || staff.includes(actor.person) || keeps(actor, organisationId);

/** Is the actor an officer or leader of the district's office, whose stations are all? */
export const isOffice = (actor: Person): boolean =>
  actor.roles.some((role) => role.organisationKind === "deputy_office" && (role.name === "officer" || role.name === "leader"));

/** Is the actor an officer or leader of the organisation that keeps it? */
export const keeps = (actor: Person, organisationId: string): boolean =>
  actor.roles.some((role) => role.organisationId === organisationId && (role.name === "officer" || role.name === "leader"));

/** What `actor` is to a reception. Everyone signed in may look it up; only a relation lets him act. */
export function standingOf(actor: Person, of: Reception, kept: Kept, placed: readonly string[]): Doer {
  const mandates = actor.mandates.filter(({ status }) => status === "in_force").map(({ id }) => id);
  const mine = (ids: readonly string[]) => ids.some((id) => mandates.includes(id));
  const station = isStationSide(actor, kept);
  const relations: ReceptionRelation[] = [];
  if (station) relations.push("station");
  if (mine(serving(of).map(({ mandateId }) => mandateId))) relations.push("duty");
  if (mine(openExchanges(of).map(({ asked }) => asked))) relations.push("asked");
  if (mine(of.exchanges.map(({ asker }) => asker))) relations.push("asker");
  if (mine(placed)) relations.push("placed");
  const actingFor = station ? of.stationId : (mandates.find((id) => placed.includes(id)) ?? mandates[0] ?? null);
  return { account: actor.account, person: actor.person, actingFor, relations, mandates };
}

/** What `actor` is to a listening session. No relation and no sight: for a stranger it does not exist. */
export function listenerOf(actor: Person, of: Listening, kept: Kept, placed: readonly string[]): Listener {
  const offices = actor.roles.filter(({ name }) => name === "officer" || name === "leader").map(({ organisationId }) => organisationId);
  const mandates = actor.mandates.filter(({ status }) => status === "in_force").map(({ id }) => id);
  const unit = [of.organId, ...of.points.map(({ unitId }) => unitId)].find((id) => offices.includes(id));
  const mandate = mandates.find((id) => placed.includes(id));
  const station = isStationSide(actor, kept);
  const relations: ListeningRelation[] = [...(station ? ["station" as const] : []), ...(unit ? ["unit" as const] : [])];
  if (mandate) relations.push("placed");
  const actingFor = station ? of.stationId : (unit ?? mandate ?? null);
  return { account: actor.account, person: actor.person, actingFor, relations, offices };
}
