import { useState } from "react";
import type { Outcomes } from "./in-turn.ts";

/** The lines of a list that are chosen, and what the last attempt said of them. */
export interface Choice {
  readonly ids: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
  /** Why it was refused, by line. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly settle: (outcomes: Outcomes) => void;
}

/** Chooses lines of a list. What is done falls out of the choice; what is refused stays in it, with its reason. */
export function useChoice(): Choice {
  const [ids, setIds] = useState<readonly string[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  return {
    ids,
    reasons,
    choose(next) {
      setIds(next);
      setReasons(Object.fromEntries(Object.entries(reasons).filter(([id]) => next.includes(id))));
    },
    settle(outcomes) {
      const refused = [...outcomes].filter(([, one]) => !one.done);
      setIds(ids.filter((id) => outcomes.get(id)?.done !== true));
      setReasons(Object.fromEntries(refused.map(([id, one]) => [id, one.reason])));
    },
  };
}
