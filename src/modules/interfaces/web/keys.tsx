import { KeyOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { listsAt, useCursorList } from "../../../web/ui/cursor-list.ts";
import { dateText, momentText } from "../../../web/ui/dates.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type ApiKey, type Kept, keysPath } from "./api.ts";
import { ShownOnce } from "./shown-once.tsx";

const fields: readonly Field[] = [{ name: "name", kind: "text", max: 60, wide: true }];

/** Keys of other systems: who has one, when it was last used, and taking it back. */
export function Page() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const wide = useWide();
  const [giving, setGiving] = useState(false);
  const [key, setKey] = useState<string>();
  const list = useCursorList<Kept<ApiKey>>(keysPath, {});
  const give = (
    <Button type="primary" icon={<KeyOutlined />} onClick={() => setGiving(true)}>
      {t("interfaces.key.give")}
    </Button>
  );
  return (
    <div className="page">
      <PageHead title={t("interfaces.key.title")} sub={t("interfaces.key.help")} actions={give} />
      {key ? <ShownOnce title={t("interfaces.key.shown")} secret={key} close={() => setKey(undefined)} /> : null}
      <ListBody list={list} empty="interfaces.key.none">
        {(items) => (wide ? <AsTable items={items} /> : <AsCards items={items} />)}
      </ListBody>
      {giving ? (
        <FormDialog
          title={t("interfaces.key.give")}
          submit={t("interfaces.key.give")}
          intro={<Alert type="info" showIcon title={t("interfaces.key.give_follows")} style={{ marginBottom: 16 }} />}
          fields={fields}
          drawing={keptFields("interfaces.key", fields)}
          keptUnder={keysPath}
          send={({ name }) => call(api.POST("/api/api-keys", { body: { name: String(name ?? ""), scopes: ["open311"] } }))}
          done={async (given) => {
            setKey(given.key);
            setGiving(false);
            message.success(t("interfaces.key.given"));
            await queries.invalidateQueries({ queryKey: listsAt(keysPath) });
          }}
          close={() => setGiving(false)}
        />
      ) : null}
    </div>
  );
}

function AsTable({ items }: { items: readonly ApiKey[] }) {
  const { t } = useTranslation();
  const title = (name: string) => t(`interfaces.key.field.${name}`);
  return (
    <Table<ApiKey>
      rowKey="id"
      dataSource={[...items]}
      pagination={false}
      columns={[
        { title: title("name"), dataIndex: "name" },
        { title: title("scopes"), key: "scopes", width: 220, render: (_value, one) => <Scopes of={one} /> },
        {
          title: title("createdAt"),
          key: "createdAt",
          width: 210,
          render: (_value, one) => <Made of={one} />,
        },
        { title: title("usedOn"), key: "usedOn", width: 140, render: (_value, one) => <Used of={one} /> },
        { title: title("state"), key: "state", width: 230, render: (_value, one) => <State of={one} /> },
      ]}
    />
  );
}

function Made({ of }: { of: ApiKey }) {
  return (
    <span>
      {momentText(of.createdAt)}
      <div className="muted">{of.createdBy}</div>
    </span>
  );
}

function AsCards({ items }: { items: readonly ApiKey[] }) {
  const { t } = useTranslation();
  return (
    <div>
      {items.map((one) => (
        <article key={one.id} className="line-card">
          <strong style={{ overflowWrap: "anywhere" }}>{one.name}</strong>
          <div className="meta">
            {momentText(one.createdAt)} {one.createdBy}
          </div>
          <div className="meta">
            <Scopes of={one} /> · {t("interfaces.key.field.usedOn")} <Used of={one} />
          </div>
          <div style={{ marginTop: 6 }}>
            <State of={one} />
          </div>
        </article>
      ))}
    </div>
  );
}

function Scopes({ of }: { of: ApiKey }) {
  const { t } = useTranslation();
  return <span>{of.scopes.map((scope) => t(`interfaces.key.scope.${scope}`)).join("、")}</span>;
}

function Used({ of }: { of: ApiKey }) {
  const { t } = useTranslation();
  return <span>{of.usedOn ? dateText(of.usedOn) : t("interfaces.key.never")}</span>;
}

function State({ of }: { of: ApiKey }) {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const confirmed = useConfirmed();
  if (of.revokedAt)
    return (
      <span>
        <Tag>{t("interfaces.key.state.revoked")}</Tag>
        <div className="muted">
          {momentText(of.revokedAt)} {of.revokedBy}
        </div>
      </span>
    );
  const revoke = () =>
    confirmed({
      title: t("interfaces.key.revoke_title", { name: of.name }),
      ...{ text: t("interfaces.key.revoke_follows"), yes: t("interfaces.key.revoke"), danger: true },
      act: async () => {
        await call(api.POST("/api/api-keys/{id}/revocations", { params: { path: { id: of.id } } }));
        message.success(t("interfaces.key.revoked"));
        await queries.invalidateQueries({ queryKey: listsAt(keysPath) });
      },
    });
  return (
    <span style={{ display: "inline-flex", gap: 8, alignItems: "center" }}>
      <Tag color="green">{t("interfaces.key.active")}</Tag>
      <Button size="small" danger onClick={revoke}>
        {t("interfaces.key.revoke")}
      </Button>
    </span>
  );
}
