import type { Actor } from "./actor.ts";
import { handlingOrganisations, mandatesInForce, worksIn } from "./actor.ts";

/** What a role carries, told once. An endpoint names a duty; whoever fulfils its sentence may call it. */
export const duties = {
  /** Keep areas, organisations, congresses, people, mandates, roles. */
  "identity.keep": (actor: Actor) => isAdministrator(actor) || worksIn(actor, "deputy_office"),
  /** Look them up: everyone who works with deputies needs to find a unit or a person. */
  "identity.look_up": (actor: Actor) => actor.roles.length > 0 || mandatesInForce(actor).length > 0,
  /** Make, lock and reset accounts; see the sign-in log. */
  "accounts.keep": (actor: Actor) => isAdministrator(actor),
  /** Load holiday calendars and rules. */
  "rules.keep": (actor: Actor) => isAdministrator(actor) || worksIn(actor, "deputy_office"),
  /** Keep campaigns. */
  "campaigns.keep": (actor: Actor) => worksIn(actor, "deputy_office"),
  /** Open and close stations, and say who works there: the organs of the congresses, each its own. */
  "stations.keep": (actor: Actor) => worksIn(actor, "deputy_office", "presidium", "subdistrict_committee"),
  /** Keep a handling unit's templates for replies. */
  "reply_templates.keep": (actor: Actor) => handlingOrganisations(actor).length > 0,
  /** Give keys to other systems, and have public facts sent to them. */
  "interfaces.keep": (actor: Actor) => isAdministrator(actor),
  /** See the health of the house: subscribers, ledger, jobs. */
  "house.watch": (actor: Actor) => isAdministrator(actor),
} as const;

export type Duty = keyof typeof duties;

export const dutyNames = Object.keys(duties) as Duty[];

function isAdministrator(actor: Actor): boolean {
  return actor.roles.some((role) => role.name === "administrator");
}
