import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../../web/api/client.ts";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import type { Drawing } from "../../../web/ui/drawing.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import type { Field } from "../../../web/ui/verb-field.tsx";
import { type Plan, type PlanItem, perform, planKey, plansPath } from "./api.ts";

/** The working text as it will be: known items, and one that is new or changed. */
interface Text {
  readonly aim: string | null;
  readonly items: readonly (PlanItem | Typed)[];
}

interface Props {
  readonly of: Plan;
  readonly title: string;
  readonly intro?: ReactNode;
  readonly fields: readonly Field[];
  readonly drawing: Drawing<Field>;
  readonly initial: Typed;
  /** The whole text with what was typed. */
  readonly change: (typed: Typed) => Text;
  /** Where the server speaks of the fields of this window: `items.3.`. */
  readonly within?: string;
  readonly keptUnder: string;
  readonly close: () => void;
}

/** Only what is kept goes out: names are looked up anew. */
const bare = (item: PlanItem | Typed): Typed => {
  const { kindName: _k, campaignName: _c, ...rest } = item as Typed;
  return rest;
};

/** Sends the whole working text over the version that was seen, so that nobody overwrites another silently. */
export const revise = (of: Plan, { aim, items }: Text): Promise<Plan> =>
  perform(of.id, "revisions", { seen: of.version, aim, items: items.map(bare) });

/** Keeps a plan as it came back from the server, in every list that shows it. */
export function useKeptPlan(): (after: Plan) => void {
  const queries = useQueryClient();
  return (after) => {
    queries.setQueryData(planKey(after.id), after);
    void queries.invalidateQueries({ queryKey: listsAt(plansPath) });
  };
}

/** A part of the working text in a window of its own. */
export function Revision({ of, title, intro, fields, drawing, initial, change, within = "", keptUnder, close }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const keepPlan = useKeptPlan();
  return (
    <FormDialog<Field, Plan>
      {...{ title, intro, fields, drawing, initial, close }}
      submit={t("web.save")}
      keptUnder={`activity_plan.${of.id}.${keptUnder}`}
      send={(typed) =>
        revise(of, change(typed)).catch((error: unknown) => {
          throw error instanceof ProblemError ? inside(error, within) : error;
        })
      }
      done={(after) => {
        close();
        message.success(t("web.saved"));
        keepPlan(after);
      }}
      refused={() => void queries.invalidateQueries({ queryKey: planKey(of.id) })}
    />
  );
}

/** The same refusal with the fields named as they are in this window. */
function inside(error: ProblemError, within: string): ProblemError {
  const { errors } = error.problem;
  if (!errors || within === "") return error;
  const renamed = errors.map((one) => ({ ...one, field: one.field.startsWith(within) ? one.field.slice(within.length) : one.field }));
  return new ProblemError({ ...error.problem, errors: renamed });
}
