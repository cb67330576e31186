import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";

/** What became of each: done, or the reason why not. */
export type Outcomes = ReadonlyMap<string, { readonly done: boolean; readonly reason: string }>;

/** Sends one after the other, each in a transaction of its own: a refusal stops nobody else. */
export function useInTurn<Thing extends { readonly id: string }>(send: (thing: Thing) => Promise<unknown>) {
  const { t } = useTranslation();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [running, setRunning] = useState(false);
  const why = (error: unknown): string => {
    if (!(error instanceof ProblemError)) return t("web.offline");
    const { errors = [], reasons, detail } = error.problem;
    return (
      [...errors.map((fault) => fault.message), ...(errors.length > 0 ? [] : reasons.map((reason) => reason.text))].join("；") ||
      detail ||
      t("web.offline")
    );
  };
  const run = async (things: readonly Thing[]): Promise<Outcomes> => {
    setRunning(true);
    const all = new Map<string, { done: boolean; reason: string }>();
    for (const thing of things) {
      const reason = await send(thing).then(() => undefined, why);
      all.set(thing.id, { done: reason === undefined, reason: reason ?? "" });
      setOutcomes(new Map(all));
    }
    setRunning(false);
    return all;
  };
  return { run, running, outcomes };
}
