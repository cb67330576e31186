import type { Tx } from "../../src/platform/db/database.ts";
import { insertMany } from "./insert.ts";
import { district } from "./places.ts";
import type { Sitting } from "./receptions.ts";
import { absences, rosterRows } from "./rosters.ts";
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
