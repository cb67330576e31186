/** 答复函、办理单、征询意见表、交办通知、督办通知. */
export const paperKinds = ["reply", "sheet", "feedback", "assignment", "supervision"] as const;
export type PaperKind = (typeof paperKinds)[number];
