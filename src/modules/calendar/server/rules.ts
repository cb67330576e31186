import { randomUUIDv7 } from "node:crypto";
import type { z } from "@hono/zod-openapi";
import { type DateISO, dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import { invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { Actor } from "../../identity/index.ts";
import type { RuleView } from "../contract.ts";
import { checkRuleValue, type RuleDefinition, type Statute } from "../statute.ts";
import { noteChange } from "./statutes.ts";
import type { CalendarTables } from "./tables.ts";

type View = z.input<typeof RuleView>;

/** Every rule as it stands on `today`, with its history. */
export async function listRules(
  db: Db,
  district: string,
  definitions: readonly RuleDefinition[],
  statute: Statute,
  today: DateISO,
): Promise<{ items: View[] }> {
  const all = await db
    .withTables<CalendarTables>()
    .selectFrom("rule")
    .selectAll()
    .where("district", "=", district)
    .orderBy("version")
    .execute();
  const items = definitions.map((definition): View => {
    const versions = all
      .filter((row) => row.key === definition.key)
      .map(({ version, inForceFrom, value, source, note, setAt }) => ({ version, inForceFrom, value, source, note, setAt }));
    const { version, value } = statute.rule(definition, today);
    const inForceFrom = versions.find((one) => one.version === version)?.inForceFrom ?? null;
    return {
      key: definition.key,
      form: formOf(definition),
      version,
      value,
      inForceFrom,
      source: statute.sourceOf(definition.key, version),
      statutory: definition.statutory ?? null,
      versions,
    };
  });
  return { items };
}

function formOf({ form }: RuleDefinition): View["form"] {
  if (form.kind === "entries") return { ...form, columns: form.columns.map((column) => ({ ...column })) };
  return "values" in form ? { ...form, values: [...form.values] } : form;
}

interface NewRule {
  readonly key: string;
  readonly value?: unknown;
  readonly inForceFrom: string;
  readonly source: string;
  readonly note: string | null;
}

/** Sets a new version of a rule. It cannot begin in the past: what has begun keeps the version it began under. */
export async function setRule(
  tx: Tx,
  actor: Actor,
  definitions: readonly RuleDefinition[],
  typed: NewRule,
  now: Instant,
): Promise<undefined | Refusal> {
  const definition = definitions.find((one) => one.key === typed.key);
  if (!definition) return invalid({ field: "key", code: "field.no_such_thing" });
  if (typed.inForceFrom < dateIn(now)) return invalid({ field: "inForceFrom", code: "field.before_start", params: { start: dateIn(now) } });
  const value = checkRuleValue(definition, typed.value);
  if (isRefusal(value)) return value;
  const { district, account } = actor;
  const tables = tx.withTables<CalendarTables>();
  await noteChange(tx, district);
  const last = await tables
    .selectFrom("rule")
    .select((select) => select.fn.max("version").as("version"))
    .where("district", "=", district)
    .where("key", "=", typed.key)
    .executeTakeFirst();
  const version = Number(last?.version ?? 0) + 1;
  const { key, source, note } = typed;
  const inForceFrom = typed.inForceFrom as DateISO;
  await tables
    .insertInto("rule")
    .values({ district, key, version, inForceFrom, value: JSON.stringify(value), source, note, setAt: now, setBy: account })
    .execute();
  const fact = {
    district,
    id: randomUUIDv7(),
    at: now,
    actor: account,
    subjectType: "rule",
    subjectId: randomUUIDv7(),
    type: "rule.set",
    version: 1,
  };
  await record(tx, { ...fact, data: { key, version, inForceFrom, value } });
  return undefined;
}
