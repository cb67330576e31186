import { Link } from "@tanstack/react-router";
import { Button, Checkbox, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { table } from "../lifecycle.ts";
import { type CaseState, takesMergers } from "../terms.ts";
import type { SimilarCase } from "./api.ts";
import { Why } from "./similar.tsx";
import { StatusTag } from "./status.tsx";

/** A case that is, or may be, of the same matter. */
export interface Member {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly status: CaseState;
  readonly lead: string;
}

/** May it go into another? */
export const merges = (one: Member): boolean => (table.merge.from as readonly CaseState[]).includes(one.status);
/** May others go into it? */
export const stays = (one: Member): boolean => takesMergers.includes(one.status);

interface Props {
  readonly of: Member;
  /** Why it is here, when the rule found it. */
  readonly why: SimilarCase | undefined;
  /** The case that one came from. */
  readonly first: boolean;
  readonly kept: boolean;
  readonly going: boolean;
  /** Stands beside the case now. */
  readonly shown: boolean;
  readonly keep: () => void;
  readonly turn: (on: boolean) => void;
  readonly look: () => void;
}

/** One of the cases on the merge desk: does it stay, does it go, why is it here. */
export function MergingMember({ of, why, first, kept, going, shown, keep, turn, look }: Props) {
  const { t } = useTranslation();
  return (
    <div className="merge-member" aria-current={shown ? "true" : undefined} data-case={of.id}>
      <div>
        <Radio checked={kept} disabled={!stays(of)} onChange={keep}>
          {t("suggestion.merging.stays")}
        </Radio>
        <Checkbox checked={going} disabled={kept || !merges(of)} onChange={(event) => turn(event.target.checked)}>
          {t("suggestion.merging.goes")}
        </Checkbox>
        <StatusTag status={of.status} />
      </div>
      <Link to="/suggestions/$id" params={{ id: of.id }}>
        {[of.label, of.title].filter(Boolean).join(" ")}
      </Link>
      <div className="muted">{of.lead}</div>
      {why ? <Why of={why} /> : <div className="muted">{t(`suggestion.merging.${first ? "this_one" : "picked"}`)}</div>}
      {first ? null : (
        <Button size="small" onClick={look}>
          {t("suggestion.merging.look")}
        </Button>
      )}
    </div>
  );
}
