import { Card, Table } from "antd";
import { useTranslation } from "react-i18next";
import { momentText } from "../../../web/ui/dates.ts";
import { useWide } from "../../../web/ui/wide.ts";
import type { Health } from "./api.ts";
import { Lot, Named } from "./named.tsx";

type Sweep = Health["sweeps"][number];

/** Work that time alone makes due, that which failed first. */
export function Sweeps({ of }: { of: readonly Sweep[] }) {
  const { t } = useTranslation();
  const wide = useWide();
  return (
    <Card title={t("upkeep.sweeps.title")} size="small" extra={wide ? <span className="muted">{t("upkeep.sweeps.help")}</span> : null}>
      <Table<Sweep>
        rowKey="name"
        size="small"
        dataSource={[...of]}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: t("upkeep.sweeps.none") }}
        columns={[
          { title: t("upkeep.field.name"), key: "name", render: (_value, sweep) => <Named name={sweep.name} /> },
          { title: t("upkeep.field.status"), key: "status", width: 130, render: (_value, sweep) => <Lot failures={sweep.failures} /> },
          {
            title: t("upkeep.field.ran_at"),
            dataIndex: "ranAt",
            width: 220,
            render: (at: string | null) => (at ? momentText(at) : <span className="muted">—</span>),
          },
          {
            title: t("upkeep.field.error"),
            dataIndex: "lastError",
            width: 260,
            render: (error: string | null) => error ?? <span className="muted">—</span>,
          },
        ]}
      />
    </Card>
  );
}
