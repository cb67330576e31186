import type { Me } from "../page.ts";

/** Those whose days differ so much that each is shown round in its own way. */
export type Visitor = "deputy" | "office" | "government" | "town" | "unit" | "administrator";

export interface TourStep {
  /** The key of its two sentences. */
  readonly name: string;
  /** What it points at; it stands in the middle where that is not on the screen. */
  readonly at?: string;
}

const entry = (page: string): string => `nav a[href="${page}"]`;
const waiting: TourStep = { name: "waiting", at: ".page-tabs" };
const suggestions: TourStep = { name: "suggestions", at: entry("/suggestions") };
const figures: TourStep = { name: "figures", at: entry("/statistics") };
const again: TourStep = { name: "again", at: "[data-account]" };

export const tours: Readonly<Record<Visitor, readonly TourStep[]>> = {
  deputy: [
    { name: "raise", at: '#page a[href="/opinions/new"]' },
    { name: "write", at: '#page a[href="/suggestions/new"]' },
    { name: "months", at: ".months" },
    { name: "follow", at: entry("/suggestions") },
    { name: "appraise", at: ".page-tabs" },
    again,
  ],
  office: [
    waiting,
    { name: "review", at: entry("/suggestions/review") },
    { name: "assign", at: entry("/suggestions/assignment") },
    { name: "supervise", at: entry("/supervision") },
    { name: "urge", at: ".page-tabs" },
    figures,
    again,
  ],
  government: [waiting, { name: "forward", at: entry("/suggestions") }, { name: "units", at: entry("/units-at-a-glance") }, figures, again],
  town: [waiting, { name: "hand_over", at: entry("/opinions") }, { name: "close", at: entry("/opinions") }, suggestions, figures, again],
  unit: [
    waiting,
    { name: "reply", at: entry("/suggestions") },
    { name: "answer", at: entry("/opinions") },
    { name: "promises", at: entry("/commitments") },
    again,
  ],
  administrator: [
    { name: "people", at: entry("/people") },
    { name: "accounts", at: entry("/accounts") },
    { name: "import", at: entry("/imports") },
    { name: "rules", at: entry("/rules") },
    { name: "health", at: entry("/health") },
    again,
  ],
};

const byOffice: Readonly<Record<string, Visitor>> = {
  deputy_office: "office",
  government_office: "government",
  presidium: "town",
  subdistrict_committee: "town",
};

/** As what someone is shown round: by what he works as first, then by whom he speaks for. */
export function visitorOf({ roles, mandates }: Pick<Me, "roles" | "mandates">): Visitor {
  if (roles.some((role) => role.name === "administrator")) return "administrator";
  const [role] = roles;
  if (role) return byOffice[role.organisationKind] ?? "unit";
  return mandates.length > 0 ? "deputy" : "unit";
}
