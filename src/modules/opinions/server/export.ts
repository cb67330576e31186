import type { z } from "@hono/zod-openapi";
import { dateIn } from "../../../platform/clock/instant.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import { type OpinionLine, opinionContracts } from "../contract.ts";
import { opinionPage } from "./list.ts";

const { list } = opinionContracts;
const exported = contract({
  ...{ ...exportOf(list.path), tag: list.tag, access: list.access },
  name: "export_opinion",
  summary: "Livelihood opinions in my sight as a sheet, as filtered",
  query: list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

/** The list of opinions as a file: the same scope, the same filters. */
export const opinionExport = (statutes: Statutes) =>
  binder<Actor>()(exported, async ({ db, actor, query, now, words }) => {
    const statute = await statutes.of(db.read, actor.district);
    const names = new Map(statute.rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const page = (cursor: string | undefined) => opinionPage(db.read, actor, { ...query, limit: portion, cursor }, now);
    const rows = pages(page, (lines) => lines.map((line) => rowOf(line, names, words)));
    return sendSheet(db, actor, {
      list: "opinion",
      query,
      now,
      sheet: { title: words("opinion.page.list"), columns: columnsIn(words), rows },
    });
  });

const columnsIn = (words: Words): SheetColumn[] => [
  { key: "number", heading: words("opinion.field.number"), kind: "text", width: 14 },
  { key: "title", heading: words("opinion.field.title"), kind: "text", width: 50 },
  { key: "category", heading: words("opinion.field.category"), kind: "text", width: 14 },
  { key: "area", heading: words("opinion.field.area"), kind: "text" },
  { key: "deputy", heading: words("opinion.field.deputy"), kind: "text", width: 12 },
  { key: "unit", heading: words("opinion.field.unit"), kind: "text" },
  { key: "status", heading: words("opinion.field.status"), kind: "text", width: 14 },
  { key: "submittedAt", heading: words("opinion.field.submittedAt"), kind: "moment" },
  { key: "due", heading: words("opinion.field.due"), kind: "day", width: 12 },
];

const rowOf = (line: z.input<typeof OpinionLine>, names: ReadonlyMap<string, string>, words: Words): SheetRow => ({
  number: line.label,
  title: line.title,
  category: names.get(line.category) ?? line.category,
  area: line.areaName,
  deputy: line.deputy.name,
  unit: line.unitName,
  status: words(`opinion.status.${line.status}`),
  submittedAt: line.submittedAt,
  due: line.dueOn,
});
