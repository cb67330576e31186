import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseState, PartState } from "../terms.ts";

const colours: Record<CaseState, string> = {
  draft: "default",
  submitted: "blue",
  returned: "orange",
  letter: "default",
  merged: "default",
  accepted: "geekblue",
  forwarding: "geekblue",
  handling: "processing",
  replied: "cyan",
  appraised: "cyan",
  reworking: "orange",
  escalated: "red",
  closed: "green",
  struck_off: "green",
  archived: "default",
  withdrawn: "default",
  suspended: "default",
};

/** The state of a case, in words. */
export function StatusTag({ status }: { status: CaseState }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`suggestion.status.${status}`)}</Tag>;
}

const partColours: Record<PartState, string> = {
  offered: "blue",
  handback_asked: "orange",
  handed_back: "default",
  working: "processing",
  signing: "gold",
  answered: "green",
  opined: "green",
  ended: "default",
};

/** The state of one unit's handling, in words. */
export function PartTag({ status }: { status: PartState }) {
  const { t } = useTranslation();
  return <Tag color={partColours[status]}>{t(`suggestion.part.status.${status}`)}</Tag>;
}
