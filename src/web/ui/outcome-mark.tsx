import { CheckCircleFilled, CloseCircleFilled, LoadingOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Outcomes } from "./in-turn.ts";

/** What became of one among many: nothing yet, on its way, done, refused. */
export function OutcomeMark({ outcome, running }: { outcome: ReturnType<Outcomes["get"]>; running: boolean }) {
  const { t } = useTranslation();
  if (running) return <LoadingOutlined />;
  if (!outcome) return <span aria-hidden="true" />;
  return outcome.done ? (
    <CheckCircleFilled style={{ color: "#2c7a3f" }} aria-label={t("web.together.done")} />
  ) : (
    <CloseCircleFilled style={{ color: "#c4281c" }} aria-label={t("web.together.refused")} />
  );
}
