import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Actor } from "../../identity/index.ts";
import { escalationContracts } from "../escalation-contract.ts";
import { supervisionContracts as contracts } from "../supervision-contract.ts";
import { listEscalations } from "./escalations.ts";
import { listSupervisions } from "./supervisions.ts";

const route = binder<Actor>();

/** The supervision list and the meetings over dissatisfaction, on the page and as files. */
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
  route(escalationContracts.list, ({ db, actor, query }) => listEscalations(db, actor, query)),
  route(escalationContracts.export, async ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listEscalations(db.read, actor, { ...query, limit: portion, cursor });
    const rows = pages(page, (lines) => lines.map((line) => meetingOf(line, words)));
    return sendSheet(db, actor, {
      ...{ list: "escalation", query, now },
      sheet: { title: words("suggestion.escalation.title"), columns: meetingColumns(words), rows },
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

type Meeting = Awaited<ReturnType<typeof listEscalations>>["items"][number];

const meetingOf = ({ units, dissatisfied, rework, status, mine: _, ...line }: Meeting, words: Words): SheetRow => ({
  ...line,
  units: units.join(words("sheet.list_separator")),
  status: words(`suggestion.status.${status}`),
  dissatisfied: dissatisfied.map(({ name, reasons }) => [name, reasons].filter(Boolean).join(" ")).join(words("sheet.list_separator")),
  rework: rework === null ? null : words(`suggestion.answer.rework.${rework}`),
});

const meetingColumns = (words: Words): SheetColumn[] => [
  { key: "label", heading: words("suggestion.field.number"), kind: "text", width: 14 },
  { key: "title", heading: words("suggestion.field.title"), kind: "text", width: 50 },
  { key: "units", heading: words("suggestion.field.units"), kind: "text", width: 30 },
  { key: "status", heading: words("suggestion.field.status"), kind: "text", width: 12 },
  { key: "dissatisfied", heading: words("suggestion.escalation.dissatisfied"), kind: "text", width: 30 },
  { key: "reason", heading: words("suggestion.label.escalate.note"), kind: "text", width: 30 },
  { key: "askedOn", heading: words("suggestion.escalation.asked_on"), kind: "day", width: 14 },
  { key: "plannedOn", heading: words("suggestion.field.plannedOn"), kind: "day", width: 14 },
  { key: "place", heading: words("suggestion.field.place"), kind: "text", width: 20 },
  { key: "invited", heading: words("suggestion.field.invited"), kind: "text", width: 30 },
  { key: "heldOn", heading: words("suggestion.escalation.held_on"), kind: "day", width: 14 },
  { key: "participants", heading: words("suggestion.field.participants"), kind: "text", width: 30 },
  { key: "minutes", heading: words("suggestion.field.minutes"), kind: "text", width: 40 },
  { key: "conclusion", heading: words("suggestion.field.conclusion"), kind: "text", width: 40 },
  { key: "rework", heading: words("suggestion.label.conclude_escalation.rework"), kind: "text", width: 16 },
];
