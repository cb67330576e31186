import { systemClock } from "../../../platform/clock/clock.ts";
import type { Problem } from "../../../web/api/client.ts";
import type { Attachment } from "../../../web/ui/attachment-field.tsx";

/** What was written down, as it goes to the house. */
export interface Entry {
  readonly submission: string;
  readonly words: string;
  readonly [field: string]: unknown;
}

/** A sentence of the house: said already, or to be said in the reader's language. */
export interface Said {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly text?: string;
}

/** Why the house did not take an entry. */
export interface Refused {
  readonly reasons: readonly Said[];
  readonly fields: readonly (Said & { readonly field: string })[];
}

export interface Kept {
  readonly entry: Entry;
  /** By this phone's clock, in milliseconds; only how long ago it was is told. */
  readonly at: number;
  /** What its photos are called and how they look, for whoever opens it again. */
  readonly files?: readonly Attachment[];
  /** Where the house was asked and said no. */
  readonly refusal?: Refused;
}

/** The phone's own clock, right or wrong: only what passed between two of its moments is told. */
export const moment = (): number => Date.parse(systemClock.now());

/** What goes out: the entry, and how long ago it was said. */
export const outgoing = ({ entry, at }: Kept): Entry => ({ ...entry, minutesAgo: Math.max(0, Math.floor((moment() - at) / 60_000)) });

const placeOf = (account: string): string => `lianxin.voices.${account}`;

/** What this phone still has to send. It outlives a reload and a sign-out: a voter's words must not get lost. */
export function readEntries(account: string): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(account)) ?? "[]");
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}

export function writeEntries(account: string, all: readonly Kept[]): void {
  if (all.length === 0) localStorage.removeItem(placeOf(account));
  else localStorage.setItem(placeOf(account), JSON.stringify(all));
}

export const without = (all: readonly Kept[], submission: string): readonly Kept[] =>
  all.filter(({ entry }) => entry.submission !== submission);

/** An entry takes the place of the one with the same identifier; a new one comes last. */
export const withEntry = (all: readonly Kept[], one: Kept): readonly Kept[] =>
  all.some(({ entry }) => entry.submission === one.entry.submission)
    ? all.map((other) => (other.entry.submission === one.entry.submission ? one : other))
    : [...all, one];

/** What a refusal says, as it is kept beside the entry. */
export const refusalIn = ({ reasons, errors = [] }: Problem): Refused => ({
  reasons: reasons.map(({ code, text }) => ({ code, text })),
  fields: errors.map(({ field, code, message }) => ({ field, code, text: message })),
});
