import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { attach } from "../../../platform/files/attachments.ts";
import { record } from "../../../platform/ledger/record.ts";
import { type FieldFault, forbidden, invalid, isRefusal, notFound, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import { type Actor, nameKey } from "../../identity/index.ts";
import { isStationSide } from "../access.ts";
import type { StationFields } from "../fields.ts";
import { stationEquipment, stationKinds } from "../rule-definitions.ts";
import { replaceCover } from "./cover.ts";

type Typed = z.output<typeof StationFields>;

/** Opens a station. Returns its identifier, or why not. */
export async function addStation(tx: Tx, actor: Actor, typed: Typed, statutes: Statutes, now: Instant): Promise<string | Refusal> {
  const id = randomUUIDv7();
  const refusal = await refused(tx, actor, typed, statutes, now);
  if (refusal) return refusal;
  const attached = await attach(tx, actor, { subjectType: "station", subjectId: id }, typed.photos, now);
  if (isRefusal(attached)) return ofPhotos(attached);
  const row = { district: actor.district, id, ...columns(typed), closedOn: null, closingReason: null };
  await sql`insert into station (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})`.execute(
    tx,
  );
  await replaceCover(tx, actor.district, id, typed.cover);
  await tell(tx, actor, id, "station.opened", now, { code: typed.code, kind: typed.kind });
  return id;
}

interface Edit {
  readonly id: string;
  readonly typed: Typed;
  readonly seen: number | undefined;
}

/** Changes a station that is still what was seen. Returns why not, or nothing. */
export async function changeStation(
  tx: Tx,
  actor: Actor,
  { id, typed, seen }: Edit,
  statutes: Statutes,
  now: Instant,
): Promise<Refusal | undefined> {
  const before = await keptBy(tx, actor, id);
  if (isRefusal(before)) return before;
  if (before.version !== seen) return refuse("changed_meanwhile", { code: "problem.changed_meanwhile" });
  const refusal = await refused(tx, actor, typed, statutes, now);
  if (refusal) return refusal;
  const attached = await attach(tx, actor, { subjectType: "station", subjectId: id }, typed.photos, now);
  if (isRefusal(attached)) return ofPhotos(attached);
  const set = Object.entries(columns(typed)).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update station set ${sql.join(set)}, version = version + 1 where district = ${actor.district} and id = ${id}`.execute(tx);
  await replaceCover(tx, actor.district, id, typed.cover);
  await tell(tx, actor, id, "station.changed", now, { version: before.version + 1 });
  return undefined;
}

/** Closes a station from a day on. Returns why not, or nothing. */
export async function closeStation(
  tx: Tx,
  actor: Actor,
  { id, closedOn, reason }: { id: string; closedOn: string; reason: string },
  now: Instant,
): Promise<Refusal | undefined> {
  const before = await keptBy(tx, actor, id);
  if (isRefusal(before)) return before;
  if (before.closedOn !== null) return refuse("conflict", { code: "station.already_closed", params: { on: before.closedOn } });
  if (closedOn < before.openedOn) return invalid({ field: "closedOn", code: "field.before_start", params: { start: before.openedOn } });
  await sql`update station set closed_on = ${closedOn}, closing_reason = ${reason}, version = version + 1
    where district = ${actor.district} and id = ${id}`.execute(tx);
  await tell(tx, actor, id, "station.closed", now, { closedOn });
  return undefined;
}

/** Locks a station that the actor keeps. */
async function keptBy(tx: Tx, actor: Actor, id: string) {
  const found = await sql<{ organisationId: string; version: number; openedOn: DateISO; closedOn: DateISO | null }>`
    select organisation_id, version, opened_on, closed_on from station where district = ${actor.district} and id = ${id} for update`.execute(
    tx,
  );
  const row = found.rows[0];
  if (!row) return notFound;
  return isStationSide(actor, { organisationId: row.organisationId, staff: [] }) ? row : forbidden;
}

async function refused(tx: Tx, actor: Actor, typed: Typed, statutes: Statutes, now: Instant): Promise<Refusal | undefined> {
  const { kind, equipment, organisationId, hours, cover, longitude, latitude } = typed;
  if (!isStationSide(actor, { organisationId, staff: [] }))
    return invalid({ field: "organisationId", code: "station.not_your_organisation" });
  const statute = await statutes.of(tx, actor.district);
  const codes = (of: typeof stationKinds) => statute.rule(of, dateIn(now)).value.map((one) => one.code);
  const [kinds, known] = [codes(stationKinds), codes(stationEquipment)];
  const faults: FieldFault[] = [];
  if (!kinds.includes(kind)) faults.push({ field: "kind", code: "field.not_in_list", params: { values: kinds.join("、") } });
  if (!equipment.every((one) => known.includes(one)))
    faults.push({ field: "equipment", code: "field.not_in_list", params: { values: known.join("、") } });
  hours.forEach(({ from, to }, at) => {
    if (to <= from) faults.push({ field: `hours.${at}.to`, code: "field.before_start", params: { start: from } });
  });
  if ((longitude === null) !== (latitude === null))
    faults.push({ field: longitude === null ? "longitude" : "latitude", code: "station.point_wants_both" });
  const places = cover.map(({ areaId, grid }) => `${areaId} ${grid ?? ""}`);
  places.forEach((place, at) => {
    if (places.indexOf(place) < at) faults.push({ field: `cover.${at}.areaId`, code: "field.twice" });
  });
  return faults.length > 0 ? invalid(...faults) : undefined;
}

const ofPhotos = (refusal: Refusal): Refusal => ({ ...refusal, fields: [{ field: "photos", code: "file.gone" }] });

/** Lists go as JSON text, or the driver would send them as arrays. */
const columns = ({ cover: _, hours, equipment, photos, ...plain }: Typed) => ({
  ...plain,
  hours: JSON.stringify(hours),
  equipment: JSON.stringify(equipment),
  photos: JSON.stringify(photos),
  sortKey: nameKey(plain.name),
});

const tell = (tx: Tx, actor: Actor, id: string, type: string, at: Instant, data: Record<string, unknown>) =>
  record(tx, {
    ...{ district: actor.district, id: randomUUIDv7(), at, actor: actor.account },
    ...{ subjectType: "station", subjectId: id, type, version: 1, data },
  });
