import { attachmentsOf } from "../../../platform/files/attachments.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { listeningType } from "../listening.ts";
import { listeningContracts as contracts, listeningVerbContracts } from "../listening-contract.ts";
import { performListening, planListening } from "./listening.ts";
import { listeningView, listListenings } from "./listening-view.ts";

const route = binder<Actor>();

const exported = contract({
  ...{ ...exportOf(contracts.list.path), tag: contracts.list.tag, access: contracts.list.access },
  name: "export_listening",
  summary: "Listening sessions in my sight as a sheet, as filtered",
  query: contracts.list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

const columns = [
  ["day", "day", 12],
  ["stationName", "text", 28],
  ["organName", "text", 20],
  ["topic", "text", 36],
  ["status", "text", 10],
  ["points", "whole", 10],
  ["open", "whole", 10],
  ["dueOn", "day", 12],
] as const satisfies readonly (readonly [string, SheetColumn["kind"], number])[];

export const listeningRoutes = (statutes: Statutes, files: FileFolder) => [
  route(exported, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => listListenings(db.read, actor, { ...query, limit: portion, cursor }, now);
    const rows = pages(page, (lines) =>
      lines.map(({ day, stationName, organName, topic, status, points, open, dueOn }) => ({
        ...{ day, stationName, organName, topic, status: words(`listening.status.${status}`), points, open, dueOn },
      })),
    );
    const headings = columns.map(([key, kind, width]) => ({ key, heading: words(`listening.field.${key}`), kind, width }));
    return sendSheet(db, actor, { list: "listening", query, now, sheet: { title: words("listening.page.list"), columns: headings, rows } });
  }),
  route(contracts.list, ({ db, actor, query, now }) => listListenings(db, actor, query, now)),
  route(contracts.get, async ({ db, actor, params, now }) => (await listeningView(db, actor, params.id, now)) ?? notFound),
  route(contracts.attachment, async ({ db, actor, params, query, now }) => {
    if (!(await listeningView(db, actor, params.id, now))) return notFound;
    const file = (await attachmentsOf(db, actor.district, { subjectType: listeningType, subjectId: params.id })).get(params.fileId);
    return file ? sendFile(files, file, query.size) : notFound;
  }),
  route(contracts.plan, async ({ db, actor, body, now }) => {
    const id = await planListening(db, actor, body, now);
    return isRefusal(id) ? id : ((await listeningView(db, actor, id, now)) ?? notFound);
  }),
  ...listeningVerbContracts.map(({ verb, contract: of }) =>
    route(of, async ({ db, actor, params, body, now }) => {
      const { attachments, ...input } = body as { attachments?: string[] };
      const refusal = await performListening(db, statutes, actor, { id: params.id, verb, input, attachments, now });
      return refusal ?? (await listeningView(db, actor, params.id, now)) ?? notFound;
    }),
  ),
];
