import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Table } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { momentText } from "../../../web/ui/dates.ts";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type Health, healthKey } from "./api.ts";
import { Lot, Named } from "./named.tsx";

type Reader = Health["readers"][number];

/** Readers of the ledger, those that failed first. */
export function Readers({ of }: { of: readonly Reader[] }) {
  const { t } = useTranslation();
  const wide = useWide();
  return (
    <Card title={t("upkeep.readers.title")} size="small" extra={wide ? <span className="muted">{t("upkeep.readers.help")}</span> : null}>
      <Table<Reader>
        rowKey="name"
        size="small"
        dataSource={[...of]}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: t("upkeep.readers.none") }}
        columns={[
          { title: t("upkeep.field.name"), key: "name", render: (_value, reader) => <Named name={reader.name} /> },
          { title: t("upkeep.field.status"), key: "status", width: 130, render: (_value, reader) => <Lot failures={reader.failures} /> },
          { title: t("upkeep.field.behind"), dataIndex: "behind", width: 100, render: (count: number) => t("upkeep.behind", { count }) },
          { title: t("upkeep.field.error"), key: "error", width: 380, render: (_value, reader) => <Trouble of={reader} /> },
        ]}
      />
    </Card>
  );
}

function Trouble({ of }: { of: Reader }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  if (of.failures === 0) return <span className="muted">—</span>;
  const retry = () =>
    confirmed({
      title: t("upkeep.retry_title", { name: of.name }),
      text: t("upkeep.retry_follows"),
      yes: t("upkeep.retry"),
      act: async () => {
        queries.setQueryData(
          healthKey,
          await call(api.POST("/api/ledger-readers/{name}/retries", { params: { path: { name: of.name } } })),
        );
        message.success(t("upkeep.retried"));
      },
    });
  return (
    <div>
      <div style={{ overflowWrap: "anywhere" }}>{of.lastError}</div>
      <div className="muted">
        {[
          of.failedFactType ? t("upkeep.failed_at", { type: of.failedFactType }) : "",
          of.retryAt ? t("upkeep.retry_at", { at: momentText(of.retryAt) }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <Button size="small" onClick={retry}>
        {t("upkeep.retry")}
      </Button>
    </div>
  );
}
