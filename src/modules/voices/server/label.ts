/** `2023-00123`: the year and the running number of the receiver. */
export const labelOf = ({ number, numberYear }: { readonly number: number | null; readonly numberYear: number | null }): string =>
  number === null ? "" : `${numberYear}-${String(number).padStart(5, "0")}`;

const longest = 60;

/** The beginning of what was said, in one line. */
export function gistOf(words: string): string {
  const letters = [...words.replaceAll(/\s+/gu, " ").trim()];
  return letters.length <= longest ? letters.join("") : `${letters.slice(0, longest - 1).join("")}…`;
}
