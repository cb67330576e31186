import type { Person } from "../identity/index.ts";
import type { VoiceRelation } from "./terms.ts";
import { currentAnswer, type Doer, type Voice } from "./voice.ts";

/** What an actor is at stations. */
export interface AtStations {
  /** Stations whose staff he is, or which his organ keeps. */
  readonly staffed: readonly string[];
  /** Stations at which he is placed as a deputy, with the mandate. */
  readonly placed: readonly { readonly stationId: string; readonly mandateId: string }[];
}

export const nowhere: AtStations = { staffed: [], placed: [] };

type Seen = Pick<Voice, "stationId" | "receiverId" | "unitId" | "takerId" | "mandateId" | "shareContact" | "answers" | "round" | "status">;

/** What `actor` is to a voice. No relation and no sight: for a stranger it does not exist. */
export function standingOf(actor: Person, at: AtStations, of: Seen): Doer & { readonly sees: boolean } {
  const offices = actor.roles.filter((role) => role.name === "officer" || role.name === "leader");
  const works = (id: string | null) => id !== null && offices.some((role) => role.organisationId === id);
  const office = offices.find((role) => role.organisationKind === "deputy_office");
  const inForce = actor.mandates.filter((mandate) => mandate.status === "in_force").map((mandate) => mandate.id);
  const held = (id: string | null) => id !== null && inForce.includes(id);
  const placed = at.placed.find(({ stationId, mandateId }) => stationId === of.stationId && held(mandateId));
  const mandateId = [of.takerId, of.mandateId].find((id) => held(id)) ?? placed?.mandateId ?? null;
  const relations: VoiceRelation[] = [];
  if (works(of.receiverId)) relations.push("receiver");
  if (of.stationId !== null && at.staffed.includes(of.stationId)) relations.push("station");
  if (office) relations.push("office");
  if (relations.length > 0 && !hadAHand(actor, of, works)) relations.push("visitor");
  if (works(of.unitId)) relations.push("unit");
  if (held(of.mandateId) || placed) relations.push("addressed");
  if (held(of.takerId)) relations.push("taker");
  if (of.shareContact && (works(of.unitId) || held(of.takerId))) relations.push("trusted");
  const actingFor =
    [of.receiverId, of.unitId].find((id) => works(id)) ?? office?.organisationId ?? mandateId ?? offices[0]?.organisationId ?? null;
  return { account: actor.account, person: actor.person, actingFor, mandateId, relations, sees: relations.length > 0 };
}

/** Whoever handled a matter or answered for it does not ask the speaker what he thinks of it (domain.md §10.5). */
function hadAHand(actor: Person, of: Seen, works: (id: string | null) => boolean): boolean {
  const holds = actor.mandates.some((mandate) => mandate.id === of.takerId);
  return works(of.unitId) || holds || currentAnswer(of)?.byPerson === actor.person;
}

/** The house itself, for what time alone makes due, or what another life cycle has brought. */
export const house: Doer = { account: null, person: null, actingFor: null, relations: ["house"] };

/** Whoever holds the receipt. Who that is, nobody knows. */
export const voter: Doer = { account: null, person: null, actingFor: null, relations: ["voter"] };
