import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { Source } from "../../../web/ui/source.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
import { transitionOf, type VerbName } from "../lifecycle.ts";
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
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const { fields = [], initial } = verbForms[verb] ?? {};
  const names = fields.map((field) => field.name);
  const body = (typed: Typed) => bodyOf(verb, typed, names);
  const { intro, ...controls } = controlsOf(of, verb);
  const name = t(`suggestion.verb.${verb}`);
  const again = (...keys: (readonly unknown[])[]) => {
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  };
  return (
    <FormDialog<Field, Suggestion>
      title={name}
      submit={name}
      danger={isDestructive(verb)}
      intro={
        <>
          <p className="muted">
            {t(`suggestion.help.${verb}`)}
            <Source of={transitionOf(verb).source} />
          </p>
          {intro}
        </>
      }
      fields={fields}
      drawing={verbFields({ words: "suggestion", verb, fields, ...controls, body })}
      initial={{ ...initial?.(of, me.today), ...known }}
      keptUnder={`suggestion.${of.id}.${verb}`}
      send={(sent) => perform(of.id, verb, sent)}
      close={close}
      done={(after) => {
        message.success(t("web.done", { verb: name }));
        close();
        queries.setQueryData(caseKey(of.id), after);
        again(...lists);
        done?.();
      }}
      refused={() => again(caseKey(of.id), ...lists)}
    />
  );
}

/** The lists in which a case can stand. */
const lists = [listsAt("/api/suggestions"), ["suggestions"], ["supervisions"], ["escalations"]];

/** What the form shows goes out; what it shows no longer stays behind. */
function bodyOf(verb: VerbName, typed: Typed, names: readonly string[]): Typed {
  const own = verb === "assign" || verb === "forward" ? ["units"] : [];
  const shown = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => [...names, ...own].includes(name) && name !== "through" && value !== undefined),
  );
  if (verb !== "assign") return shown;
  return typed["through"] === "units" ? { ...shown, viaId: null } : { ...shown, units: [] };
}
