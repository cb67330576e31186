import { sql } from "kysely";
import type { Instant } from "../../../../platform/clock/instant.ts";
import type { Database, Db, Tx } from "../../../../platform/db/database.ts";
import { binder } from "../../../../platform/http/route.ts";
import type { Words } from "../../../../platform/i18n/words.ts";
import { granted, isRefusal, notFound, type Refusal, Refused, refuse } from "../../../../platform/refusal.ts";
import { fileAnswer } from "../../../../platform/sheets/export.ts";
import { readSheet } from "../../../../platform/sheets/read.ts";
import { pages, portion } from "../../../../platform/sheets/sheet.ts";
import type { Actor } from "../../actor.ts";
import { intakeContracts } from "../../intake-contract.ts";
import { compare, digestOf, type Line } from "./compare.ts";
import { countsOf, type Draft, findDraft, keepDraft, markApplied, rowsOf, type StoredRow } from "./drafts.ts";
import type { Intake } from "./kind.ts";
import { referencesOf } from "./references.ts";
import { columnsIn, take } from "./take.ts";
import { templateOf } from "./template.ts";

const route = binder<Actor>();

/** The endpoints of an intake that takes these kinds. */
export function intakeRoutes(intakes: readonly Intake[]) {
  const contracts = intakeContracts(intakes.map(({ kind }) => kind));
  const byKind = new Map(intakes.map((intake) => [intake.kind, intake]));
  const ofKind = (kind: string): Intake => {
    const intake = byKind.get(kind);
    if (!intake) throw new Refused(notFound);
    return intake;
  };
  const found = async (db: Db, actor: Actor, id: string) => {
    const draft = await findDraft(db, actor, id);
    return draft && { draft, intake: ofKind(draft.kind) };
  };
  const show = async (db: Db, actor: Actor, id: string, words: Words) => {
    const one = await found(db, actor, id);
    if (!one) return notFound;
    const { digest: _, byAccount: __, ...rest } = one.draft;
    const columns = one.intake.columns.map(({ field, heading }) => ({ field, heading: words(heading) }));
    return { ...rest, columns, counts: await countsOf(db, actor.district, id) };
  };
  return [
    route(contracts.kinds, async ({ words }) => ({
      items: intakes.map(({ kind, title, help }) => ({ kind, name: words(title), help: words(help) })),
    })),
    route(contracts.template, async ({ params, words }) => fileAnswer(templateOf(ofKind(params.kind), words), "xlsx")),
    route(contracts.propose, async ({ db, actor, query, body, now, words }) => {
      const id = await propose(db, actor, ofKind(query.kind), body.file, now);
      return isRefusal(id) ? id : show(db.read, actor, id, words);
    }),
    route(contracts.get, ({ db, actor, params, words }) => show(db, actor, params.id, words)),
    route(contracts.rows, async ({ db, actor, params, query, words }) => {
      if (!(await findDraft(db, actor, params.id))) return notFound;
      const { items, next } = await rowsOf(db, actor.district, params.id, query);
      return { items: items.map((row) => shown(row, words)), next };
    }),
    route(contracts.faults, async ({ db, actor, params, words }) => {
      const one = await found(db, actor, params.id);
      return one ? fileAnswer(faultSheet(db, actor, one, words), "xlsx") : notFound;
    }),
    route(contracts.apply, async ({ db, actor, params, now, words }) => {
      const refusal = await apply(db, actor, ofKind, { id: params.id, now });
      return refusal ?? show(db.read, actor, params.id, words);
    }),
  ];
}

async function propose(database: Database, actor: Actor, intake: Intake, file: File, now: Instant): Promise<string | Refusal> {
  const sheet = await readSheet(file);
  if (isRefusal(sheet)) return sheet;
  const columns = columnsIn(sheet, intake);
  if (isRefusal(columns)) return columns;
  const references = await referencesOf(database.read, actor.district, intake.columns);
  const read = take(sheet, columns, { references, sayings: intake.sayings });
  const lines = await compare(database.read, actor, { intake, references, now }, read);
  const fileName = file.name.toWellFormed().replaceAll("\0", "").slice(0, 200);
  return database.write((tx) => keepDraft(tx, actor, { kind: intake.kind, fileName, read, lines }, now));
}

/** Carries out exactly what was shown; refuses when the world has moved since, or the import is done already. */
async function apply(
  database: Database,
  actor: Actor,
  ofKind: (kind: string) => Intake,
  { id, now }: { id: string; now: Instant },
): Promise<Refusal | undefined> {
  try {
    return await database.write(async (tx) => {
      const draft = await findDraft(tx, actor, id, true);
      if (!draft) return notFound;
      if (draft.appliedAt !== null) return refuse("conflict", { code: "identity.intake.done_already" });
      // One import of a district at a time: the second must see what the first has done.
      await sql`select pg_advisory_xact_lock(hashtext(${`import ${actor.district}`}))`.execute(tx);
      const intake = ofKind(draft.kind);
      const lines = await comparedAgain(tx, actor, intake, { id, now });
      if (digestOf(lines) !== draft.digest) return refuse("conflict", { code: "identity.intake.world_moved" });
      await carryOut(tx, actor, intake, lines, now);
      await markApplied(tx, actor, id, now);
      return undefined;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function comparedAgain(tx: Tx, actor: Actor, intake: Intake, { id, now }: { id: string; now: Instant }): Promise<Line[]> {
  const { items } = await rowsOf(tx, actor.district, id, { limit: 1_000_000 });
  const references = await referencesOf(tx, actor.district, intake.columns);
  const rows = items.map(({ read }) => read);
  return compare(tx, actor, { intake, references, now }, rows);
}

async function carryOut(tx: Tx, actor: Actor, intake: Intake, lines: readonly Line[], now: Instant): Promise<void> {
  const fresh = lines.flatMap(({ outcome, body }) => (outcome === "new" && body ? [body] : []));
  granted(await intake.add(tx, actor, fresh, now));
  for (const { outcome, existing, body } of lines)
    if (outcome === "changed" && existing && body)
      granted(await intake.change(tx, actor, { id: existing.id, body, seen: existing.version, now }));
}

const shown = ({ no, outcome, read, changes, reasons }: StoredRow, words: Words) => ({
  ...{ no, outcome, values: read.texts, changes: [...changes] },
  reasons: reasons.map(({ field, code, params }) => ({ field, text: words(code, params) })),
});

function faultSheet(db: Db, actor: Actor, { draft, intake }: { draft: Draft; intake: Intake }, words: Words) {
  const { columns, title } = intake;
  const headings = new Map(columns.map(({ field, heading }) => [field, words(heading)]));
  const page = (cursor: string | undefined) => rowsOf(db, actor.district, draft.id, { limit: portion, cursor, outcome: "wrong" });
  const said = ({ reasons }: StoredRow) =>
    reasons.map(({ field, code, params }) => [headings.get(field), words(code, params)].filter(Boolean).join("：")).join("；");
  return {
    title: words("identity.intake.fault_file", { title: words(title) }),
    columns: [
      ...columns.map(({ field, heading }) => ({ key: field, heading: words(heading), kind: "text" as const })),
      { key: "reason", heading: words("identity.intake.reason_heading"), kind: "text" as const, width: 60 },
    ],
    rows: pages(page, (some) => some.map((row) => ({ ...row.read.texts, reason: said(row) }))),
  };
}
