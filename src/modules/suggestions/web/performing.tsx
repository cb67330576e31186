import { useQueryClient } from "@tanstack/react-query";
import { useMe } from "../../../web/session.ts";
import { VerbDialog } from "../../../web/ui/verb-dialog.tsx";
import type { Typed } from "../../../web/ui/verb-field.tsx";
import type { VerbName } from "../lifecycle.ts";
import { caseKey, perform, type Suggestion } from "./api.ts";
import { controlsOf } from "./controls.tsx";
import { isDestructive, verbForms } from "./verb-forms.ts";

interface Props {
  readonly of: Suggestion;
  readonly verb: VerbName;
  readonly close: () => void;
  /** Values that the place it was opened from knows already. */
  readonly known?: Typed;
  /** What happens next on the page, once the verb was accepted. */
  readonly done?: () => void;
}

/** The form of a verb on a case; what it changes shows everywhere at once. */
export function Performing({ of, verb, close, known, done }: Props) {
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
        for (const list of ["suggestions", "supervisions", "escalations"]) void queries.invalidateQueries({ queryKey: [list] });
        done?.();
      }}
      refused={() => {
        for (const queryKey of [caseKey(of.id), ["suggestions"]]) void queries.invalidateQueries({ queryKey });
      }}
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
