import { DownloadOutlined } from "@ant-design/icons";
import { Button, type MenuProps } from "antd";
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
  /** The columns that the list shows, in its order; where it is given, one can take these or all of them. */
  readonly shown?: readonly string[];
}

const formats = ["xlsx", "csv"] as const;

/** Saves a list as it stands narrowed, as an Excel sheet or as CSV: with the columns that it shows, or with all of them. */
export function ExportButton({ path, query, shown }: Props) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const wide = useWide();
  const [busy, setBusy] = useState(false);
  const save = async (choice: string) => {
    setBusy(true);
    const [format = "", all] = choice.split(" ");
    const columns = all || !shown ? undefined : shown.join(",");
    const given = Object.entries({ ...query, columns, format }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    await download(`${path.replace("/api/", "/api/exports/")}?${new URLSearchParams(given)}`).catch((error: unknown) => {
      message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : t("web.offline"), 8);
    });
    setBusy(false);
  };
  const entries = (all: string) =>
    formats.map((format) => ({
      key: format + all,
      label: <span data-export={format + all}>{t(`web.export.${format}`)}</span>,
    }));
  const items: MenuProps["items"] = shown
    ? [
        { type: "group", key: "shown", label: t("web.export.shown"), children: entries("") },
        { type: "group", key: "all", label: t("web.export.all"), children: entries(" all") },
      ]
    : entries("");
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
