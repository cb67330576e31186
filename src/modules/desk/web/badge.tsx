import { Badge } from "antd";
import { useTranslation } from "react-i18next";
import { useTaskCounts } from "./api.ts";

/** How much waits for me, beside the entry of the menu: red as soon as something is overdue or was urged. */
export function TaskBadge() {
  const { t } = useTranslation();
  const { data } = useTaskCounts();
  if (!data || data.count === 0) return null;
  const pressing = data.overdue + data.urged > 0;
  return <Badge count={data.count} overflowCount={999} color={pressing ? "#c4281c" : "#8c8c8c"} title={t("desk.summary.count", data)} />;
}
