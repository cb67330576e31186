import { dateIn } from "../../../platform/clock/instant.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import { voiceContracts } from "../contract.ts";
import { type Line, voicePage } from "./list.ts";

const { list } = voiceContracts;
const exported = contract({
  ...{ ...exportOf(list.path), tag: list.tag, access: list.access },
  name: "export_voice",
  summary: "Voters' voices in my sight as a sheet, as filtered; without anything by which a speaker could be reached",
  query: list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

/** The list of voices as a file: the same scope, the same filters. */
export const voiceExport = (statutes: Statutes) =>
  binder<Actor>()(exported, async ({ db, actor, query, now, words }) => {
    const statute = await statutes.of(db.read, actor.district);
    const names = new Map(statute.rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const page = (cursor: string | undefined) => voicePage(db.read, actor, { ...query, limit: portion, cursor }, now);
    const rows = pages(page, (lines) => lines.map((line) => rowOf(line, names, words)));
    return sendSheet(db, actor, {
      list: "voice",
      query,
      now,
      sheet: { title: words("voice.page.list"), columns: columnsIn(words), rows },
    });
  });

const columnsIn = (words: Words): SheetColumn[] => [
  { key: "number", heading: words("voice.field.number"), kind: "text", width: 14 },
  { key: "title", heading: words("voice.field.words"), kind: "text", width: 60 },
  { key: "channel", heading: words("voice.field.channel"), kind: "text", width: 12 },
  { key: "category", heading: words("voice.field.category"), kind: "text", width: 14 },
  { key: "area", heading: words("voice.field.areaId"), kind: "text" },
  { key: "station", heading: words("voice.field.stationId"), kind: "text" },
  { key: "unit", heading: words("voice.field.unitId"), kind: "text" },
  { key: "taker", heading: words("voice.field.taker"), kind: "text", width: 12 },
  { key: "joiners", heading: words("voice.field.joiners"), kind: "whole", width: 10 },
  { key: "status", heading: words("voice.field.status"), kind: "text", width: 14 },
  { key: "receivedAt", heading: words("voice.field.receivedAt"), kind: "moment" },
  { key: "due", heading: words("voice.field.due"), kind: "day", width: 12 },
];

const rowOf = (line: Line, names: ReadonlyMap<string, string>, words: Words): SheetRow => ({
  ...{ number: line.label, title: line.title, area: line.areaName, station: line.stationName, unit: line.unitName, taker: line.takerName },
  channel: words(`voice.channel.${line.channel}`),
  category: names.get(line.category) ?? line.category,
  joiners: line.joiners,
  status: words(`voice.status.${line.status}`),
  receivedAt: line.receivedAt,
  due: line.dueOn,
});
