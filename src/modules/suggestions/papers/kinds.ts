/** 答复函、办理单、征询意见表、交办通知、督办通知. */
export const paperKinds = ["reply", "sheet", "feedback", "assignment", "supervision"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Papers of a reply that every deputy who is answered gets, his own name on it. */
export const addressedKinds = ["reply", "feedback"] as const satisfies readonly PaperKind[];
export type AddressedKind = (typeof addressedKinds)[number];

/** Papers that the reviewing office numbers when it issues them; a reply's number is its unit's own. */
export const issuedKinds = ["assignment", "supervision"] as const;
export type IssuedKind = (typeof issuedKinds)[number];

/** The verb of whose last step each of them tells. */
export const tellsOf = { assignment: "assign", supervision: "supervise" } as const satisfies Record<IssuedKind, string>;
