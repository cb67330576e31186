import { ofNumeral } from "../../platform/i18n/numeral.ts";

/** Ways of numbering that deputies use, each giving the number of a mark at the beginning of a sentence. */
const numberings: readonly { readonly mark: RegExp; readonly value: (mark: string) => number }[] = [
  { mark: /^([一二三四五六七八九十]{1,3})、/, value: ofNumeral },
  { mark: /^[（(]([一二三四五六七八九十]{1,3})[）)]、?/, value: ofNumeral },
  { mark: /^第([一二三四五六七八九十]{1,3})[，、,:：]/, value: ofNumeral },
  { mark: /^([一二三四五六七八九十]{1,3})是/, value: ofNumeral },
  { mark: /^(\d{1,2})[.．、](?!\d)/, value: Number },
  { mark: /^[（(](\d{1,2})[）)][.．、]?/, value: Number },
  { mark: /^([①-⑳])/u, value: (mark) => (mark.codePointAt(0) ?? 0) - 0x245f },
];

/** What a proposal asks for, point by point (R2.29): its numbered points, or else its paragraphs. The marks themselves are dropped. */
export function pointsOf(proposal: string): string[] {
  const text = proposal.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n").trim();
  const starts = sentenceStarts(text);
  const numbered = numberings
    .map(({ mark, value }) => inSequence(text, starts, mark, value))
    .filter((found) => found.length > 1)
    .toSorted((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))[0];
  if (!numbered) return text.split(/\n+/).map(trimmed).filter(Boolean);
  const points = numbered.map(({ after }, index) => trimmed(text.slice(after, numbered[index + 1]?.at)));
  const before = trimmed(text.slice(0, numbered[0]?.at));
  return isAsking(before) ? [before, ...points] : points;
}

interface Mark {
  readonly at: number;
  readonly after: number;
}

/** Marks that count 1, 2, 3 …: what only looks like one is out of turn. */
function inSequence(text: string, starts: readonly number[], mark: RegExp, value: (mark: string) => number): Mark[] {
  const found: Mark[] = [];
  for (const at of starts) {
    const [whole, number] = mark.exec(text.slice(at, at + 8)) ?? [];
    if (whole && number && value(number) === found.length + 1) found.push({ at, after: at + whole.length });
  }
  return found;
}

/** Where a line or a sentence begins. */
function sentenceStarts(text: string): number[] {
  return [...text.matchAll(/(?:^|[\n。；;！!：:，,])\s*/g)].map((found) => found.index + found[0].length);
}

const trimmed = (text: string): string => text.trim().replace(/[；;，,]$/, "");

/** Words before the first number ask for something of their own, unless they only announce the points. */
const isAsking = (before: string): boolean => before.length > 12 && !/[：:]$|如下。?$/.test(before);

/** The first words of a point, short enough to name it by. */
export function gist(point: string, most = 24): string {
  const [first = ""] = point.split(/[\n，。；：！？,;:]/);
  return first.length <= most ? first : `${first.slice(0, most)}……`;
}
