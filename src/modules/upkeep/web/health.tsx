import { ReloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Card, Descriptions, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type Health, healthKey } from "./api.ts";
import { Readers } from "./readers.tsx";
import { Sweeps } from "./sweeps.tsx";

/** How the house is: what is red needs someone. */
export function Page() {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: healthKey, queryFn: () => call(api.GET("/api/health")), refetchInterval: 30_000 });
  const refresh = (
    <Button icon={<ReloadOutlined />} loading={found.isFetching} onClick={() => void found.refetch()}>
      {t("upkeep.refresh")}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t("upkeep.title")} sub={t("upkeep.help")} actions={refresh} />
      {found.isPending ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : found.data ? (
        <Shown of={found.data} />
      ) : (
        <ProblemPage error={found.error} retry={() => found.refetch()} />
      )}
    </div>
  );
}

function Shown({ of }: { of: Health }) {
  const { t } = useTranslation();
  const ill = [...of.readers, ...of.sweeps].filter((one) => one.failures > 0).length;
  return (
    <div className="stack">
      <Alert type={ill > 0 ? "error" : "success"} showIcon message={ill > 0 ? t("upkeep.ill", { count: ill }) : t("upkeep.well")} />
      <Kept of={of} />
      <Readers of={of.readers} />
      <Sweeps of={of.sweeps} />
    </div>
  );
}

function Kept({ of: { database, ledger } }: { of: Health }) {
  const { t } = useTranslation();
  const items = [
    { key: "version", label: t("upkeep.database"), children: database.version },
    { key: "size", label: t("upkeep.size"), children: `${(database.bytes / 1_000_000).toFixed(1)} MB` },
    { key: "linked", label: t("upkeep.linked"), children: ledger.linked.toLocaleString() },
    { key: "waiting", label: t("upkeep.waiting"), children: ledger.waiting.toLocaleString() },
    { key: "last", label: t("upkeep.last_fact"), children: ledger.lastFactAt ? momentText(ledger.lastFactAt) : "—" },
  ];
  return (
    <Card title={`${t("upkeep.database")} · ${t("upkeep.ledger")}`} size="small">
      <Descriptions column={{ xs: 1, sm: 2, lg: 3 }} size="small" items={items} />
    </Card>
  );
}
