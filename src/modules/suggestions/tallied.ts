import type { Counted } from "../../platform/ledger/tally.ts";
import type { Case } from "./case.ts";
import { figuresIn } from "./figures.ts";
import { unpublished } from "./terms.ts";
import { seenStatus } from "./visibility.ts";

/** What those who look through their lists see. */
export const sightShelf = "suggestion";
export const officeBook = (office: string, unit?: string): string => (unit ? `office:${office}/unit:${unit}` : `office:${office}`);
export const congressBook = (congress: string): string => `congress:${congress}`;

/**
 * Where a case counts: for each office that has it in sight, in the state that office is shown, alone and with each of its
 * units; for the deputies of its congress once it is public among them; and in the figures. Follows from the case's own row and
 * lists alone.
 */
export function talliedIn(of: Case): Counted[] {
  const units = [...new Set(of.parts.map((part) => part.unitId))];
  const offices = new Set([of.submittedAt && of.reviewerId, of.forwarderId, ...units].filter((id): id is string => Boolean(id)));
  const forOffices = [...offices].flatMap((office) => {
    const relations = [office === of.reviewerId ? ("reviewer" as const) : ("unit_officer" as const)];
    const status = seenStatus(of, of.status, { relations });
    return [officeBook(office), ...units.map((unit) => officeBook(office, unit))].map((book) => ({ shelf: sightShelf, book, status }));
  });
  const open = !of.confidential && !unpublished.includes(of.status);
  const forDeputies = open ? [{ shelf: sightShelf, book: congressBook(of.congressId), status: of.status }] : [];
  return [...forOffices, ...forDeputies, ...figuresIn(of)];
}
