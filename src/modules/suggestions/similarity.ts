import { cut } from "../../platform/text/cut.ts";
import { folded } from "../../platform/text/words.ts";
import type { Paper } from "./case.ts";

/**
 * How alike two suggestions are, by a rule that can be told to anyone:
 * 1. The words of the title, and those that the text has more than once, are looked up in the newest suggestions. What stands in
 *    more than every fourth says nothing. A word is worth more the rarer it is, and twice as much in both titles.
 * 2. Words in common give up to a hundred points: their share in the worth of all words of the suggestion.
 * 3. The same field and the same place give ten points each, the same unit five.
 * Fewer than thirty points for words, or a single word that is not in both titles, is no likeness.
 */

type Texts = Pick<Paper, "title" | "reason" | "proposal">;

/** What likeness is read off. */
export type Likened = Texts &
  Pick<Paper, "category" | "areaId"> & {
    /** The unit that is proposed, and those that handled it. */
    readonly unitIds: readonly string[];
  };

export interface KeyWord {
  readonly word: string;
  readonly worth: number;
  readonly inTitle: boolean;
}

/** How many of the newest suggestions were looked at, and in how many of them each word stands. */
export interface Sample {
  readonly size: number;
  readonly found: ReadonlyMap<string, number>;
}

export interface Likeness {
  readonly points: number;
  /** What they have in common, the rarest first. */
  readonly words: readonly string[];
  readonly sameField: boolean;
  readonly samePlace: boolean;
  readonly sameUnit: boolean;
}

/** Every title is made with these. */
const formal = new Set(["关于", "建议", "意见", "批评"]);
const mostLookedUp = 40;
const mostOfTitle = 8;
const mostOfText = 5;
/** With fewer, words that the text has only once are taken, too. */
const fewest = 5;
const mostCommon = 1 / 4;
/** Where there are few suggestions yet, a word is not common because it stands in two of three. */
const smallestSample = 20;
const points = { words: 100, field: 10, place: 10, unit: 5, least: 30 } as const;

/** The words worth looking up: those of the title, then those of the text by how often they stand there. */
export const wordsToLookUp = (of: Texts): string[] => [...new Set([...ofTitle(of), ...ofText(of).keys()])].slice(0, mostLookedUp);

/** The words that tell this suggestion from others: those of its title, and of its text those that come again. */
export function keyWords(of: Texts, { size, found }: Sample): KeyWord[] {
  const all = Math.max(size, smallestSample);
  const weighed = (words: readonly string[], inTitle: boolean) =>
    words.flatMap((word): KeyWord[] => {
      const count = found.get(word);
      const share = ((count ?? 0) + 1) / (all + 1);
      return count === undefined || share > mostCommon ? [] : [{ word, worth: Math.log2(1 / share), inTitle }];
    });
  const [inTitle, times] = [ofTitle(of), ofText(of)];
  const title = weighed(inTitle, true).toSorted((one, other) => other.worth - one.worth);
  const telling = ({ word, worth }: KeyWord) => worth * (times.get(word) ?? 1);
  const text = weighed(
    [...times.keys()].filter((word) => !inTitle.includes(word)),
    false,
  ).toSorted((one, other) => telling(other) - telling(one));
  const again = text.filter(({ word }) => (times.get(word) ?? 1) > 1).slice(0, mostOfText);
  const keys = [...title.slice(0, mostOfTitle), ...again];
  return [...keys, ...text.filter((key) => !again.includes(key)).slice(0, Math.max(0, fewest - keys.length))];
}

const ofTitle = ({ title }: Texts): string[] => [...new Set(cut(title))].filter((word) => !formal.has(word));

/** The words of the text and how often each stands there, the most frequent first. */
function ofText({ reason, proposal }: Texts): Map<string, number> {
  const times = new Map<string, number>();
  for (const word of cut(`${reason}\n${proposal}`)) if (!formal.has(word)) times.set(word, (times.get(word) ?? 0) + 1);
  return new Map([...times].toSorted((one, other) => other[1] - one[1]));
}

/** How alike `other` is to the suggestion that `keys` were taken from; undefined when it is not. */
export function likeness(of: Likened, keys: readonly KeyWord[], other: Likened): Likeness | undefined {
  const [title, text] = [folded(other.title), folded(`${other.title}\n${other.reason}\n${other.proposal}`)];
  const shared = keys.filter(({ word }) => text.includes(word));
  const inBothTitles = shared.filter(({ word, inTitle }) => inTitle && title.includes(word));
  const whole = sum(keys.map(({ worth, inTitle }) => (inTitle ? 2 : 1) * worth));
  const forWords =
    whole === 0 ? 0 : (points.words * (sum(shared.map(({ worth }) => worth)) + sum(inBothTitles.map(({ worth }) => worth)))) / whole;
  if (forWords < points.least || shared.length - inBothTitles.length + 2 * inBothTitles.length < 2) return undefined;
  const sameField = of.category === other.category;
  const samePlace = of.areaId !== null && of.areaId === other.areaId;
  const sameUnit = of.unitIds.some((id) => other.unitIds.includes(id));
  const around = (sameField ? points.field : 0) + (samePlace ? points.place : 0) + (sameUnit ? points.unit : 0);
  const words = shared.toSorted((one, next) => next.worth - one.worth).map(({ word }) => word);
  return { points: forWords + around, words, sameField, samePlace, sameUnit };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
