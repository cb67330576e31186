import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { VoiceState } from "../terms.ts";

const colours: Record<VoiceState, string> = {
  received: "blue",
  directed: "default",
  joined: "default",
  handling: "processing",
  taken_up: "geekblue",
  answered: "cyan",
  escalated: "purple",
  closed: "green",
  withdrawn: "default",
};

/** The state of a voice, in words. */
export function StatusTag({ status }: { status: VoiceState }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`voice.status.${status}`)}</Tag>;
}

/** Marks what cannot wait. */
export function UrgentTag({ urgent }: { urgent: boolean }) {
  const { t } = useTranslation();
  return urgent ? <Tag color="red">{t("voice.urgent_mark")}</Tag> : null;
}
