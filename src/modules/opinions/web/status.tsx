import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { OpinionState } from "../terms.ts";

const colours: Record<OpinionState, string> = {
  submitted: "blue",
  returned: "orange",
  declined: "default",
  handling: "processing",
  reassigning: "orange",
  answered: "cyan",
  upgraded: "purple",
  closed: "green",
  withdrawn: "default",
};

/** The state of an opinion, in words. */
export function StatusTag({ status }: { status: OpinionState }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`opinion.status.${status}`)}</Tag>;
}
