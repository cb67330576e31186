import { ApiOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Table, Tag } from "antd";
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
import { publicTypes } from "../terms.ts";
import { type Kept, type Webhook, webhooksPath } from "./api.ts";
import { ShownOnce } from "./shown-once.tsx";
import { WebhookForm } from "./webhook-form.tsx";

/** Systems that are told of public facts: what they get, how it goes, and stopping it. */
export function Page() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const wide = useWide();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const list = useCursorList<Kept<Webhook>>(webhooksPath, {});
  const actions = (
    <>
      <Link to="/webhook-deliveries" style={{ alignSelf: "center" }}>
        {t("interfaces.webhook.log")}
      </Link>
      <Button type="primary" icon={<ApiOutlined />} onClick={() => setAdding(true)}>
        {t("interfaces.webhook.add")}
      </Button>
    </>
  );
  return (
    <div className="page">
      <PageHead title={t("interfaces.webhook.title")} sub={t("interfaces.webhook.help")} actions={actions} />
      {secret ? <ShownOnce title={t("interfaces.webhook.secret")} secret={secret} close={() => setSecret(undefined)} /> : null}
      <ListBody list={list} empty="interfaces.webhook.none">
        {(items) => (wide ? <AsTable items={items} /> : <AsCards items={items} />)}
      </ListBody>
      {adding ? (
        <WebhookForm
          added={async (made) => {
            setSecret(made);
            setAdding(false);
            message.success(t("interfaces.webhook.added"));
            await queries.invalidateQueries({ queryKey: listsAt(webhooksPath) });
          }}
          close={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

function AsTable({ items }: { items: readonly Webhook[] }) {
  const { t } = useTranslation();
  const title = (name: string) => t(`interfaces.webhook.field.${name}`);
  return (
    <Table<Webhook>
      rowKey="id"
      dataSource={[...items]}
      pagination={false}
      columns={[
        { title: title("name"), dataIndex: "name", width: 200 },
        { title: title("url"), key: "url", render: (_value, one) => <span style={{ overflowWrap: "anywhere" }}>{one.url}</span> },
        { title: title("types"), key: "types", width: 160, render: (_value, one) => <Types of={one} /> },
        {
          title: title("createdAt"),
          key: "createdAt",
          width: 210,
          render: (_value, one) => <Made of={one} />,
        },
        { title: title("state"), key: "state", width: 260, render: (_value, one) => <State of={one} /> },
      ]}
    />
  );
}

function Made({ of }: { of: Webhook }) {
  return (
    <span>
      {momentText(of.createdAt)}
      <div className="muted">{of.createdBy}</div>
    </span>
  );
}

function AsCards({ items }: { items: readonly Webhook[] }) {
  return (
    <div>
      {items.map((one) => (
        <article key={one.id} className="line-card">
          <strong style={{ overflowWrap: "anywhere" }}>{one.name}</strong>
          <div className="meta" style={{ overflowWrap: "anywhere" }}>
            {one.url}
          </div>
          <div className="meta">
            <Types of={one} /> · {momentText(one.createdAt)} {one.createdBy}
          </div>
          <div style={{ marginTop: 6 }}>
            <State of={one} />
          </div>
        </article>
      ))}
    </div>
  );
}

function Types({ of: { types } }: { of: Webhook }) {
  const { t } = useTranslation();
  const all = types.length === publicTypes.length;
  const names = types.map((type) => t(`interfaces.webhook.type.${type}`)).join("、");
  return <span title={names}>{t(all ? "interfaces.webhook.all_types" : "interfaces.webhook.some_types", { count: types.length })}</span>;
}

function State({ of }: { of: Webhook }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  const stop = () =>
    confirmed({
      title: t("interfaces.webhook.stop_title", { name: of.name }),
      ...{ text: t("interfaces.webhook.stop_follows"), yes: t("interfaces.webhook.stop"), danger: true },
      act: async () => {
        await call(api.POST("/api/webhooks/{id}/stops", { params: { path: { id: of.id } } }));
        message.success(t("interfaces.webhook.stopped"));
        await queries.invalidateQueries({ queryKey: listsAt(webhooksPath) });
      },
    });
  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 6, alignItems: "center" }}>
      {of.stoppedAt ? (
        <Tag>{t("interfaces.webhook.stopped_at", { at: momentText(of.stoppedAt) })}</Tag>
      ) : (
        <Tag color="green">{t("interfaces.webhook.active")}</Tag>
      )}
      {of.waiting > 0 ? <Tag color="orange">{t("interfaces.webhook.waiting", { count: of.waiting })}</Tag> : null}
      {of.givenUp > 0 ? <Tag color="red">{t("interfaces.webhook.given_up", { count: of.givenUp })}</Tag> : null}
      {of.stoppedAt ? null : (
        <Button size="small" danger onClick={stop}>
          {t("interfaces.webhook.stop")}
        </Button>
      )}
    </div>
  );
}
