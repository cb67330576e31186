import type { Field } from "./collection.ts";
import type { Typed } from "./collection-api.ts";

/** What the form sends: its own fields only, and nothing typed is `null`. */
export function bodyOf(fields: readonly Field[], typed: Typed): Typed {
  const sent = fields.filter((field) => field.kind !== "assent");
  return Object.fromEntries(sent.map(({ name }) => [name, plain(typed[name])]));
}

/**
 * Somebody changed the thing while it was being edited: what was not touched here follows him, what was stays
 * as typed.
 */
export function merged(fields: readonly { readonly name: string }[], before: Typed, typed: Typed, latest: Typed): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, same(typed[name], before[name]) ? latest[name] : typed[name]]));
}

/** Would both be stored as the same? */
export const same = (one: unknown, other: unknown): boolean => plain(one) === plain(other);

function plain(value: unknown): unknown {
  const text = typeof value === "string" ? value.trim() : value;
  return text === "" || text === undefined ? null : text;
}
