import type { z } from "@hono/zod-openapi";
import { dateIn } from "../../../platform/clock/instant.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { type SuggestionLine, suggestionContracts } from "../contract.ts";
import { categories } from "../rule-definitions.ts";
import { suggestionPage } from "./list.ts";

const { list } = suggestionContracts;
const exported = contract({
  ...{ ...exportOf(list.path), tag: list.tag, access: list.access },
  name: "export_suggestion",
  summary: "Suggestions in my sight as a sheet, as filtered",
  query: list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

/** The list of suggestions as a file: the same scope, the same filters, the same status that the reader is shown. */
export const suggestionExport = (statutes: Statutes) =>
  binder<Actor>()(exported, async ({ db, actor, query, now, words }) => {
    const statute = await statutes.of(db.read, actor.district);
    const names = new Map(statute.rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const page = (cursor: string | undefined) => suggestionPage(db.read, actor, { ...query, limit: portion, cursor }, now);
    const rows = pages(page, (lines) => lines.map((line) => rowOf(line, names, words)));
    const sheet = { title: words("suggestion.page.list"), columns: columnsIn(words), rows };
    return sendSheet(db, actor, { list: "suggestion", query, now, sheet });
  });

const columnsIn = (words: Words): SheetColumn[] => [
  { key: "number", heading: words("suggestion.field.number"), kind: "text", width: 14 },
  { key: "title", heading: words("suggestion.field.title"), kind: "text", width: 50 },
  { key: "category", heading: words("suggestion.field.category"), kind: "text", width: 14 },
  { key: "lead", heading: words("suggestion.field.lead"), kind: "text", width: 12 },
  { key: "units", heading: words("suggestion.field.units"), kind: "text", width: 30 },
  { key: "status", heading: words("suggestion.field.status"), kind: "text", width: 14 },
  { key: "key", heading: words("suggestion.key"), kind: "text", width: 10 },
  { key: "submittedAt", heading: words("suggestion.field.submittedAt"), kind: "moment" },
  { key: "due", heading: words("suggestion.field.due"), kind: "day", width: 12 },
];

const rowOf = (line: z.input<typeof SuggestionLine>, names: ReadonlyMap<string, string>, words: Words): SheetRow => ({
  number: line.label,
  title: line.title,
  category: names.get(line.category) ?? line.category,
  lead: line.lead.name,
  units: line.units.join(words("sheet.list_separator")),
  status: words(`suggestion.status.${line.status}`),
  key: words(line.key ? "sheet.yes" : "sheet.no"),
  submittedAt: line.submittedAt,
  due: line.dueOn,
});
