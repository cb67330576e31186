import { PlusOutlined } from "@ant-design/icons";
import { Button, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import type { FormSpec } from "../../../web/ui/collection.ts";
import { CollectionForm } from "../../../web/ui/collection-form.tsx";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { FilterBar } from "../../../web/ui/filter-bar.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { AccountActions } from "./account-actions.tsx";
import { AccountStatus } from "./account-status.tsx";
import { FirstPassword, type Handed } from "./first-password.tsx";
import { person } from "./references.ts";

type Account = Schemas["Account"];

const form: FormSpec = {
  path: "/api/accounts",
  words: "identity.account",
  fields: [
    { name: "personId", kind: "reference", of: person, wide: true },
    { name: "userName", kind: "text", max: 40 },
    { name: "phone", kind: "text", max: 20, input: "tel", optional: true },
  ],
};

/** Accounts: who can sign in, and how. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed] = useNarrowed();
  const list = useCursorList<Account>(form.path, narrowed);
  const [adding, setAdding] = useState(false);
  const [handed, setHanded] = useState<Handed>();
  const hand = (account: Account, firstPassword: string) => setHanded({ ...account, firstPassword });
  return (
    <div className="page">
      <PageHead
        title={t("identity.account.title")}
        sub={t("identity.account.help")}
        actions={
          <>
            <ExportButton path="/api/accounts" query={narrowed} />
            <Button type="primary" icon={<PlusOutlined />} size={wide ? "middle" : "large"} onClick={() => setAdding(true)} data-add>
              {t("identity.account.add")}
            </Button>
          </>
        }
      />
      <FilterBar words="identity.account" search filters={[]} />
      <ListBody list={list}>
        {(accounts) => (wide ? <AccountTable accounts={accounts} hand={hand} /> : <AccountCards accounts={accounts} hand={hand} />)}
      </ListBody>
      {adding ? (
        <CollectionForm<Schemas["NewAccount"]>
          spec={form}
          close={() => setAdding(false)}
          saved={(account) => hand(account, account.firstPassword)}
        />
      ) : null}
      {handed ? <FirstPassword of={handed} close={() => setHanded(undefined)} /> : null}
    </div>
  );
}

interface Shown {
  readonly accounts: readonly Account[];
  readonly hand: (account: Account, firstPassword: string) => void;
}

function AccountTable({ accounts, hand }: Shown) {
  const { t } = useTranslation();
  return (
    <Table<Account>
      rowKey="id"
      dataSource={[...accounts]}
      pagination={false}
      columns={[
        { title: t("identity.account.field.personId"), dataIndex: "personName", minWidth: 100 },
        { title: t("identity.account.field.userName"), dataIndex: "userName", width: 170 },
        {
          title: t("identity.account.field.phone"),
          dataIndex: "phone",
          width: 150,
          responsive: ["xl"],
          render: (phone: string | null) => phone ?? "—",
        },
        {
          title: t("identity.account.field.lastSignIn"),
          dataIndex: "lastSignIn",
          width: 210,
          render: (at: string | null) => (at ? momentText(at) : t("identity.account.never")),
        },
        { title: t("identity.account.field.state"), key: "state", width: 190, render: (_value, account) => <AccountStatus of={account} /> },
        {
          title: t("form.actions"),
          key: "actions",
          width: 190,
          align: "end",
          render: (_value, account) => <AccountActions of={account} hand={hand} />,
        },
      ]}
    />
  );
}

function AccountCards({ accounts, hand }: Shown) {
  const { t } = useTranslation();
  return (
    <div>
      {accounts.map((account) => (
        <article key={account.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <div className="title" style={{ margin: 0 }}>
              {account.personName}
            </div>
            <AccountStatus of={account} />
          </div>
          <div className="meta" style={{ margin: "4px 0 8px" }}>
            <span>{account.userName}</span>
            {account.phone ? <span>{account.phone}</span> : null}
            <span>{account.lastSignIn ? momentText(account.lastSignIn) : t("identity.account.never")}</span>
          </div>
          <AccountActions of={account} hand={hand} />
        </article>
      ))}
    </div>
  );
}
