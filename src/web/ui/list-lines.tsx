import { Suspense } from "react";
import { later } from "./later.ts";
import { LineCards } from "./line-cards.tsx";
import { ListComing } from "./list-body.tsx";
import type { Choice } from "./list-choice.ts";
import type { ListSpec, Matter } from "./list-spec.ts";
import { useWide } from "./wide.ts";

export interface LinesProps<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly lines: readonly Line[];
  readonly search: string | undefined;
  /** Lines can be chosen. */
  readonly choice?: Choice;
}

const useTable = later(() => import("./line-table.tsx"));

/** The lines of a list: a table at a desk, a card each on a phone, which does not even fetch the table. */
export function Lines<Line extends Matter>(props: LinesProps<Line>) {
  if (!useWide()) return <LineCards {...props} />;
  return (
    <Suspense fallback={<ListComing />}>
      <Wide {...props} />
    </Suspense>
  );
}

function Wide<Line extends Matter>(props: LinesProps<Line>) {
  const { LineTable } = useTable();
  return <LineTable {...props} />;
}
