import type { CategoryCode } from "../categories.ts";
import type { Season } from "../opinions/kind.ts";
import type { UnitKey } from "../units.ts";

/** One thing that people come with, as they say it, and what is answered; all texts are templates. */
export interface Matter {
  readonly category: CategoryCode;
  readonly unit: UnitKey;
  readonly setting?: "rural" | "urban";
  readonly seasons?: readonly Season[];
  /** Opinions that a deputy may have raised after hearing this. */
  readonly fits?: RegExp;
  readonly vars?: Readonly<Record<string, string>>;
  readonly said: readonly string[];
  /** One for each way of saying it, or some that fit all of them. */
  readonly done: readonly string[];
  readonly undone: readonly string[];
  /** What can be answered on the spot, where it needs no unit. */
  readonly atOnce?: readonly string[];
}
