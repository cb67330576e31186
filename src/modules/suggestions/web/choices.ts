import { useState } from "react";
import { keep, readKept } from "../../../web/ui/kept-words.ts";
import type { Line } from "./api.ts";
import { type Choice, unchosen } from "./choice.ts";
import { useUnits } from "./units.ts";

const keptUnder = "suggestion.board";

/** What has been chosen on the board for each case. It is kept in this browser until the case has been assigned. */
export function useChoices() {
  const offices = useUnits(["government_office"]).map((office) => office.value);
  const [made, setMade] = useState<Readonly<Record<string, Choice>>>(
    () => (readKept<Record<string, Choice>>(keptUnder) ?? {}) as Record<string, Choice>,
  );
  const store = (next: Readonly<Record<string, Choice>>) => {
    setMade(next);
    keep(keptUnder, next);
  };
  return {
    of: (line: Line): Choice => made[line.id] ?? unchosen(line.congress.name, offices),
    choose: (ids: readonly string[], choice: Choice) => store({ ...made, ...Object.fromEntries(ids.map((id) => [id, choice])) }),
    forget: (ids: readonly string[]) => store(Object.fromEntries(Object.entries(made).filter(([id]) => !ids.includes(id)))),
  };
}
