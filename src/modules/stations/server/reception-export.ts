import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Actor } from "../../identity/index.ts";
import { receptionContracts } from "../reception-contract.ts";
import { listReceptions } from "./reception-list.ts";

const { list } = receptionContracts;
const exported = contract({
  ...{ ...exportOf(list.path), tag: list.tag, access: list.access },
  name: "export_reception",
  summary: "Receptions as a sheet, as filtered",
  query: list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

const columns = [
  ["stationName", "text", 28],
  ["kind", "text", 14],
  ["status", "text", 10],
  ["startsAt", "moment", 18],
  ["endsAt", "moment", 18],
  ["place", "text", 24],
  ["theme", "text", 20],
  ["deputies", "text", 24],
  ["liaisonName", "text", 12],
  ["visitors", "whole", 10],
] as const satisfies readonly (readonly [string, SheetColumn["kind"], number])[];

/** The list of receptions as a file, by the same filters. */
export const receptionExport = binder<Actor>()(exported, ({ db, actor, query, now, words }) => {
  const page = (cursor: string | undefined) => listReceptions(db.read, actor, { ...query, limit: portion, cursor }, now);
  const rows = pages(page, (lines) =>
    lines.map(({ deputies, kind, status, stationName, startsAt, endsAt, place, theme, liaisonName, visitors }) => ({
      ...{ stationName, startsAt, endsAt, place, theme, liaisonName, visitors },
      kind: words(`reception.kind.${kind}`),
      status: words(`reception.status.${status}`),
      deputies: deputies
        .map(({ name, state }) => words("reception.sheet.deputy", { name, state: words(`reception.attendance.${state}`) }))
        .join("、"),
    })),
  );
  const headings = columns.map(([key, kind, width]) => ({ key, heading: words(`reception.field.${key}`), kind, width }));
  return sendSheet(db, actor, { list: "reception", query, now, sheet: { title: words("reception.page.list"), columns: headings, rows } });
});
