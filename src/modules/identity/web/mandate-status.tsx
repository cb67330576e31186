import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { MandateState } from "../terms.ts";

const colours: Record<MandateState, string> = { in_force: "green", suspended: "orange", ended: "default" };

/** The state of a mandate, in words. */
export function MandateStatus({ status }: { status: MandateState }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`identity.mandate.status.${status}`)}</Tag>;
}
