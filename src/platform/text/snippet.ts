import { folded, highlights } from "./words.ts";

/** Where a thing was found, and the words around. */
export interface Match<Field extends string> {
  readonly field: Field;
  readonly text: string;
}

const longest = 60;
const before = 14;

/**
 * The field that shows best why a thing was found: the first when all words stand in it, else the one with most of those
 * that the first lacks. Null when no field has any.
 */
export function matchIn<Field extends string>(
  fields: readonly (readonly [Field, string])[],
  words: readonly string[],
): Match<Field> | null {
  const has = (text: string, word: string) => folded(text).includes(folded(word));
  const [first, ...others] = fields;
  if (!first) return null;
  const lacking = words.filter((word) => !has(first[1], word));
  const counted = others.map(([field, text]) => ({ field, text, count: lacking.filter((word) => has(text, word)).length }));
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most), { field: first[0], text: first[1], count: 0 });
  if (best.count === 0 && lacking.length === words.length) return null;
  return { field: best.field, text: snippet(best.text, best.count > 0 ? lacking : words) };
}

/** At most sixty characters around the first of the words. */
export function snippet(text: string, words: readonly string[]): string {
  const at = highlights(text, words)[0]?.[0] ?? 0;
  const letters = [...text];
  if (letters.length <= longest) return flat(text);
  const place = [...text.slice(0, at)].length;
  const from = Math.max(0, Math.min(place - before, letters.length - longest + 1));
  const room = longest - (from > 0 ? 1 : 0);
  const cut = letters.slice(from, from + room + 1).length > room;
  const shown = letters.slice(from, from + (cut ? room - 1 : room)).join("");
  return flat(`${from > 0 ? "…" : ""}${shown}${cut ? "…" : ""}`);
}

const flat = (text: string): string => text.replaceAll(/\s/gu, " ");
