import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { VerbBar } from "../../../web/ui/verb-bar.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
import type { OpinionVerb } from "../lifecycle.ts";
import { type Opinion, opinionKey, perform } from "./api.ts";
import { unitControl } from "./pickers.tsx";
import { foremost, opinionForms } from "./verb-forms.ts";

/** What I can do with this opinion now, and the form of each. */
export function Verbs({ of }: { of: Opinion }) {
  const [open, setOpen] = useState<OpinionVerb>();
  const can = [...(of.can as OpinionVerb[])].sort((a, b) => foremost(a) - foremost(b));
  const destructive = (verb: string) => verb === "withdraw" || verb === "decline";
  return (
    <>
      <VerbBar words="opinion" can={can} cannot={[]} isDestructive={destructive} open={(verb) => setOpen(verb as OpinionVerb)} />
      {open ? <Performing key={open} of={of} verb={open} danger={destructive(open)} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

interface PerformingProps {
  readonly of: Opinion;
  readonly verb: OpinionVerb;
  readonly danger: boolean;
  readonly close: () => void;
}

function Performing({ of, verb, danger, close }: PerformingProps) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const { fields = [], initial } = opinionForms[verb] ?? {};
  const name = t(`opinion.verb.${verb}`);
  return (
    <FormDialog<Field, Opinion>
      title={name}
      submit={name}
      danger={danger}
      intro={<p className="muted">{t(`opinion.help.${verb}`)}</p>}
      fields={fields}
      drawing={verbFields({ words: "opinion", verb, fields, own: unitControl })}
      initial={initial?.(of) ?? {}}
      keptUnder={`opinion.${of.id}.${verb}`}
      send={(body) => perform(of.id, verb, body)}
      close={close}
      done={(after) => {
        message.success(t("web.done", { verb: name }));
        close();
        queries.setQueryData(opinionKey(of.id), after);
        void queries.invalidateQueries({ queryKey: listsAt("/api/opinions") });
      }}
      refused={() => void queries.invalidateQueries({ queryKey: opinionKey(of.id) })}
    />
  );
}
