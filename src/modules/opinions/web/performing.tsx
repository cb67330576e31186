import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
import type { OpinionVerb } from "../lifecycle.ts";
import { type Opinion, opinionKey, perform } from "./api.ts";
import { unitControl } from "./pickers.tsx";
import { opinionForms } from "./verb-forms.ts";

interface Props {
  readonly of: Opinion;
  readonly verb: OpinionVerb;
  readonly danger: boolean;
  readonly close: () => void;
}

/** The form of a verb, and what follows from sending it. */
export function Performing({ of, verb, danger, close }: Props) {
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
