import { useQueryClient } from "@tanstack/react-query";
import { Button, Select, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { listsAt, useCursorList } from "../../../web/ui/cursor-list.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { deliveryStates } from "../terms.ts";
import { type Delivery, deliveriesPath, type Kept } from "./api.ts";

/** What was sent to other systems and how it went. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [state, setState] = useState<string>();
  const list = useCursorList<Kept<Delivery>>(deliveriesPath, state ? { state } : {});
  return (
    <div className="page">
      <PageHead title={t("interfaces.delivery.title")} sub={t("interfaces.delivery.help")} />
      <div className="filters">
        <Select
          allowClear
          placeholder={t("interfaces.delivery.all")}
          aria-label={t("interfaces.delivery.field.state")}
          value={state ?? null}
          onChange={(value) => setState(value ?? undefined)}
          options={deliveryStates.map((value) => ({ value, label: t(`interfaces.delivery.state.${value}`) }))}
          style={{ minWidth: 180 }}
        />
      </div>
      <ListBody list={list}>{(items) => (wide ? <AsTable items={items} /> : <AsCards items={items} />)}</ListBody>
    </div>
  );
}

function AsTable({ items }: { items: readonly Delivery[] }) {
  const { t } = useTranslation();
  const title = (name: string) => t(`interfaces.delivery.field.${name}`);
  return (
    <Table<Delivery>
      rowKey="id"
      dataSource={[...items]}
      pagination={false}
      columns={[
        { title: title("createdAt"), dataIndex: "createdAt", width: 210, render: momentText },
        { title: title("webhookName"), dataIndex: "webhookName", width: 180 },
        { title: title("type"), key: "type", width: 200, render: (_value, one) => t(`interfaces.webhook.type.${one.type}`) },
        { title: title("state"), key: "state", width: 230, render: (_value, one) => <State of={one} /> },
        { title: title("attempts"), dataIndex: "attempts", width: 80, align: "right" },
        { title: title("lastError"), key: "lastError", render: (_value, one) => <Trouble of={one} /> },
      ]}
    />
  );
}

function AsCards({ items }: { items: readonly Delivery[] }) {
  const { t } = useTranslation();
  return (
    <div>
      {items.map((one) => (
        <article key={one.id} className="line-card">
          <strong>{t(`interfaces.webhook.type.${one.type}`)}</strong>
          <div className="meta" style={{ overflowWrap: "anywhere" }}>
            {one.webhookName} · {momentText(one.createdAt)}
          </div>
          <div style={{ marginTop: 6 }}>
            <State of={one} />
          </div>
          {one.lastError ? (
            <div style={{ marginTop: 6 }}>
              <Trouble of={one} />
            </div>
          ) : null}
        </article>
      ))}
    </div>
  );
}

const colours = { waiting: "blue", failed: "orange", sent: "green", given_up: "red" } as const;

function State({ of }: { of: Delivery }) {
  const { t } = useTranslation();
  const when = of.sentAt
    ? t("interfaces.delivery.sent", { at: momentText(of.sentAt) })
    : of.nextAt
      ? t("interfaces.delivery.next", { at: momentText(of.nextAt) })
      : "";
  return (
    <span>
      <Tag color={colours[of.state]}>{t(`interfaces.delivery.state.${of.state}`)}</Tag>
      <div className="muted">{when}</div>
    </span>
  );
}

function Trouble({ of }: { of: Delivery }) {
  const { t, i18n } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  if (!of.lastError) return <span className="muted">—</span>;
  const known = `interfaces.delivery.error.${of.lastError}`;
  const retry = () =>
    confirmed({
      ...{ title: t("interfaces.delivery.retry_title"), text: t("interfaces.delivery.retry_follows"), yes: t("interfaces.delivery.retry") },
      act: async () => {
        await call(api.POST("/api/webhook-deliveries/{id}/retries", { params: { path: { id: of.id } } }));
        message.success(t("interfaces.delivery.retried"));
        await queries.invalidateQueries({ queryKey: listsAt(deliveriesPath) });
      },
    });
  const again = (of.state === "failed" || of.state === "given_up") && of.lastError !== "stopped";
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      {i18n.exists(known) ? t(known) : of.lastError}{" "}
      {again ? (
        <Button size="small" onClick={retry}>
          {t("interfaces.delivery.retry")}
        </Button>
      ) : null}
    </div>
  );
}
