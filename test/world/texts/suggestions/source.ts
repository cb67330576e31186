import type { CategoryCode } from "../categories.ts";
import type { UnitKey } from "../units.ts";

/** A demand in a few words, what is asked in full, and what the unit answers. */
type Point = readonly [head: string, ask: string, answer: string];

export interface SuggestionSource {
  readonly category: CategoryCode;
  readonly title: string;
  readonly unit: UnitKey;
  readonly co?: readonly UnitKey[];
  readonly reason: string;
  readonly points: readonly Point[];
  /** What the unit promises to do after it has answered. */
  readonly promise: string;
}

export interface SuggestionText {
  readonly category: CategoryCode;
  readonly title: string;
  /** 事由 */
  readonly reason: string;
  /** 具体建议, one numbered point a line. */
  readonly proposal: string;
  readonly unitKey: UnitKey;
  readonly coUnitKeys: readonly UnitKey[];
}
