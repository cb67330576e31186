import { CloseCircleOutlined, FileUnknownOutlined, LockOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";
import { useTitle } from "./title.ts";

/** An address under which there is nothing. */
export function NoSuchPage() {
  const { t } = useTranslation();
  useTitle(t("web.no_such_page"));
  return (
    <Instead icon={<FileUnknownOutlined />} title={t("web.no_such_page")} text={t("web.no_such_page_help")}>
      <Button type="primary" href="/">
        {t("desk.page.title")}
      </Button>
    </Instead>
  );
}

/** A page that broke, or whose script is gone because the house was renewed meanwhile. */
export function BrokenPage() {
  const { t } = useTranslation();
  return (
    <Instead icon={<CloseCircleOutlined />} title={t("web.not_shown")} text={t("web.broken_help")}>
      <Button type="primary" onClick={() => location.reload()}>
        {t("web.reload")}
      </Button>
    </Instead>
  );
}

const icons: Readonly<Record<number, ReactNode>> = { 403: <LockOutlined />, 404: <FileUnknownOutlined /> };

/** A page that could not be shown. */
export function ProblemPage({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Instead
      icon={icons[problem?.status ?? 0] ?? <CloseCircleOutlined />}
      title={problem?.title || t("web.not_shown")}
      text={problem?.detail || t("web.unreachable")}
    >
      {retry ? (
        <Button type="primary" onClick={retry}>
          {t("web.try_again")}
        </Button>
      ) : null}
    </Instead>
  );
}

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  /** What one can do about it. */
  readonly children: ReactNode;
}

/** What stands where a page should be. */
function Instead({ icon, title, text, children }: Props) {
  return (
    <div className="instead" role="alert">
      <span className="icon">{icon}</span>
      <h1>{title}</h1>
      <p className="muted">{text}</p>
      {children}
    </div>
  );
}
