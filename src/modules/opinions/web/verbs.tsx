import { lazy, Suspense, useState } from "react";
import { VerbBar } from "../../../web/ui/verb-bar.tsx";
import type { OpinionVerb } from "../lifecycle.ts";
import type { Opinion } from "./api.ts";
import { foremost } from "./verb-forms.ts";

const Performing = lazy(async () => ({ default: (await import("./performing.tsx")).Performing }));

/** What I can do with this opinion now, and the form of each. */
export function Verbs({ of }: { of: Opinion }) {
  const [open, setOpen] = useState<OpinionVerb>();
  const can = [...(of.can as OpinionVerb[])].sort((a, b) => foremost(a) - foremost(b));
  const destructive = (verb: string) => verb === "withdraw" || verb === "decline";
  return (
    <>
      <VerbBar words="opinion" can={can} cannot={[]} isDestructive={destructive} open={(verb) => setOpen(verb as OpinionVerb)} />
      <Suspense>
        {open ? <Performing key={open} of={of} verb={open} danger={destructive(open)} close={() => setOpen(undefined)} /> : null}
      </Suspense>
    </>
  );
}
