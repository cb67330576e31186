import { type Person, worksIn } from "../identity/index.ts";

/** The organisation that keeps a station, and who is posted there today. */
export interface Kept {
  readonly organisationId: string;
  /** People who are head, deputy head or liaison officer today. */
  readonly staff: readonly string[];
}

/** Is the actor on the station's side: posted there, of the organisation that keeps it, or of the district's office? */
export const isStationSide = (actor: Person, { organisationId, staff }: Kept): boolean =>
  worksIn(actor, "deputy_office") || staff.includes(actor.person) || keeps(actor, organisationId);

/** Is the actor an officer or leader of the organisation that keeps it? */
export const keeps = (actor: Person, organisationId: string): boolean =>
  actor.roles.some((role) => role.organisationId === organisationId && (role.name === "officer" || role.name === "leader"));
