import type { Season } from "./opinions/kind.ts";
import { isVillage, type OpinionPlace, placeVariables, townOffice, worded } from "./places.ts";
import type { Random } from "./random.ts";
import { fill } from "./template.ts";
import { unitNames } from "./units.ts";
import { tails } from "./voices/follow-up.ts";
import { type Matter, matters } from "./voices/index.ts";

export { elsewhereSaid, refusedNote } from "./voices/elsewhere.ts";
export * from "./voices/follow-up.ts";
export type { Matter } from "./voices/index.ts";

export interface VoiceText {
  readonly words: string;
  readonly matter: Matter;
  /** Which of its ways it was said in. */
  readonly variant: number;
  readonly place: OpinionPlace;
  readonly season: Season;
  /** What was chosen while it was said, so that the answer speaks of the same. */
  readonly bound: ReadonlyMap<string, string>;
}

const told = new WeakMap<Random, { readonly all: Set<string>; last: readonly Matter[] }>();
const speaker = "{我是{at}的|我家住{at}|俺家在{at}|我在{at}住了几十年|家住{at}}";

const us = (matter: Matter, place: OpinionPlace) => (matter.unit === "county_town" ? townOffice(place.town) : unitNames[matter.unit]);
const variables = ({ matter, place, season }: Pick<VoiceText, "matter" | "place" | "season">) => ({
  ...placeVariables(place, season, us(matter, place)),
  ...matter.vars,
  i: speaker,
});

/** Matters that can be brought at this place in this season. */
const possible = (place: OpinionPlace, season: Season): Matter[] =>
  matters.filter(({ setting, seasons }) => {
    if (seasons && !seasons.includes(season)) return false;
    return setting === undefined || (setting === "rural") === isVillage(place);
  });

/** What somebody says, as he says it. The same generator never repeats a sentence, nor a matter among the last five. */
export function voiceText(
  random: Random,
  place: OpinionPlace,
  season: Season,
  given?: Partial<Pick<VoiceText, "matter" | "bound">>,
): VoiceText {
  const before = told.get(random) ?? { all: new Set<string>(), last: [] };
  told.set(random, before);
  for (let attempt = 0; ; attempt++) {
    const free = possible(place, season).filter((one) => !before.last.includes(one));
    const matter = given?.matter ?? random.pick(free);
    const bound = new Map(given?.bound ?? []);
    const tail = random.pick(tails);
    const variant = random.int(0, matter.said.length - 1);
    const words = (
      fill(worded(matter.said[variant]!, place), random, variables({ matter, place, season }), bound) + fill(tail, random, {}, bound)
    ).trim();
    // A matter that has been told in all its ways may be told again; that is what people do.
    if (before.all.has(words) && attempt < 20) continue;
    before.all.add(words);
    before.last = [matter, ...before.last.slice(0, 4)];
    return { words, matter, variant, place, season, bound };
  }
}

/** The matter that such an opinion may have grown from. */
export const matterOf = (opinion: { readonly category: string; readonly title: string }): Matter | undefined =>
  matters.find(({ category, fits }) => category === opinion.category && fits?.test(opinion.title));

/** What the unit answers. */
export const voiceAnswer = (random: Random, text: VoiceText, solved: boolean): string =>
  filled(random, text, fitting(text, solved ? text.matter.done : text.matter.undone));

/** As many answers as ways of saying it: each belongs to its own. */
const fitting = ({ matter, variant }: VoiceText, answers: readonly string[]): readonly string[] =>
  answers.length === matter.said.length ? [answers[variant]!] : answers;

/** What is answered on the spot; undefined where it needs a unit. */
export const instantAnswer = (random: Random, text: VoiceText): string | undefined =>
  text.matter.atOnce && filled(random, text, fitting(text, text.matter.atOnce));

const filled = (random: Random, text: VoiceText, templates: readonly string[]): string =>
  fill(worded(random.pick(templates), text.place), random, variables(text), new Map(text.bound));
