import { type RawBuilder, sql } from "kysely";
import { type Actor, organisationsAs, worksIn } from "../../identity/index.ts";
import type { AtStations } from "../access.ts";

/** On whose sides the actor stands: what he sees a voice by. */
export interface Sides {
  readonly offices: string[];
  readonly stations: string[];
  /** His mandates in force. */
  readonly mandates: string[];
}

export function sidesOf(actor: Actor, { staffed, placed }: AtStations): Sides {
  const mandates = actor.mandates.filter(({ status }) => status === "in_force").map(({ id }) => id);
  const inForce = placed.filter(({ mandateId }) => mandates.includes(mandateId));
  const stations = [...new Set([...staffed, ...inForce.map(({ stationId }) => stationId)])];
  return { offices: organisationsAs(actor, "officer", "leader"), stations, mandates };
}

/** The SQL twin of `standingOf`: which voices `v` the actor may see. */
export function scopeOf(actor: Actor, at: AtStations): RawBuilder<boolean> {
  if (worksIn(actor, "deputy_office")) return sql<boolean>`v.district = ${actor.district}`;
  const { offices, stations, mandates } = sidesOf(actor, at);
  return sql<boolean>`(v.district = ${actor.district} and (v.receiver_id = any(${offices}::uuid[]) or v.unit_id = any(${offices}::uuid[])
    or v.station_id = any(${stations}::uuid[]) or v.mandate_id = any(${mandates}::uuid[]) or v.taker_id = any(${mandates}::uuid[])))`;
}

/** Voices that are the actor's own affair as a deputy: spoken to him, or taken up by him. */
export function ownOf(actor: Actor): RawBuilder<boolean> {
  const mandates = actor.mandates.map(({ id }) => id);
  return sql<boolean>`(v.mandate_id = any(${mandates}::uuid[]) or v.taker_id = any(${mandates}::uuid[]))`;
}
