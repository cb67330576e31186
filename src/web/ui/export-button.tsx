import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../api/client.ts";
import { ChoiceMenu } from "./choice-menu.tsx";
import { download } from "./download.ts";
import { useTelling } from "./telling.tsx";
import { useWide } from "./wide.ts";

interface Props {
  /** Where the list is read: `/api/people`. */
  readonly path: string;
  /** What the list is narrowed by. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Saves a list as it stands narrowed, as an Excel sheet or as CSV. */
export function ExportButton({ path, query }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const wide = useWide();
  const [busy, setBusy] = useState(false);
  const save = async (format: string) => {
    setBusy(true);
    const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
    const address = `${path.replace("/api/", "/api/exports/")}?${new URLSearchParams([...given, ["format", format]])}`;
    await download(address).catch((error: unknown) => {
      message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : t("web.offline"), 8);
    });
    setBusy(false);
  };
  const items = ["xlsx", "csv"].map((key) => ({ key, label: <span data-export={key}>{t(`web.export.${key}`)}</span> }));
  return (
    <ChoiceMenu menu={{ items, onClick: ({ key }) => void save(key) }}>
      <Button
        icon={<DownloadOutlined />}
        loading={busy}
        size={wide ? "middle" : "large"}
        data-export=""
        aria-label={t("web.export.label")}
        title={t("web.export.label")}
      >
        {wide ? t("web.export.label") : null}
      </Button>
    </ChoiceMenu>
  );
}
