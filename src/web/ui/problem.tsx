import { Alert, Button, Result } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";
import { Source } from "./source.tsx";
import { useTitle } from "./title.ts";

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

/** An address under which there is nothing. */
export function NoSuchPage() {
  const { t } = useTranslation();
  useTitle(t("web.no_such_page"));
  return (
    <Result
      status="404"
      title={t("web.no_such_page")}
      subTitle={t("web.no_such_page_help")}
      extra={
        <Button type="primary" href="/">
          {t("desk.page.title")}
        </Button>
      }
    />
  );
}

/** A page that broke, or whose script is gone because the house was renewed meanwhile. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <Result
      status="error"
      title={t("web.not_shown")}
      subTitle={t("web.broken_help")}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {t("web.reload")}
        </Button>
      }
    />
  );
}

/** A page that could not be shown. */
export function ProblemPage({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const status = problem?.status === 404 ? "404" : problem?.status === 403 ? "403" : "error";
  const again = retry ? (
    <Button key="again" type="primary" onClick={retry}>
      {t("web.try_again")}
    </Button>
  ) : null;
  return (
    <Result status={status} title={problem?.title || t("web.not_shown")} subTitle={problem?.detail || t("web.unreachable")} extra={again} />
  );
}
