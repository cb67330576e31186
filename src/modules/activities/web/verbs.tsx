import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { VerbBar } from "../../../web/ui/verb-bar.tsx";
import { type Field, verbFields } from "../../../web/ui/verb-field.tsx";
import { type PlanVerb, planRow } from "../plan-lifecycle.ts";
import { type Plan, perform, planKey } from "./api.ts";
import { useKeptPlan } from "./revision.tsx";

/** The most usual first. The text itself is changed where it stands. */
const order = ["submit", "approve", "publish", "amend", "return", "send_back", "take_back", "drop_amendment", "discard", "withdraw"];
const destructive = ["withdraw", "drop_amendment", "discard"];
/** These want a reason. */
const reasoned = ["return", "send_back", "amend", "withdraw"];

/** What I can do with a plan now, and the window of each. */
export function PlanVerbs({ of }: { of: Plan }) {
  const [open, setOpen] = useState<string>();
  const can = order.filter((verb) => of.can.includes(verb));
  const cannot = of.cannot.filter(({ verb }) => order.includes(verb) && !destructive.includes(verb));
  return (
    <>
      <VerbBar words="activity_plan" can={can} cannot={cannot} isDestructive={(verb) => destructive.includes(verb)} open={setOpen} />
      {open ? <VerbDialog key={open} of={of} verb={open} close={() => setOpen(undefined)} /> : null}
    </>
  );
}

function VerbDialog({ of, verb, close }: { of: Plan; verb: string; close: () => void }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const keepPlan = useKeptPlan();
  const fields: readonly Field[] = [{ name: "note", kind: "text", optional: !reasoned.includes(verb) }];
  const name = t(`activity_plan.verb.${verb}`);
  return (
    <FormDialog<Field, Plan>
      title={name}
      submit={name}
      danger={destructive.includes(verb)}
      intro={<p className="muted">{t(`activity_plan.help.${verb}`, { reviewer: of.reviewerName })}</p>}
      fields={fields}
      drawing={verbFields({ words: "activity_plan", verb, fields, own: () => undefined })}
      keptUnder={`activity_plan.${of.id}.${verb}`}
      send={(body) => perform(of.id, planRow(verb as PlanVerb).path, body)}
      close={close}
      done={(after) => {
        message.success(t("web.done", { verb: name }));
        close();
        keepPlan(after);
      }}
      refused={() => void queries.invalidateQueries({ queryKey: planKey(of.id) })}
    />
  );
}
