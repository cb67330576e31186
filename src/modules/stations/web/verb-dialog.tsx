import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { VerbBar } from "../../../web/ui/verb-bar.tsx";
import { type Field, type OwnControl, verbFields } from "../../../web/ui/verb-field.tsx";
import { perform } from "./api.ts";

export interface VerbForm {
  readonly fields: readonly Field[];
  /** Values to begin with. */
  readonly initial?: Typed;
  /** What is sent beside what is typed. */
  readonly beside?: Typed;
}

interface Matter {
  readonly id: string;
  readonly can: readonly string[];
  readonly cannot: Parameters<typeof VerbBar>[0]["cannot"];
}

interface Props<Of extends Matter> {
  readonly of: Of;
  /** The top-level key of its sentences, and of its cache: `reception`. */
  readonly words: string;
  /** The address of its kind: `/api/receptions`. */
  readonly path: string;
  readonly pathOf: (verb: string) => string;
  readonly form: (verb: string) => VerbForm;
  readonly order: readonly string[];
  readonly destructive: readonly string[];
  readonly own: OwnControl;
}

/** What I can do with a matter of a station now, and the form of each. */
export function StationVerbs<Of extends Matter>(props: Props<Of>) {
  const { of, words, order, destructive } = props;
  const [open, setOpen] = useState<string>();
  const can = order.filter((verb) => of.can.includes(verb));
  const cannot = of.cannot.filter(({ verb }) => order.includes(verb));
  return (
    <>
      <VerbBar words={words} can={can} cannot={cannot} isDestructive={(verb) => destructive.includes(verb)} open={setOpen} />
      {open ? <VerbDialog key={open} {...props} verb={open} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

/** The form of one verb. */
export function VerbDialog<Of extends Matter>({
  of,
  words,
  path,
  pathOf,
  form,
  destructive,
  own,
  verb,
  close,
}: Omit<Props<Of>, "order"> & { verb: string; close: () => void }) {
  const { t, i18n } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const { fields, initial = {}, beside = {} } = form(verb);
  const name = t(`${words}.verb.${verb}`);
  const help = `${words}.help.${verb}`;
  return (
    <FormDialog<Field, Of>
      title={name}
      submit={name}
      danger={destructive.includes(verb)}
      intro={i18n.exists(help) ? <p className="muted">{t(help)}</p> : null}
      fields={fields}
      drawing={verbFields({ words, verb, fields, own })}
      initial={initial}
      keptUnder={`${words}.${of.id}.${verb}`}
      send={(body) => perform<Of>(`${path}/${of.id}/${pathOf(verb)}`, { ...beside, ...body })}
      close={close}
      done={(after) => {
        message.success(t("web.done", { verb: name }));
        close();
        queries.setQueryData([words, of.id], after);
        void queries.invalidateQueries({ queryKey: listsAt(path) });
      }}
      refused={() => void queries.invalidateQueries({ queryKey: [words, of.id] })}
    />
  );
}
