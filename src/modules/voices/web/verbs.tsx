import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { VerbBar } from "../../../web/ui/verb-bar.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
import type { VoiceVerb } from "../lifecycle.ts";
import { perform, type Voice, voiceKey } from "./api.ts";
import { ownControl } from "./pickers.tsx";
import { foremost, voiceForms } from "./verb-forms.ts";

/** What I can do with this voice now, and the form of each. */
export function Verbs({ of }: { of: Voice }) {
  const [open, setOpen] = useState<VoiceVerb>();
  const can = (of.can as VoiceVerb[]).filter((verb) => verb !== "open_contact").sort((a, b) => foremost(a) - foremost(b));
  const cannot = of.cannot.filter(({ verb }) => verb !== "open_contact" && verb !== "conclude");
  const isDestructive = (verb: string) => verb === "direct" || verb === "end_unreached";
  return (
    <>
      <VerbBar words="voice" can={can} cannot={cannot} isDestructive={isDestructive} open={(verb) => setOpen(verb as VoiceVerb)} />
      {open ? <Performing key={open} of={of} verb={open} danger={isDestructive(open)} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

interface PerformingProps {
  readonly of: Voice;
  readonly verb: VoiceVerb;
  readonly danger?: boolean;
  /** Values to begin with, beyond those of the form. */
  readonly begin?: Record<string, unknown>;
  readonly close: () => void;
}

/** The form of one verb. */
export function Performing({ of, verb, danger = false, begin = {}, close }: PerformingProps) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const { fields: all = [], initial } = voiceForms[verb] ?? {};
  // Where no telephone was given there is none to be shared.
  const fields = all.filter(({ name }) => name !== "shareContact" || of.hasContact);
  const label = t(`voice.verb.${verb}`);
  const own = ownControl(of.id);
  return (
    <FormDialog<Field, Voice>
      title={label}
      submit={label}
      danger={danger}
      intro={<p className="muted">{t(`voice.help.${verb}`)}</p>}
      fields={fields}
      drawing={verbFields({ words: "voice", verb, fields, own })}
      initial={{ ...initial?.(of), ...begin }}
      keptUnder={`voice.${of.id}.${verb}`}
      send={(body) => perform(of.id, verb, body)}
      close={close}
      done={(after) => {
        message.success(t("web.done", { verb: label }));
        close();
        queries.setQueryData(voiceKey(of.id), after);
        void queries.invalidateQueries({ queryKey: listsAt("/api/voices") });
        void queries.invalidateQueries({ queryKey: ["open-voices"] });
      }}
      refused={() => void queries.invalidateQueries({ queryKey: voiceKey(of.id) })}
    />
  );
}
