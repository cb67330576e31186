import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Actor } from "../../identity/index.ts";
import { supervisionContracts as contracts } from "../supervision-contract.ts";
import { listSupervisions } from "./supervisions.ts";

const route = binder<Actor>();

/** The supervision list, on the page and as a file. */
export const supervisionRoutes = [
  route(contracts.list, ({ db, actor, query }) => listSupervisions(db, actor, query)),
  route(contracts.export, async ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listSupervisions(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (lines) => lines.map((line) => rowOf(line, words)));
    return sendSheet(db, actor, {
      list: "supervision",
      query,
      now,
      sheet: { title: words("suggestion.supervision.title"), columns: columnsIn(words), rows },
    });
  }),
];

type Line = Awaited<ReturnType<typeof listSupervisions>>["items"][number];

const rowOf = ({ units, status, result, ...line }: Line, words: Words): SheetRow => ({
  ...line,
  units: units.join(words("sheet.list_separator")),
  status: words(`suggestion.status.${status}`),
  result: result && words(`suggestion.supervision_result.${result}`),
});

const columnsIn = (words: Words): SheetColumn[] => [
  { key: "label", heading: words("suggestion.field.number"), kind: "text", width: 14 },
  { key: "title", heading: words("suggestion.field.title"), kind: "text", width: 50 },
  { key: "units", heading: words("suggestion.field.units"), kind: "text", width: 30 },
  { key: "status", heading: words("suggestion.field.status"), kind: "text", width: 12 },
  { key: "leader", heading: words("suggestion.supervision.leader"), kind: "text", width: 20 },
  { key: "governmentLeader", heading: words("suggestion.supervision.government_leader"), kind: "text", width: 20 },
  { key: "bodyName", heading: words("suggestion.supervision.body"), kind: "text", width: 18 },
  { key: "decidedOn", heading: words("suggestion.field.decidedOn"), kind: "day", width: 14 },
  { key: "documentNo", heading: words("suggestion.field.documentNo"), kind: "text", width: 18 },
  { key: "times", heading: words("suggestion.supervision.log"), kind: "whole", width: 10 },
  { key: "lastOn", heading: words("suggestion.supervision.last"), kind: "day", width: 14 },
  { key: "nextOn", heading: words("suggestion.field.nextOn"), kind: "day", width: 14 },
  { key: "nextStep", heading: words("suggestion.field.nextStep"), kind: "text", width: 30 },
  { key: "reportedOn", heading: words("suggestion.field.reportedOn"), kind: "day", width: 14 },
  { key: "meeting", heading: words("suggestion.field.meeting"), kind: "text", width: 24 },
  { key: "result", heading: words("suggestion.supervision.result"), kind: "text", width: 20 },
  { key: "opinion", heading: words("suggestion.label.report_supervision.opinion"), kind: "text", width: 30 },
];
