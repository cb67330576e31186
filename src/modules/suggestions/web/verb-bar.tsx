import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { VerbBar as Bar } from "../../../web/ui/verb-bar.tsx";
import type { VerbName } from "../lifecycle.ts";
import type { Suggestion } from "./api.ts";
import { Performing } from "./performing.tsx";
import { foremost, isDestructive } from "./verb-forms.ts";

/** What I can do with this case now, and the form of each. */
export function VerbBar({ of }: { of: Suggestion }) {
  const [open, setOpen] = useState<VerbName>();
  const can = [...(of.can as VerbName[])].sort((a, b) => foremost(a) - foremost(b));
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
        link={(verb, words) =>
          verb === "revise" || verb === "merge" ? (
            <Link to={verb === "revise" ? "/suggestions/$id/edit" : "/suggestions/$id/merging"} params={{ id: of.id }}>
              {words}
            </Link>
          ) : undefined
        }
      />
      {open ? <Performing key={open} of={of} verb={open} close={() => setOpen(undefined)} /> : null}
    </>
  );
}
