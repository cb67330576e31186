import { type CongressLevel, handlingKinds, type MandateState, type OrganisationKind, type RoleName } from "./terms.ts";

/** A role as it counts for permission: only while its period runs. */
export interface ActingRole {
  readonly name: RoleName;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly areaId: string;
}

/** A mandate as it counts for permission. */
export interface ActingMandate {
  readonly id: string;
  readonly congressId: string;
  readonly level: CongressLevel;
  readonly areaId: string;
  readonly status: MandateState;
}

/** Whoever acts: an account with the roles and mandates its person has today. */
export interface Actor {
  readonly district: string;
  readonly account: string;
  readonly person: string;
  readonly name: string;
  readonly signIn: string;
  readonly roles: readonly ActingRole[];
  readonly mandates: readonly ActingMandate[];
}

/** Someone as he would act, signed in or not. */
export type Person = Omit<Actor, "signIn">;

/** The organisations in which the actor has one of `names`. */
export const organisationsAs = (actor: Person, ...names: RoleName[]): string[] =>
  actor.roles.filter((role) => names.includes(role.name)).map((role) => role.organisationId);

/** Is the actor an officer or leader of an organisation of this kind? */
export const worksIn = (actor: Person, ...kinds: OrganisationKind[]): boolean =>
  actor.roles.some((role) => kinds.includes(role.organisationKind) && (role.name === "officer" || role.name === "leader"));

/** The handling units (承办单位) of which the actor is an officer or leader. */
export const handlingOrganisations = (actor: Person): string[] =>
  organisationsAs({ ...actor, roles: actor.roles.filter((role) => handling.has(role.organisationKind)) }, "officer", "leader");

const handling: ReadonlySet<OrganisationKind> = new Set(handlingKinds);

/** Mandates under which the actor may perform duties now: neither suspended nor ended (DL-61, DL-62). */
export const mandatesInForce = (actor: Actor): readonly ActingMandate[] =>
  actor.mandates.filter((mandate) => mandate.status === "in_force");
