import { useQuery } from "@tanstack/react-query";
import { Button, Card, Input, Skeleton, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { sourceText } from "../../../web/ui/source.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { DueDate } from "./due-date.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import { RuleHistory } from "./rule-history.tsx";
import { PeriodText, type Rule, RuleValue } from "./rule-value.tsx";

/** Every rule as it stands today, with its versions; whoever keeps them sets new ones. */
export function Page() {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const [changing, setChanging] = useState<Rule>();
  const found = useQuery({ queryKey: ["rules"], queryFn: () => call(api.GET("/api/rules")) });
  const named = (found.data?.items ?? []).filter((rule) => t(`calendar.key.${rule.key}`).includes(search.trim()));
  const [limits, lists] = [named.filter(isLimit), named.filter((rule) => !isLimit(rule))];
  return (
    <div className="page">
      <PageHead title={t("calendar.rule.title")} sub={t("calendar.rule.help")} />
      <div className="filters">
        <Input
          allowClear
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={t("calendar.rule.search")}
          aria-label={t("calendar.rule.search")}
          style={{ maxWidth: 300 }}
        />
      </div>
      {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {found.error ? <ProblemPage error={found.error} retry={() => found.refetch()} /> : null}
      {found.data ? (
        <div className="stack">
          <Rules title={t("calendar.rule.group.limits")} rules={limits} change={setChanging} />
          <Rules title={t("calendar.rule.group.lists")} rules={lists} change={setChanging} />
          <DueDate />
        </div>
      ) : null}
      {changing ? <RuleDialog key={changing.key} rule={changing} close={() => setChanging(undefined)} /> : null}
    </div>
  );
}

const isLimit = (rule: Rule): boolean => rule.form.kind === "period";

interface Props {
  readonly title: string;
  readonly rules: readonly Rule[];
  readonly change: (rule: Rule) => void;
}

function Rules({ title, rules, change }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const keeper = useMe().duties.includes("rules.keep");
  const name = (rule: Rule) => t(`calendar.key.${rule.key}`);
  const button = (rule: Rule) =>
    keeper ? (
      <Button size="small" onClick={() => change(rule)} data-change={rule.key}>
        {t("calendar.rule.change")}
      </Button>
    ) : null;
  const since = (rule: Rule) =>
    rule.inForceFrom ? dateText(rule.inForceFrom) : <span className="muted">{t("calendar.rule.default")}</span>;
  return (
    <Card title={title} size="small" styles={{ body: { padding: 0 } }}>
      <Table<Rule>
        rowKey="key"
        size={wide ? "middle" : "small"}
        dataSource={[...rules]}
        pagination={false}
        locale={{ emptyText: t("web.nothing_matching") }}
        expandable={{ expandedRowRender: (rule) => <RuleHistory rule={rule} /> }}
        columns={[
          { title: t("calendar.rule.field.name"), key: "name", render: (_value, rule) => name(rule) },
          {
            title: t("calendar.rule.field.value"),
            key: "value",
            width: wide ? 220 : 110,
            render: (_value, rule) => <RuleValue form={rule.form} value={rule.value} />,
          },
          ...(wide
            ? [
                {
                  title: t("calendar.rule.field.inForceFrom"),
                  key: "since",
                  width: 160,
                  render: (_value: unknown, rule: Rule) => since(rule),
                },
                {
                  title: t("calendar.rule.field.statutory"),
                  key: "law",
                  width: 120,
                  render: (_value: unknown, rule: Rule) =>
                    rule.statutory ? <PeriodText of={rule.statutory} /> : <span className="muted">—</span>,
                },
                {
                  title: t("calendar.rule.field.source"),
                  dataIndex: "source",
                  width: 220,
                  render: (source: string) => sourceText(t, source),
                },
              ]
            : []),
          { key: "change", width: 84, render: (_value, rule) => button(rule) },
        ]}
      />
    </Card>
  );
}
