import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../../../web/session.ts";
import { VerbBar as Bar } from "../../../web/ui/verb-bar.tsx";
import { VerbDialog } from "../../../web/ui/verb-dialog.tsx";
import type { Typed } from "../../../web/ui/verb-field.tsx";
import type { VerbName } from "../lifecycle.ts";
import { caseKey, perform, type Suggestion } from "./api.ts";
import { controlsOf } from "./controls.tsx";
import { foremost, isDestructive, verbForms } from "./verb-forms.ts";

/** What I can do with this case now, and the form of each. */
export function VerbBar({ of }: { of: Suggestion }) {
  const [open, setOpen] = useState<VerbName>();
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
        link={(verb, words) =>
          verb === "revise" || verb === "draft_reply" ? (
            <Link to={verb === "revise" ? "/suggestions/$id/edit" : "/suggestions/$id/reply"} params={{ id: of.id }}>
              {words}
            </Link>
          ) : undefined
        }
      />
      {open ? <Performing key={open} of={of} verb={open} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

interface Doing {
  readonly of: Suggestion;
  readonly verb: VerbName;
  readonly close: () => void;
  /** Values that the place it was opened from knows already. */
  readonly known?: Typed;
}

/** The form of one verb, over whatever page asks for it. */
export function Performing({ of, verb, close, known }: Doing) {
  const me = useMe();
  const queries = useQueryClient();
  const { fields = [], initial } = verbForms[verb] ?? {};
  const { own, extra, intro } = controlsOf(of, verb);
  return (
    <VerbDialog<Suggestion>
      {...{ verb, words: "suggestion", id: of.id, fields, own, close, extra, intro }}
      initial={{ ...initial?.(of, me.today), ...known }}
      destructive={isDestructive(verb)}
      body={(typed) =>
        bodyOf(
          verb,
          typed,
          fields.map((field) => field.name),
        )
      }
      send={(body) => perform(of.id, verb, body)}
      done={(after) => {
        queries.setQueryData(caseKey(of.id), after);
        void queries.invalidateQueries({ queryKey: ["suggestions"] });
      }}
      refused={() => void queries.invalidateQueries({ queryKey: caseKey(of.id) })}
    />
  );
}

/** What the form shows goes out; what it shows no longer stays behind. */
function bodyOf(verb: VerbName, typed: Typed, names: readonly string[]): Typed {
  const own = verb === "assign" || verb === "forward" ? ["units"] : [];
  const shown = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => [...names, ...own].includes(name) && name !== "through" && value !== undefined),
  );
  if (verb !== "assign") return shown;
  return typed["through"] === "units" ? { ...shown, viaId: null } : { ...shown, units: [] };
}
