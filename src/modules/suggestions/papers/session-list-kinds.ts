/** 代表建议目录 by field, 代表建议交办清单 by the unit that answers. */
export const sessionListKinds = ["catalogue", "assignment"] as const;
export type SessionListKind = (typeof sessionListKinds)[number];
