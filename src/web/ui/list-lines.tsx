import { Suspense } from "react";
import { later } from "./later.ts";
import { LineCards } from "./line-cards.tsx";
import type { LinesProps } from "./lines-props.ts";
import { ListComing } from "./list-body.tsx";
import type { Matter } from "./list-spec.ts";
import { useWide } from "./wide.ts";

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
