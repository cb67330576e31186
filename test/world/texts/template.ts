import type { Random } from "./random.ts";

/** Names that a template may use; a value is itself a template. */
export type Variables = Readonly<Record<string, string>>;

const innermost = /\{([^{}]*)\}/g;
const range = /^(\d+)-(\d+)(?:\/(\d+))?$/;

/**
 * Fills `{a|b}` with one of its words, `{3-9}` or `{100-900/50}` with a number, and `{name}` with a variable,
 * which is chosen once and then stays in `bound`.
 */
export function fill(template: string, random: Random, variables: Variables, bound: Map<string, string>): string {
  let text = template;
  while (text.includes("{")) text = text.replace(innermost, (_, slot: string) => value(slot, random, variables, bound));
  return text;
}

function value(slot: string, random: Random, variables: Variables, bound: Map<string, string>): string {
  if (slot.includes("|")) return random.pick(slot.split("|"));
  const [, from, to, step = "1"] = range.exec(slot) ?? [];
  if (from && to) return String(Number(from) + random.int(0, Math.floor((Number(to) - Number(from)) / Number(step))) * Number(step));
  const known = bound.get(slot);
  if (known !== undefined) return known;
  const variable = variables[slot];
  if (variable === undefined) throw new Error(`the template names an unknown variable: ${slot}`);
  const chosen = fill(variable, random, variables, bound);
  bound.set(slot, chosen);
  return chosen;
}
