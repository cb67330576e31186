import { type OpinionVerb, transitionOf } from "./lifecycle.ts";
import type { OpinionRelation, OpinionState } from "./terms.ts";

/** What one sentence can say of many: where they go, what is missing, that it is urgent. What differs from one to the next is not here. */
const together = ["assign", "urge", "supervise", "return", "report_progress"] as const satisfies readonly OpinionVerb[];
export type TogetherVerb = (typeof together)[number];

interface Role {
  readonly name: string;
  readonly organisationKind: string;
}

const receiving: readonly string[] = ["deputy_office", "presidium", "subdistrict_committee"];
const acting = ({ name }: Role) => name === "officer" || name === "leader";

/** Verbs that people with these roles can perform on many opinions at once, by the table. */
export function togetherVerbs(roles: readonly Role[]): readonly TogetherVerb[] {
  const receives = roles.some((role) => acting(role) && receiving.includes(role.organisationKind));
  const handles = roles.some((role) => acting(role) && !receiving.includes(role.organisationKind));
  const mine: readonly OpinionRelation[] = [...(receives ? (["receiver"] as const) : []), ...(handles ? (["unit"] as const) : [])];
  return together.filter((verb) => transitionOf(verb).by.some((relation) => mine.includes(relation)));
}

/** Those of the chosen that stand where this verb begins; for the others the table would refuse it. */
export const fitting = <Line extends { readonly status: OpinionState }>(verb: TogetherVerb, lines: readonly Line[]): readonly Line[] =>
  lines.filter(({ status }) => transitionOf(verb).from.includes(status));
