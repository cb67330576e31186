import type { Me } from "../../../web/page.ts";

/** Offices that review and assign: the district's liaison office, a town's presidium (DL-51, OL-42). */
const reviewing: readonly string[] = ["deputy_office", "presidium"];

/** Does this person review suggestions for such an office? */
export const isReviewer = (me: Me): boolean =>
  me.roles.some((role) => reviewing.includes(role.organisationKind) && (role.name === "officer" || role.name === "leader"));
