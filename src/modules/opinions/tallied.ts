import type { Counted } from "../../platform/ledger/tally.ts";
import { figuresIn } from "./figures.ts";
import type { Opinion } from "./opinion.ts";

/** What those who look through their lists see. */
export const sightShelf = "opinion";
/** The book of those who have all opinions in sight, alone and with each unit. */
export const districtBook = (unit?: string): string => withUnit("district", unit);
/** The book of an office that receives or handles, alone and with each unit. */
export const officeBook = (office: string, unit?: string): string => withUnit(`office:${office}`, unit);

const withUnit = (book: string, unit?: string): string => (unit ? `${book}/unit:${unit}` : book);

/**
 * Where an opinion counts: for the whole district, for who receives it and for the unit that handles it, each alone and with that
 * unit; and in the figures. Follows from the opinion's own row and results alone. What a deputy has raised himself is so little that it
 * is counted when he looks.
 */
export function talliedIn(of: Opinion): Counted[] {
  const unit = of.unitId ?? undefined;
  const offices = [...new Set([of.receiverId, ...(unit ? [unit] : [])])];
  const books = [undefined, ...(unit ? [unit] : [])].flatMap((one) => [
    districtBook(one),
    ...offices.map((office) => officeBook(office, one)),
  ]);
  return [...books.map((book) => ({ shelf: sightShelf, book, status: of.status })), ...figuresIn(of)];
}
