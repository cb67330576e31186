import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";

export const outcomes = ["new", "changed", "unchanged", "wrong"] as const;
export type Outcome = (typeof outcomes)[number];

const Id = z.object({ id: z.uuid() });
const text = z.string();

export const ImportDraft = z
  .object({
    id: z.uuid(),
    kind: text,
    fileName: text,
    at: text,
    counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), wrong: z.int() }),
    columns: z.array(z.object({ field: text, heading: text })),
    appliedAt: text.nullable(),
  })
  .meta({ id: "ImportDraft" });

const ImportRow = z
  .object({
    no: z.int(),
    outcome: z.enum(outcomes),
    /** As it was filled in. */
    values: z.record(z.string(), z.string()),
    changes: z.array(z.object({ field: text, from: text, to: text })),
    reasons: z.array(z.object({ field: text, text })),
  })
  .meta({ id: "ImportRow" });

const keep = { tag: "import", access: "duty:identity.keep" } as const;

const ImportKind = z
  .object({
    kind: text,
    name: text,
    /** How a thing is known again, and what a row wants. */
    help: text,
  })
  .meta({ id: "ImportKind" });

/** The endpoints of an intake that takes these kinds of things. */
export const intakeContracts = (kinds: readonly string[]) => {
  const Kind = z.object({ kind: z.enum(kinds) });
  return { ...drafts, ...ofKind(Kind) };
};

const ofKind = <Kind extends z.ZodType>(Kind: Kind) => ({
  kinds: contract({
    ...keep,
    method: "get",
    path: "/api/import-kinds",
    name: "list_import_kind",
    summary: "What can come in by a sheet",
    output: z.object({ items: z.array(ImportKind) }),
    status: 200,
  }),
  template: contract({
    ...keep,
    method: "get",
    path: "/api/import-templates/{kind}",
    name: "get_import_template",
    summary: "An empty sheet to fill in, with what each column wants",
    params: Kind,
    status: 200,
    bytes: "out",
  }),
  propose: contract({
    ...keep,
    method: "post",
    path: "/api/import-drafts",
    name: "propose_import",
    summary: "Hold a sheet against what is there; nothing is changed",
    query: Kind,
    body: z.strictObject({ file: z.file().openapi({ type: "string", format: "binary" }) }),
    output: ImportDraft,
    status: 201,
    bytes: "in",
    transaction: "own",
  }),
});

const drafts = {
  get: contract({
    ...keep,
    method: "get",
    path: "/api/import-drafts/{id}",
    name: "get_import",
    summary: "An import before and after it is carried out",
    params: Id,
    output: ImportDraft,
    status: 200,
  }),
  rows: contract({
    ...keep,
    method: "get",
    path: "/api/import-drafts/{id}/rows",
    name: "list_import_row",
    summary: "What would become of each row, and why",
    params: Id,
    query: Paging.extend({ outcome: z.enum(outcomes).optional() }),
    output: pageOf(ImportRow),
    status: 200,
  }),
  faults: contract({
    ...keep,
    method: "get",
    path: "/api/import-drafts/{id}/faults",
    name: "get_import_faults",
    summary: "The wrong rows as a sheet with the reasons beside them, to be mended and handed in again",
    params: Id,
    status: 200,
    bytes: "out",
  }),
  apply: contract({
    ...keep,
    method: "post",
    path: "/api/import-drafts/{id}/applications",
    name: "apply_import",
    summary: "Carry out what the preview showed, all of it or nothing",
    params: Id,
    output: ImportDraft,
    status: 201,
    transaction: "own",
  }),
};
