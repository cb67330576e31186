import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMe } from "../../../web/session.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
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
          verb === "revise" ? (
            <Link to="/suggestions/$id/edit" params={{ id: of.id }}>
              {words}
            </Link>
          ) : undefined
        }
      />
      {open ? <Performing key={open} of={of} verb={open} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

function Performing({ of, verb, close }: { of: Suggestion; verb: VerbName; close: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const { fields = [], initial } = verbForms[verb] ?? {};
  const { own, extra } = controlsOf(of, verb);
  return (
    <VerbDialog<Suggestion>
      {...{ verb, words: "suggestion", id: of.id, fields, own, close, extra }}
      initial={initial?.(of, me.today) ?? {}}
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
        void queries.invalidateQueries({ queryKey: listsAt("/api/suggestions") });
      }}
      refused={() => void queries.invalidateQueries({ queryKey: caseKey(of.id) })}
    />
  );
}

/** What the form shows goes out; what it shows no longer stays behind. */
function bodyOf(verb: VerbName, typed: Typed, names: readonly string[]): Typed {
  const own = verb === "assign" || verb === "forward" ? ["units"] : verb === "draft_reply" ? ["commitments"] : [];
  const shown = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => [...names, ...own].includes(name) && name !== "through" && value !== undefined),
  );
  if (verb !== "assign") return shown;
  return typed["through"] === "units" ? { ...shown, viaId: null } : { ...shown, units: [] };
}
