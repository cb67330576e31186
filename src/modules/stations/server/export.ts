import { dateIn } from "../../../platform/clock/instant.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { stationContracts } from "../contract.ts";
import { stationKinds } from "../rule-definitions.ts";
import { listStations } from "./list.ts";

const { list } = stationContracts;
const exported = contract({
  ...{ ...exportOf(list.path), tag: list.tag, access: list.access },
  name: "export_station",
  summary: "Duty stations as a sheet, as filtered",
  query: list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

const columns = [
  ["code", "text", 10],
  ["kind", "text", 18],
  ["name", "text", 30],
  ["areaName", "text", 16],
  ["organisationName", "text", 20],
  ["address", "text", 36],
  ["phone", "text", 14],
  ["headName", "text", 10],
  ["deputies", "whole", 10],
  ["nextOn", "day", 12],
  ["stars", "whole", 8],
  ["closedOn", "day", 12],
] as const satisfies readonly (readonly [string, SheetColumn["kind"], number])[];

/** The list of stations as a file, by the same filters. */
export const stationExport = (statutes: Statutes) =>
  binder<Actor>()(exported, async ({ db, actor, query, now, words }) => {
    const statute = await statutes.of(db.read, actor.district);
    const kinds = new Map(statute.rule(stationKinds, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const page = (cursor: string | undefined) => listStations(db.read, actor, { ...query, limit: portion, cursor }, now);
    const rows = pages(page, (lines) => lines.map(({ id: _, ...line }) => ({ ...line, kind: kinds.get(line.kind) ?? line.kind })));
    const headings = columns.map(([key, kind, width]) => ({ key, heading: words(`station.field.${key}`), kind, width }));
    return sendSheet(db, actor, { list: "station", query, now, sheet: { title: words("station.title"), columns: headings, rows } });
  });
