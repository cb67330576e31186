import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Actor } from "../../identity/index.ts";
import { noticeContracts } from "../contract.ts";
import { listDeliveries } from "./deliveries.ts";

const { deliveries } = noticeContracts;
const exported = contract({
  ...{ ...exportOf(deliveries.path), tag: deliveries.tag, access: deliveries.access },
  ...{ name: "export_notice_delivery", summary: "What left the house and how it went as a sheet, as filtered" },
  query: deliveries.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

/** The delivery log as a file: to whom and how it went, never what was said or to which address. */
export const deliveryExport = binder<Actor>()(exported, ({ db, actor, query, now, words }) => {
  const page = (cursor: string | undefined) => listDeliveries(db.read, actor, { ...query, limit: portion, cursor });
  const rows = pages(page, (some) =>
    some.map(({ createdAt, person, channel, digest, count, state, sentAt, nextAt, attempts, lastError }) => ({
      ...{ createdAt, person, count, sentAt, nextAt, attempts },
      channel: words(`notices.channel.${channel}`),
      digest: words(digest ? "sheet.yes" : "sheet.no"),
      state: words(`notices.delivery.state.${state}`),
      lastError: lastError && known.has(lastError) ? words(`notices.delivery.error.${lastError}`) : lastError,
    })),
  );
  const sheet = { title: words("notices.delivery.title"), columns: columnsIn(words), rows };
  return sendSheet(db, actor, { list: "notice_delivery", query, now, sheet });
});

/** Reasons that the house itself gives; all others come from outside. */
const known = new Set(["no_target", "no_channel"]);

const columnsIn = (words: Words): SheetColumn[] => {
  const heading = (name: string) => words(`notices.delivery.field.${name}`);
  return [
    { key: "createdAt", heading: heading("createdAt"), kind: "moment" },
    { key: "person", heading: heading("person"), kind: "text", width: 12 },
    { key: "channel", heading: heading("channel"), kind: "text", width: 14 },
    { key: "digest", heading: heading("digest"), kind: "text", width: 10 },
    { key: "count", heading: heading("count"), kind: "whole", width: 10 },
    { key: "state", heading: heading("state"), kind: "text", width: 14 },
    { key: "sentAt", heading: heading("sentAt"), kind: "moment" },
    { key: "nextAt", heading: heading("nextAt"), kind: "moment" },
    { key: "attempts", heading: heading("attempts"), kind: "whole", width: 10 },
    { key: "lastError", heading: heading("lastError"), kind: "text", width: 40 },
  ];
};
