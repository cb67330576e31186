import type { Field } from "./collection.ts";
import type { Typed } from "./collection-api.ts";

/** What the form sends: its own fields only, and nothing typed is `null`. */
export function bodyOf(fields: readonly Field[], typed: Typed): Typed {
  const sent = fields.filter((field) => field.kind !== "assent");
  return Object.fromEntries(
    sent.map(({ name, kind, when }) => [name, when && !when(typed) ? nothing(kind) : (plain(typed[name]) ?? nothing(kind))]),
  );
}

/**
 * Somebody changed the thing while it was being edited: what was not touched here follows him, what was stays
 * as typed.
 */
export function merged(fields: readonly { readonly name: string }[], before: Typed, typed: Typed, latest: Typed): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, same(typed[name], before[name]) ? latest[name] : typed[name]]));
}

/** Would both be stored as the same? */
export const same = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** Lists of nothing are empty lists. */
const nothing = (kind: Field["kind"]): unknown => (kind === "several" || kind === "references" || kind === "photos" ? [] : null);

function plain(value: unknown): unknown {
  const text = typeof value === "string" ? value.trim() : value;
  return text === "" || text === undefined ? null : text;
}
