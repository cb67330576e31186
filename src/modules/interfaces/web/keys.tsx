import { KeyOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Column, Field } from "../../../web/ui/collection.ts";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { listsAt } from "../../../web/ui/cursor-list.ts";
import { dateText, momentText } from "../../../web/ui/dates.ts";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { PlainList } from "../../../web/ui/plain-list.tsx";
import { useTelling } from "../../../web/ui/telling.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { keySorts, keyStates } from "../terms.ts";
import { type ApiKey, keysPath } from "./api.ts";
import { Made } from "./made.tsx";
import { ShownOnce } from "./shown-once.tsx";

const fields: readonly Field[] = [{ name: "name", kind: "text", max: 60, wide: true }];

const columns: readonly Column<ApiKey>[] = [
  { name: "name", render: ({ name }) => <span style={{ overflowWrap: "anywhere" }}>{name}</span> },
  { name: "scopes", width: 220, render: (one) => <Scopes of={one} /> },
  { name: "createdAt", width: 225, render: (one) => <Made of={one} /> },
  { name: "usedOn", width: 140, render: (one) => <Used of={one} /> },
  { name: "state", width: 225, render: (one) => <State of={one} /> },
];

/** Keys of other systems: who has one, when it was last used, and taking it back. */
export function Page() {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const wide = useWide();
  const [giving, setGiving] = useState(false);
  const [key, setKey] = useState<string>();
  const give = (
    <Button type="primary" icon={<KeyOutlined />} size={wide ? "middle" : "large"} onClick={() => setGiving(true)}>
      {t("interfaces.key.give")}
    </Button>
  );
  return (
    <>
      <PlainList<ApiKey>
        spec={{
          ...{ path: keysPath, words: "interfaces.key", sorts: keySorts, columns },
          filters: [{ kind: "select", name: "state", values: keyStates, words: "interfaces.key.state" }],
        }}
        actions={give}
        above={key ? <ShownOnce title={t("interfaces.key.shown")} secret={key} close={() => setKey(undefined)} /> : null}
      />
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
    </>
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
          <div>{momentText(of.revokedAt)}</div>
          {of.revokedBy}
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
      <Tag color="green">{t("interfaces.key.state.active")}</Tag>
      <Button size="small" danger onClick={revoke}>
        {t("interfaces.key.revoke")}
      </Button>
    </span>
  );
}
