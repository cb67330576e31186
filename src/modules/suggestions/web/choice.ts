import type { PartRole } from "../terms.ts";

/** A unit that is to handle a case, as far as it has been chosen. */
export interface ChosenUnit {
  readonly role: PartRole;
  readonly unitId: string | null;
  readonly scope: string | null;
}

/** Where a case is to go: to the government's supervision office, or to units at once. */
export interface Choice {
  readonly through: "government" | "units";
  readonly viaId: string | null;
  readonly units: readonly ChosenUnit[];
}

const lead = (unitId: string | null): ChosenUnit => ({ role: "LEAD", unitId, scope: null });

/** The way that cases of this congress usually go; a town's government has no supervision office (R2.23). */
export const usualWay = (congress: string): Choice["through"] => (congress.includes("镇") ? "units" : "government");

/** Nothing chosen yet but the usual way; the supervision office where there is only one. */
export const unchosen = (congress: string, offices: readonly string[]): Choice => ({
  through: usualWay(congress),
  viaId: offices.length === 1 ? (offices[0] ?? null) : null,
  units: [lead(null)],
});

/** This unit leads; the others stay, and it stands there once. */
export function withLead(units: readonly ChosenUnit[], unitId: string): ChosenUnit[] {
  const others = units.filter((unit) => unit.role !== "LEAD" && unit.unitId !== unitId && unit.unitId !== null);
  return [lead(unitId), ...others.map((unit): ChosenUnit => ({ ...unit, role: "CO", scope: null }))];
}

/** Is everything there that an assignment needs? Whether it is right, the rules decide. */
export const isChosen = ({ through, viaId, units }: Choice): boolean =>
  through === "government" ? viaId !== null : units.length > 0 && units.every((unit) => unit.unitId !== null);

/** What goes out. */
export const assignmentOf = ({ through, viaId, units }: Choice, note: string) => ({
  ...(through === "government" ? { viaId, units: [] } : { viaId: null, units }),
  note: note.trim() === "" ? null : note.trim(),
});
