import { dateIn } from "../../../platform/clock/instant.ts";
import { contract } from "../../../platform/http/contract.ts";
import { binder } from "../../../platform/http/route.ts";
import { exportOf, exportQuery, sendSheet } from "../../../platform/sheets/export.ts";
import { pages, portion, type SheetColumn } from "../../../platform/sheets/sheet.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { planContracts } from "../plan-contract.ts";
import { activityKinds } from "../rule-definitions.ts";
import { itemLines, planPage } from "./plan-list.ts";

const { list } = planContracts;
const exported = contract({
  ...{ ...exportOf(list.path), tag: list.tag, access: list.access },
  name: "export_activity_plan",
  summary: "Yearly plans as a sheet, as filtered, with their items as a second one",
  query: list.query.omit({ limit: true, cursor: true }).extend(exportQuery),
});

type Column = readonly [string, SheetColumn["kind"], number];
const columns: readonly Column[] = [
  ["number", "whole", 8],
  ["title", "text", 24],
  ["town", "text", 14],
  ["items", "whole", 10],
  ["edition", "whole", 10],
  ["publishedAt", "moment", 18],
  ["status", "text", 12],
];
const itemColumns: readonly Column[] = [
  ["number", "whole", 8],
  ["title", "text", 24],
  ["fromMonth", "whole", 8],
  ["toMonth", "whole", 8],
  ["theme", "text", 40],
  ["kind", "text", 18],
  ["place", "text", 24],
  ["campaignName", "text", 24],
  ["concern", "text", 36],
  ["deputies", "whole", 10],
  ["remarks", "text", 24],
];

/** The list of plans as a file, by the same filters, and every activity in them. */
export const planExport = (statutes: Statutes) =>
  binder<Actor>()(exported, async ({ db, actor, query, now, words }) => {
    const statute = await statutes.of(db.read, actor.district);
    const kinds = new Map(statute.rule(activityKinds, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const page = (cursor: string | undefined) => planPage(db.read, actor, { ...query, limit: portion, cursor });
    const headed = (all: readonly Column[]) =>
      all.map(([key, kind, width]) => ({ key, heading: words(`activity_plan.field.${key}`), kind, width }));
    const rows = pages(page, (lines) =>
      lines.map(({ year, title, townName, items, publicEdition, publishedAt, status }) => ({
        ...{ number: year, title, town: townName, items, edition: publicEdition, publishedAt },
        status: words(`activity_plan.status.${status}`),
      })),
    );
    const items = pages(page, async (lines) => {
      const all = await itemLines(
        db.read,
        actor,
        lines.map(({ id }) => id),
      );
      return all.map(({ year, kind, ...item }) => ({ number: year, ...item, kind: kinds.get(kind) ?? kind }));
    });
    const sheet = { title: words("activity_plan.page.list"), columns: headed(columns), rows };
    const further = [{ title: words("activity_plan.page.items"), columns: headed(itemColumns), rows: items }];
    return sendSheet(db, actor, { list: "activity_plan", query, now, sheet: { ...sheet, further } });
  });
