import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import type { Task } from "./api.ts";

/** The verb that is waited for, and whether someone has urged. */
export function What({ task }: { task: Task }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t(`${task.subjectType}.verb.${task.verb}`)}</strong>
      {task.urgedAt ? (
        <Tag color="orange" style={{ marginInlineStart: 8 }} title={t("desk.urged_on", { date: dateText(task.urgedAt) })}>
          {t("desk.urged")}
        </Tag>
      ) : null}
    </>
  );
}
