import type { Choosable } from "./chosen-columns.ts";

export interface ColumnsProps {
  /** As its page is called: `suggestions`. */
  readonly list: string;
  readonly columns: readonly (Choosable & { readonly label: string })[];
}
