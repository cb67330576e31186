import { language } from "../../../web/i18n.ts";

/** Bold letters of the usual size, and the space around them with the arrow of the order. */
const [letter, around] = [8.6, 22];

/** How wide a column has to be for the longest word of its heading to stand unbroken, in pixels; Chinese can break anywhere. */
export function headRoom(heading: string, least: number): number {
  if (language() !== "en") return least;
  const longest = Math.max(...heading.split(/\s+/u).map((word) => word.length));
  return Math.max(least, Math.ceil(longest * letter + around));
}
