import type { z } from "zod";
import type { DateISO } from "../../platform/clock/instant.ts";
import { type FieldFault, invalid, type Refusal } from "../../platform/refusal.ts";
import { notLonger, type Period } from "./due-date.ts";
import type { Calendar } from "./working-days.ts";

interface EntryColumn {
  readonly name: string;
  readonly optional?: boolean;
  /** Several lines. */
  readonly long?: boolean;
}

/** How a value is filled in; `words` tells where the catalogue has a word for each choice. */
export type RuleForm =
  | { readonly kind: "period" }
  | { readonly kind: "count"; readonly most: number; readonly of: "times" | "days" }
  | { readonly kind: "choice"; readonly name: string; readonly values: readonly string[]; readonly words: string }
  | { readonly kind: "codes" }
  /** A list of texts with several columns; `words` tells what the columns are called. */
  | { readonly kind: "entries"; readonly columns: readonly EntryColumn[]; readonly words: string }
  | { readonly kind: "classes"; readonly values: readonly string[]; readonly words: string };

/** A kind of local rule: what values it takes, what it is worth where nothing was set, and what the law holds fixed. */
export interface RuleDefinition<Value = unknown> {
  readonly key: string;
  readonly schema: z.ZodType<Value>;
  readonly value: Value;
  readonly source: string;
  readonly form: RuleForm;
  /** The law's own limit: it may be shortened, never lengthened. */
  readonly statutory?: Period;
}

/** One version of a rule, in force from a day on until the next version is. */
export interface RuleVersion {
  readonly key: string;
  readonly version: number;
  readonly inForceFrom: DateISO;
  readonly value: unknown;
  readonly source: string;
}

/** Calendars and rules of a district as plain data: everything a deciding function may ask about time and limits. */
export interface Statute {
  readonly calendar: Calendar;
  /** The period of `key` in force on `day`. */
  period(key: string, day: DateISO): { version: number; value: Period };
  /** The value of a rule in force on `day`. */
  rule<Value>(definition: RuleDefinition<Value>, day: DateISO): { version: number; value: Value };
  /** A version by its number, as a case keeps it. */
  ruleVersion<Value>(definition: RuleDefinition<Value>, version: number): Value;
  sourceOf(key: string, version: number): string;
}

/** A statute over loaded rows; version 0 is the definition's own value. */
export function statuteOf(calendar: Calendar, definitions: readonly RuleDefinition[], versions: readonly RuleVersion[]): Statute {
  const byKey = Map.groupBy(versions, (version) => version.key);
  const definitionOf = new Map(definitions.map((definition) => [definition.key, definition]));
  const inForce = (key: string, day: DateISO): { version: number; value: unknown } => {
    const all = byKey.get(key)?.filter((version) => version.inForceFrom <= day) ?? [];
    const last = all.reduce<RuleVersion | undefined>((best, one) => (best && later(best, one) ? best : one), undefined);
    return last ?? { version: 0, value: known(definitionOf.get(key), key).value };
  };
  const numbered = (key: string, version: number): RuleVersion | undefined => byKey.get(key)?.find((one) => one.version === version);
  return {
    calendar,
    period: (key, day) => inForce(key, day) as { version: number; value: Period },
    rule: (definition, day) => {
      const found = inForce(definition.key, day);
      return { version: found.version, value: definition.schema.parse(found.value) };
    },
    ruleVersion: (definition, version) =>
      definition.schema.parse(version === 0 ? definition.value : numbered(definition.key, version)?.value),
    sourceOf: (key, version) => numbered(key, version)?.source ?? known(definitionOf.get(key), key).source,
  };
}

const later = (a: RuleVersion, b: RuleVersion): boolean =>
  a.inForceFrom === b.inForceFrom ? a.version > b.version : a.inForceFrom > b.inForceFrom;

function known(definition: RuleDefinition | undefined, key: string): RuleDefinition {
  if (!definition) throw new Error(`no rule is called ${key}`);
  return definition;
}

/** A value that may be set for `definition`, or the fields at fault. What the law fixes can only be made shorter. */
export function checkRuleValue(definition: RuleDefinition, value: unknown): unknown | Refusal {
  const parsed = definition.schema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue): FieldFault => ({ field: ["value", ...issue.path.map(String)].join("."), code: "field.invalid" }),
    );
    return invalid(...faults);
  }
  const limit = definition.statutory;
  if (limit && !notLonger(parsed.data as Period, limit))
    return invalid({
      field: "value.amount",
      code: "calendar.longer_than_law",
      params: { amount: limit.amount, unit: limit.unit },
      source: definition.source,
    });
  return parsed.data;
}
