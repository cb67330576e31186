import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { PlanState } from "../terms.ts";

const colours: Readonly<Record<PlanState, string>> = {
  draft: "default",
  submitted: "blue",
  approved: "cyan",
  published: "green",
  discarded: "default",
};

/** The state of a plan in colour and in words. */
export function PlanTag({ status }: { status: PlanState }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`activity_plan.status.${status}`)}</Tag>;
}
