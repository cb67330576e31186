import { useQueryClient } from "@tanstack/react-query";
import { Button, Select, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { deliveryStates } from "../terms.ts";
import type { Delivery } from "./api.ts";

const path = "/api/notice-deliveries";

/** What left the house and how it went. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [state, setState] = useState<string>();
  const list = useCursorList<Delivery & { version: number }>(path, state ? { state } : {});
  return (
    <div className="page">
      <PageHead title={t("notices.delivery.title")} sub={t("notices.delivery.help")} />
      <div className="filters">
        <Select
          allowClear
          placeholder={t("notices.delivery.all")}
          aria-label={t("notices.delivery.field.state")}
          value={state ?? null}
          onChange={(value) => setState(value ?? undefined)}
          options={deliveryStates.map((value) => ({ value, label: t(`notices.delivery.state.${value}`) }))}
          style={{ minWidth: 180 }}
        />
      </div>
      <ListBody list={list}>{(items) => (wide ? <AsTable items={items} /> : <AsCards items={items} />)}</ListBody>
    </div>
  );
}

function AsTable({ items }: { items: readonly Delivery[] }) {
  const { t } = useTranslation();
  return (
    <Table<Delivery>
      rowKey="id"
      dataSource={[...items]}
      pagination={false}
      columns={[
        { title: t("notices.delivery.field.createdAt"), dataIndex: "createdAt", width: 210, render: momentText },
        { title: t("notices.delivery.field.person"), dataIndex: "person", width: 110 },
        { title: t("notices.delivery.field.channel"), key: "channel", width: 190, render: (_value, one) => <Way of={one} /> },
        { title: t("notices.delivery.field.state"), key: "state", width: 230, render: (_value, one) => <State of={one} /> },
        { title: t("notices.delivery.field.attempts"), dataIndex: "attempts", width: 80, align: "right" },
        { title: t("notices.delivery.field.lastError"), key: "lastError", render: (_value, one) => <Trouble of={one} /> },
      ]}
    />
  );
}

function AsCards({ items }: { items: readonly Delivery[] }) {
  return (
    <div>
      {items.map((one) => (
        <article key={one.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <strong>{one.person}</strong>
            <Way of={one} />
          </div>
          <div className="meta">{momentText(one.createdAt)}</div>
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

function Way({ of }: { of: Delivery }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`notices.channel.${of.channel}`)}{" "}
      {of.digest ? <span className="muted">{t("notices.delivery.digest", { count: of.count })}</span> : null}
    </span>
  );
}

const colours = { waiting: "blue", failed: "orange", sent: "green", given_up: "red" } as const;

function State({ of }: { of: Delivery }) {
  const { t } = useTranslation();
  const when = of.sentAt
    ? t("notices.delivery.sent", { at: momentText(of.sentAt) })
    : of.nextAt
      ? t("notices.delivery.next", { at: momentText(of.nextAt) })
      : "";
  return (
    <span>
      <Tag color={colours[of.state]}>{t(`notices.delivery.state.${of.state}`)}</Tag>
      <div className="muted" style={{ fontSize: 13 }}>
        {when}
      </div>
    </span>
  );
}

function Trouble({ of }: { of: Delivery }) {
  const { t, i18n } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  if (!of.lastError) return <span className="muted">—</span>;
  const known = `notices.delivery.error.${of.lastError}`;
  const retry = () =>
    confirmed({
      ...{ title: t("notices.delivery.retry_title"), text: t("notices.delivery.retry_follows"), yes: t("notices.delivery.retry") },
      act: async () => {
        await call(api.POST("/api/notice-deliveries/{id}/retries", { params: { path: { id: of.id } } }));
        message.success(t("notices.delivery.retried"));
        await queries.invalidateQueries({ queryKey: ["list", path] });
      },
    });
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      {i18n.exists(known) ? t(known) : of.lastError}{" "}
      {of.state === "failed" || of.state === "given_up" ? (
        <Button size="small" onClick={retry}>
          {t("notices.delivery.retry")}
        </Button>
      ) : null}
    </div>
  );
}
