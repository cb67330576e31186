import type { Person } from "../identity/index.ts";
import type { Doer, OpinionColumns } from "./opinion.ts";
import type { OpinionRelation } from "./terms.ts";

/** What `actor` is to an opinion. No relation and no sight: for a stranger it does not exist. */
export function standingOf(
  actor: Person,
  of: Pick<OpinionColumns, "mandateId" | "receiverId" | "unitId">,
): Doer & { readonly sees: boolean } {
  const mine = actor.mandates.find((mandate) => mandate.id === of.mandateId);
  const offices = actor.roles.filter((role) => role.name === "officer" || role.name === "leader");
  const at = (id: string | null) => id !== null && offices.some((role) => role.organisationId === id);
  const office = offices.find((role) => role.organisationKind === "deputy_office");
  const relations: OpinionRelation[] = [];
  if (mine?.status === "in_force") relations.push("deputy");
  if (at(of.receiverId)) relations.push("receiver");
  if (at(of.unitId)) relations.push("unit");
  if (office) relations.push("office");
  const actingFor = [of.unitId, of.receiverId].find((id) => at(id)) ?? office?.organisationId ?? mine?.id ?? null;
  return { account: actor.account, person: actor.person, actingFor, relations, sees: relations.length > 0 || mine !== undefined };
}

/** The house itself, for what time alone makes due, or what another life cycle has brought. */
export const house: Doer = { account: null, person: null, actingFor: null, relations: ["house"] };
