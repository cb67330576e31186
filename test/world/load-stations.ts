import type { Tx } from "../../src/platform/db/database.ts";
import type { Hearing } from "./hearings.ts";
import { insertMany } from "./insert.ts";
import { district } from "./places.ts";
import type { Rated } from "./ratings.ts";
import type { Sitting } from "./receptions.ts";
import { absences, rosterRows } from "./rosters.ts";
import { eventRows, postRows } from "./station-events.ts";
import { coverRows, placementRows, staffRows, stationRows } from "./stations.ts";

const here = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ district, ...row }));

/** Stations, their people and their rosters: what stands before anything happens. */
export async function loadStations(tx: Tx): Promise<void> {
  await insertMany(tx, "station", here(stationRows));
  await insertMany(tx, "stationCover", here(coverRows));
  await insertMany(tx, "stationStaff", here(staffRows));
  await insertMany(tx, "stationDeputy", here(placementRows));
  await insertMany(tx, "roster", here(rosterRows));
  await insertMany(tx, "deputyAbsence", here(absences));
}

/** Receptions, with who came and who stood in for whom. */
export async function loadSittings(tx: Tx, sittings: readonly Sitting[]): Promise<void> {
  const rows = sittings.map(({ thing: { deputies: _d, exchanges: _e, ...row } }) => row);
  await insertMany(tx, "reception", here(rows));
  const on = (list: "deputies" | "exchanges") =>
    sittings.flatMap(({ thing }) => thing[list].map((row) => ({ ...row, receptionId: thing.id })));
  await insertMany(tx, "receptionDeputy", here(on("deputies")));
  await insertMany(tx, "receptionExchange", here(on("exchanges")));
  await insertMany(tx, "receptionStep", here(sittings.flatMap(({ steps }) => steps)));
}

/** Hearings of state organs, with the points that were raised. */
export async function loadHearings(tx: Tx, hearings: readonly Hearing[]): Promise<void> {
  const rows = hearings.map(({ thing: { points: _p, clocks: _c, mandates, ...row } }) => ({ ...row, mandates: JSON.stringify(mandates) }));
  await insertMany(tx, "listeningSession", here(rows));
  const points = hearings.flatMap(({ thing }) => thing.points.map((point) => ({ ...point, sessionId: thing.id })));
  await insertMany(tx, "listeningPoint", here(points));
  await insertMany(tx, "listeningStep", here(hearings.flatMap(({ steps }) => steps)));
}

/** The star ratings of a year. */
export async function loadRatings(tx: Tx, ratings: readonly Rated[]): Promise<void> {
  const rows = ratings.map(({ thing: { items, claimed, assessed, ...row } }) => ({
    ...row,
    ...{ items: JSON.stringify(items), claimed: JSON.stringify(claimed), assessed: JSON.stringify(assessed) },
  }));
  await insertMany(tx, "stationRating", here(rows));
  await insertMany(tx, "stationRatingStep", here(ratings.flatMap(({ steps }) => steps)));
}

/** What else happened at stations, and what they publish. */
export async function loadEvents(tx: Tx): Promise<void> {
  await insertMany(tx, "stationEvent", here(eventRows));
  await insertMany(tx, "stationPost", here(postRows));
}
