import { Link, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { VerbBar as Bar } from "../../../web/ui/verb-bar.tsx";
import type { VerbName } from "../lifecycle.ts";
import type { Suggestion } from "./api.ts";
import { foremost, isDestructive } from "./verb-forms.ts";

const Performing = lazy(async () => ({ default: (await import("./performing.tsx")).Performing }));

/** Verbs whose form is a page. */
const ownPages: Partial<Record<VerbName, "/suggestions/$id/edit" | "/suggestions/$id/reply" | "/suggestions/$id/merging">> = {
  revise: "/suggestions/$id/edit",
  draft_reply: "/suggestions/$id/reply",
  merge: "/suggestions/$id/merging",
};

/** What I can do with this case now, and the form of each. */
export function VerbBar({ of }: { of: Suggestion }) {
  // A list can lead straight to the form of what is to be done.
  const { verb } = useSearch({ strict: false }) as { verb?: VerbName };
  const [open, setOpen] = useState(verb && of.can.includes(verb) ? verb : undefined);
  // A paper is numbered where it is printed.
  const can = (of.can as VerbName[]).filter((verb) => verb !== "issue_paper").sort((a, b) => foremost(a) - foremost(b));
  const cannot = of.cannot
    .filter((one) => foremost(one.verb as VerbName) < 100)
    .map(({ verb, reasons }) => ({ verb, reasons: reasons.map(({ code, params = {} }) => ({ code, params })) }));
  return (
    <>
      <Bar
        words="suggestion"
        can={can}
        cannot={cannot}
        isDestructive={(verb) => isDestructive(verb as VerbName)}
        open={(verb) => setOpen(verb as VerbName)}
        link={(verb, words) => {
          const page = ownPages[verb as VerbName];
          return page ? (
            <Link to={page} params={{ id: of.id }}>
              {words}
            </Link>
          ) : undefined;
        }}
      />
      <Suspense>{open ? <Performing key={open} of={of} verb={open} close={() => setOpen(undefined)} /> : null}</Suspense>
    </>
  );
}
