import type { Person } from "../identity/index.ts";
import type { Plan, Planner } from "./plan.ts";
import type { PlanRelation } from "./terms.ts";

/** Organisations of which the actor is an officer or leader. */
export const officesOf = (actor: Person): string[] =>
  actor.roles.filter(({ name }) => name === "officer" || name === "leader").map(({ organisationId }) => organisationId);

/** Mandates of the actor that are in force. */
export const mandatesOf = (actor: Person): string[] => actor.mandates.filter(({ status }) => status === "in_force").map(({ id }) => id);

/** The liaison office of which the actor is an officer or leader. */
export const liaisonOfficeOf = (actor: Person): string | undefined =>
  actor.roles.find((role) => role.organisationKind === "deputy_office" && (role.name === "officer" || role.name === "leader"))
    ?.organisationId;

/** What `actor` is to a plan; `members` are mandates of its group, at least the actor's. Without a relation he sees what is public, and no more. */
export function plannerOf(actor: Person, of: Pick<Plan, "reviewerId" | "drafterId">, members: readonly string[]): Planner {
  const [offices, mandates] = [officesOf(actor), mandatesOf(actor)];
  const own = [...mandates.filter((id) => members.includes(id)), ...offices];
  const known: readonly (readonly [PlanRelation, string | undefined])[] = [
    ["group", mandates.find((id) => members.includes(id))],
    ["reviewer", offices.find((id) => id === of.reviewerId)],
    ["office", liaisonOfficeOf(actor)],
    ["drafter", own.find((id) => id === of.drafterId)],
  ];
  const held = known.flatMap(([relation, id]) => (id === undefined ? [] : [[relation, id] as const]));
  return {
    ...{ account: actor.account, person: actor.person, relations: held.map(([relation]) => relation) },
    actsFor: Object.fromEntries(held),
  };
}
