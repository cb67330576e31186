import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";
import { Source } from "./source.tsx";

/** The reasons of a refusal, and what to do. */
export function ProblemAlert({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const reasons = problem?.reasons ?? [];
  const text = problem?.detail || t("web.offline");
  const list = (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          {reason.text}
          <Source of={reason.source} />
        </li>
      ))}
    </ul>
  );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      message={problem?.title || t("web.failed")}
      description={reasons.length > 1 ? list : text}
      style={{ marginBottom: 16 }}
    />
  );
}
