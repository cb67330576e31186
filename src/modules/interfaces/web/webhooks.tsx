import { ApiOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Column } from "../../../web/ui/collection.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { PlainList } from "../../../web/ui/plain-list.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { publicTypes, webhookSorts, webhookStates } from "../terms.ts";
import { type Webhook, webhooksPath } from "./api.ts";
import { Made } from "./made.tsx";
import { ShownOnce } from "./shown-once.tsx";
import { WebhookForm } from "./webhook-form.tsx";

const columns: readonly Column<Webhook>[] = [
  { name: "name", width: 190, render: ({ name }) => <span style={{ overflowWrap: "anywhere" }}>{name}</span> },
  { name: "url", render: ({ url }) => <span style={{ overflowWrap: "anywhere" }}>{url}</span> },
  { name: "types", width: 150, render: (one) => <Types of={one} /> },
  { name: "createdAt", width: 225, render: (one) => <Made of={one} /> },
  { name: "state", width: 240, render: (one) => <State of={one} /> },
];

/** Systems that are told of public facts: what they get, how it goes, and stopping it. */
export function Page() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const wide = useWide();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const actions = (
    <>
      <Link to="/webhook-deliveries" style={{ alignSelf: "center" }}>
        {t("interfaces.webhook.log")}
      </Link>
      <Button type="primary" icon={<ApiOutlined />} size={wide ? "middle" : "large"} onClick={() => setAdding(true)}>
        {t("interfaces.webhook.add")}
      </Button>
    </>
  );
  return (
    <>
      <PlainList<Webhook>
        spec={{
          ...{ path: webhooksPath, words: "interfaces.webhook", sorts: webhookSorts, columns },
          filters: [{ kind: "select", name: "state", values: webhookStates, words: "interfaces.webhook.state" }],
        }}
        actions={actions}
        above={secret ? <ShownOnce title={t("interfaces.webhook.secret")} secret={secret} close={() => setSecret(undefined)} /> : null}
      />
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
    </>
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
        <Tag color="green">{t("interfaces.webhook.state.active")}</Tag>
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
