import type { Choice } from "./list-choice.ts";
import type { ListSpec, Matter } from "./list-spec.ts";

/** What draws the lines of a list is given. */
export interface LinesProps<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly lines: readonly Line[];
  readonly search: string | undefined;
  /** Lines can be chosen. */
  readonly choice?: Choice;
}
