import type { Person } from "../identity/index.ts";
import type { Case } from "./case.ts";
import type { Doer } from "./context.ts";
import { type Relation, unpublished } from "./terms.ts";

type Seen = Pick<
  Case,
  "status" | "submittedAt" | "congressId" | "reviewerId" | "forwarderId" | "confidential" | "signers" | "parts" | "mergedLeads"
>;

/**
 * What `actor` is to a case. An empty list of relations is a stranger, for whom the case does not exist.
 * A deputy whose mandate is suspended or ended keeps the sight of his own case and loses every act (DL-61).
 */
export function standingOf(actor: Person, of: Seen): Doer & { readonly sees: boolean } {
  const held = new Set(actor.mandates.map((mandate) => mandate.id));
  const acting = actor.mandates.filter((mandate) => mandate.status === "in_force");
  const mine = of.signers.filter((signer) => held.has(signer.mandateId));
  const active = mine.filter((signer) => acting.some((mandate) => mandate.id === signer.mandateId));
  const offices = new Map(
    actor.roles.filter((role) => role.name === "officer" || role.name === "leader").map((role) => [role.organisationId, role.name]),
  );
  const parts = of.parts.filter((part) => offices.has(part.unitId));
  const mergedLead = of.mergedLeads.find((lead) => acting.some((mandate) => mandate.id === lead.mandateId));
  const published = !unpublished.includes(of.status);
  const relations: Relation[] = [];
  for (const signer of active) {
    if (signer.role === "lead") relations.push("lead");
    else if (signer.state === "invited") relations.push("invited");
    else if (signer.state === "confirmed") relations.push("cosigner");
  }
  if (mergedLead) relations.push("merged_lead");
  if (offices.has(of.reviewerId) && of.submittedAt !== null) relations.push("reviewer");
  if (of.forwarderId !== null && offices.has(of.forwarderId)) relations.push("forwarder");
  if (parts.length > 0) relations.push("unit_officer");
  if (parts.some((part) => offices.get(part.unitId) === "leader")) relations.push("unit_leader");
  if (published && !of.confidential && acting.some((mandate) => mandate.congressId === of.congressId)) relations.push("peer");
  const mandateId = active[0]?.mandateId ?? mergedLead?.mandateId ?? null;
  const organisationId = officeFor(of, offices, parts);
  return {
    account: actor.account,
    person: actor.person,
    relations,
    mandateId,
    organisationId,
    actingFor: organisationId ?? mandateId,
    partIds: parts.map((part) => part.id),
    sees: relations.length > 0 || mine.length > 0,
  };
}

/** The organisation for which an officer acts: the one whose turn it is, when he works in several. */
function officeFor(of: Seen, offices: ReadonlyMap<string, string>, parts: Seen["parts"]): string | null {
  const candidates = of.status === "forwarding" ? [of.forwarderId, of.reviewerId] : [parts[0]?.unitId, of.forwarderId, of.reviewerId];
  return candidates.find((id): id is string => id != null && offices.has(id)) ?? null;
}

/** The house itself, for what time alone makes due. */
export const house: Doer = {
  account: null,
  person: null,
  relations: ["house"],
  mandateId: null,
  organisationId: null,
  actingFor: null,
  partIds: [],
};

/** Does the actor stand on the side of those who handle, from whom a rating is kept until it is decided upon? */
export const isHandler = (doer: Pick<Doer, "relations">): boolean =>
  (doer.relations.includes("unit_officer") || doer.relations.includes("forwarder")) && !doer.relations.includes("reviewer");
