/** The words of what was typed into a search field: what stands between spaces, each once. */
export const wordsOf = (typed: string): string[] => [...new Set(typed.split(/\s+/u).filter((word) => word !== ""))];

/** As the database folds it: A–Z alone, so that places in the text stay where they are. */
export const folded = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Every two neighbouring characters, as the index keeps them; its twin is the SQL function `bigrams`. */
export function bigrams(text: string): Set<string> {
  const letters = [...folded(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** A word too short for the index. */
export const isOneCharacter = (word: string): boolean => [...word].length < 2;

/** From this place in the text to that, in UTF-16 units. */
export type Range = readonly [from: number, to: number];

/** Where any of the words stands in a text, in order, overlapping places made one. */
export function highlights(text: string, words: readonly string[]): Range[] {
  const found = words.flatMap((word) => placesOf(folded(text), folded(word))).sort((a, b) => a[0] - b[0]);
  const merged: Range[] = [];
  for (const [from, to] of found) {
    const last = merged.at(-1);
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

function placesOf(text: string, word: string): Range[] {
  const places: Range[] = [];
  if (word === "") return places;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push([at, at + word.length]);
  return places;
}
