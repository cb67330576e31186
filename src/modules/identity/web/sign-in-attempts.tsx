import { Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Kept } from "../../../web/ui/collection-api.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useWide } from "../../../web/ui/wide.ts";

interface Attempt extends Kept {
  readonly at: string;
  readonly userName: string | null;
  readonly address: string;
  readonly outcome: string;
}

/** Who tried to sign in from where, the newest first. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const list = useCursorList<Attempt>("/api/sign-in-attempts", {});
  return (
    <div className="page">
      <PageHead
        title={t("identity.attempt.title")}
        sub={t("identity.attempt.help")}
        actions={<ExportButton path="/api/sign-in-attempts" query={{}} />}
      />
      <ListBody list={list}>{(attempts) => (wide ? <AttemptTable attempts={attempts} /> : <AttemptCards attempts={attempts} />)}</ListBody>
    </div>
  );
}

function Outcome({ of }: { of: Attempt }) {
  const { t } = useTranslation();
  return <Tag color={of.outcome === "passed" ? "green" : "red"}>{t(`identity.attempt.outcome.${of.outcome}`)}</Tag>;
}

function AttemptTable({ attempts }: { attempts: readonly Attempt[] }) {
  const { t } = useTranslation();
  return (
    <Table<Attempt>
      rowKey="id"
      dataSource={[...attempts]}
      pagination={false}
      columns={[
        { title: t("identity.attempt.field.at"), dataIndex: "at", width: 260, render: momentText },
        {
          title: t("identity.account.field.userName"),
          dataIndex: "userName",
          render: (userName: string | null) => userName ?? <span className="muted">{t("identity.attempt.unknown")}</span>,
        },
        { title: t("identity.attempt.field.address"), dataIndex: "address", width: 260 },
        { title: t("identity.attempt.field.outcome"), key: "outcome", width: 140, render: (_value, attempt) => <Outcome of={attempt} /> },
      ]}
    />
  );
}

function AttemptCards({ attempts }: { attempts: readonly Attempt[] }) {
  const { t } = useTranslation();
  return (
    <div>
      {attempts.map((attempt) => (
        <article key={attempt.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <span>{attempt.userName ?? <span className="muted">{t("identity.attempt.unknown")}</span>}</span>
            <Outcome of={attempt} />
          </div>
          <div className="meta" style={{ marginTop: 4 }}>
            <span>{momentText(attempt.at)}</span>
            <span>{attempt.address}</span>
          </div>
        </article>
      ))}
    </div>
  );
}
