import type { z } from "@hono/zod-openapi";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { sendSheet } from "../../../platform/sheets/export.ts";
import { type CellKind, pages, portion, type SheetRow } from "../../../platform/sheets/sheet.ts";
import type { Actor } from "../../identity/index.ts";
import { type CommitmentLine, commitmentContracts as contracts } from "../commitment-contract.ts";
import { commitmentPage, listCommitments } from "./commitments.ts";

const route = binder<Actor>();

/** The ledger of promises (承诺台账), on the screen and as a file. */
export const commitmentRoutes = [
  route(contracts.list, ({ db, actor, query, now }) => listCommitments(db, actor, query, now)),
  route(contracts.export, ({ db, actor, query, now, words }) => {
    const page = (cursor: string | undefined) => commitmentPage(db.read, actor, { ...query, limit: portion, cursor }, now);
    const rows = pages(page, (lines) => lines.map((line) => rowOf(line, words)));
    const heads = columns.map(([key, kind, width]) => ({ key, kind, width, heading: words(`suggestion.ledger.field.${key}`) }));
    return sendSheet(db, actor, {
      list: "commitment",
      ...{ query, now },
      sheet: { title: words("suggestion.ledger.page.list"), columns: heads, rows },
    });
  }),
];

const columns: readonly (readonly [key: string, kind: CellKind, width: number])[] = [
  ["number", "text", 14],
  ["title", "text", 50],
  ["suggestion", "text", 50],
  ["unit", "text", 16],
  ["owner", "text", 16],
  ["promisedFor", "day", 12],
  ["carried", "text", 10],
  ["status", "text", 14],
  ["due", "day", 12],
  ["settledOn", "day", 12],
  ["evidence", "text", 40],
];

const rowOf = (line: z.input<typeof CommitmentLine>, words: Words): SheetRow => ({
  ...{ number: line.label, title: line.title, suggestion: line.suggestion.title, unit: line.unitName, owner: line.owner },
  ...{ promisedFor: line.promisedFor, carried: words(line.carried ? "sheet.yes" : "sheet.no"), due: line.dueOn },
  ...{ status: words(`suggestion.ledger.status.${line.status}`), settledOn: line.settledOn, evidence: line.evidence },
});
