import type { Named, Reference } from "../../../web/ui/collection.ts";

/** District, town, village: few enough to be held whole. */
export const area: Reference = { path: "/api/areas", whole: true, tree: true, gone: "retiredOn" };
export const organisation: Reference = { path: "/api/organisations", whole: true, gone: "dissolvedOn" };
export const congress: Reference = { path: "/api/congresses", whole: true, gone: "termEndedOn" };
/** For looking back: a filter offers past congresses too. */
export const anyCongress: Reference = { path: "/api/congresses", whole: true };
export const electoralDistrict: Reference = { path: "/api/electoral-districts", whole: true, within: ["congressId"] };
export const delegation: Reference = { path: "/api/delegations", whole: true, within: ["congressId"] };
export const deputyGroup: Reference = { path: "/api/deputy-groups", whole: true, gone: "dissolvedOn" };
/** A district knows thousands of people, and some of them by the same name. */
export const person: Reference = {
  path: "/api/people",
  whole: false,
  describe: (thing: Named) => [thing["bornIn"], thing["occupation"]].filter(Boolean).join(" · "),
};
