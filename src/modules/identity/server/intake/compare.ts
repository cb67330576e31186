import { createHash } from "node:crypto";
import type { Instant } from "../../../../platform/clock/instant.ts";
import type { Db } from "../../../../platform/db/database.ts";
import { faultsOf } from "../../../../platform/http/input.ts";
import type { Reason } from "../../../../platform/refusal.ts";
import type { Actor } from "../../actor.ts";
import type { Outcome } from "../../intake-contract.ts";
import type { Existing, Intake, Known, Read, Reads, Values } from "./kind.ts";
import type { References } from "./references.ts";

type Fault = Reason & { readonly field: string };

/** What would become of a row. */
export interface Line {
  readonly read: Read;
  readonly outcome: Outcome;
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  readonly reasons: readonly Fault[];
  readonly existing: Existing | undefined;
  /** Everything of the thing after the import; absent on a wrong row. */
  readonly body?: Values;
}

/** What rows are held against. */
interface Measure {
  readonly intake: Intake;
  readonly references: References;
  readonly now: Instant;
}

/** Holds the rows of a sheet against what is there now. The same rows and the same world give the same lines. */
export async function compare(db: Db, actor: Actor, { intake, references, now }: Measure, rows: readonly Read[]): Promise<Line[]> {
  const settled = (await intake.settle?.(db, actor, rows, now)) ?? rows;
  const known = await intake.known(db, actor, settled);
  const before = new Map<string, Read[]>();
  const taken = new Map<string, number>();
  const lines: Line[] = [];
  for (const read of settled) {
    const twin = twinOf(read, known, before);
    const line = lineOf(read, twin, intake, known, references);
    const other = line.existing && taken.get(line.existing.id);
    const judged = other === undefined ? line : wrong(read, [{ field: "", code: "identity.intake.same_as_row", params: { no: other } }]);
    const refusal = judged.outcome === "wrong" ? undefined : await intake.check?.(db, actor, judged.body ?? {}, judged.existing?.id);
    if (judged.existing) taken.set(judged.existing.id, read.no);
    lines.push(refusal ? wrong(read, refusal.fields ?? [{ field: "", code: refusal.reasons[0]?.code ?? "problem.invalid" }]) : judged);
  }
  return lines;
}

/** Two comparisons with one digest would be carried out in the same way. */
export const digestOf = (lines: readonly Line[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify(lines.map(({ read, outcome, existing, body }) => [read.no, outcome, existing?.id, existing?.version, inOrder(body)])),
    )
    .digest("hex");

/** The database keeps the columns of a row in an order of its own. */
const inOrder = (body: Values = {}) => Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));

function twinOf(read: Read, known: Known, before: Map<string, Read[]>): Read | undefined {
  const key = known.keyOf(read.given);
  const earlier = before.get(key) ?? [];
  if (read.faults.length > 0) return undefined;
  before.set(key, [...earlier, read]);
  return earlier.find((other) => known.clash(other.given, read.given));
}

const wrong = (read: Read, reasons: readonly Fault[]): Line => ({ read, outcome: "wrong", changes: [], reasons, existing: undefined });

function lineOf(read: Read, twin: Read | undefined, intake: Intake, known: Known, references: References): Line {
  if (read.faults.length > 0) return wrong(read, read.faults);
  if (twin) return wrong(read, [{ field: "", code: "identity.intake.same_as_row", params: { no: twin.no } }]);
  const found = known.find(read.given);
  if (found && "code" in found) return wrong(read, [{ field: "", ...found }]);
  const body = { ...intake.initial, ...found?.values, ...read.given };
  const unfit = faultsOf(intake.fields, body);
  const faults = unfit.length > 0 ? unfit : (known.faults?.(body) ?? []);
  if (faults.length > 0) return wrong(read, faults);
  if (!found) return { read, outcome: "new", changes: [], reasons: [], existing: undefined, body };
  const changes = intake.columns.flatMap(({ field, reads, once }) => {
    const [from, to] = [found.values[field] ?? null, body[field] ?? null];
    if (once || from === to || !(field in read.given)) return [];
    const shown = found.said?.[field] ?? saidOf(from, reads, intake, references);
    return [{ field, from: shown === null ? "" : String(shown), to: read.texts[field] ?? "" }];
  });
  return { read, outcome: changes.length > 0 ? "changed" : "unchanged", changes, reasons: [], existing: found, body };
}

/** A stored value as a sheet would say it. */
function saidOf(value: unknown, reads: Reads, { sayings }: Intake, references: References): unknown {
  if (reads.as === "reference") return references.nameOf(reads.table, value);
  return reads.as === "choice" && value !== null ? sayings(`${reads.words}.${value}`)[0] : value;
}
