import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { VerbBar as Bar } from "../../../web/ui/verb-bar.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
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
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { fields = [], initial } = verbForms[verb] ?? {};
  const names = fields.map((field) => field.name);
  const body = (typed: Typed) => bodyOf(verb, typed, names);
  const name = t(`suggestion.verb.${verb}`);
  return (
    <FormDialog<Field, Suggestion>
      title={name}
      submit={name}
      danger={isDestructive(verb)}
      intro={<p className="muted">{t(`suggestion.help.${verb}`)}</p>}
      fields={fields}
      drawing={verbFields({ words: "suggestion", verb, fields, ...controlsOf(of, verb), body })}
      initial={initial?.(of, me.today) ?? {}}
      keptUnder={`suggestion.${of.id}.${verb}`}
      send={(sent) => perform(of.id, verb, sent)}
      close={close}
      done={(after) => {
        void message.success(t("web.done", { verb: name }));
        close();
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
