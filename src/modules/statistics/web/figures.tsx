import { QuestionCircleOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Card, DatePicker, Drawer, Empty, Popover, Skeleton, Statistic, Table } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem.tsx";

type Figure = Schemas["Figure"];

/** Published numbers. Each says what it counts and opens the rows behind it. */
export function Page() {
  const { t } = useTranslation();
  const { today } = useMe();
  const [asOf, setAsOf] = useState(today);
  const [opened, setOpened] = useState<Figure>();
  const found = useQuery({
    queryKey: ["statistics", asOf],
    queryFn: () => call(api.GET("/api/public/statistics", { params: { query: { asOf } } })),
  });
  const all = found.data?.figures ?? [];
  const groupOf = (figure: Figure) => figure.key.split(".").slice(0, -1).join(".");
  const groups = [...new Set(all.map(groupOf))].map((group) => ({ group, figures: all.filter((figure) => groupOf(figure) === group) }));
  return (
    <div className="page">
      <PageHead
        title={t("statistics.page.title")}
        sub={t("statistics.page.help")}
        actions={
          <span style={{ display: "flex", gap: 8, alignItems: "center" }}>
            {t("statistics.page.as_of")}
            <DatePicker
              aria-label={t("statistics.page.as_of")}
              allowClear={false}
              value={dayjs(asOf)}
              maxDate={dayjs(today)}
              onChange={(day) => setAsOf(day?.format("YYYY-MM-DD") ?? today)}
            />
          </span>
        }
      />
      {found.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {found.error ? <ProblemPage error={found.error} retry={() => found.refetch()} /> : null}
      <div className="stack">
        {groups.map(({ group, figures }) => (
          <Card key={group} title={group === "opinions" ? t("opinion.page.list") : beginning(figures)}>
            <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(200px, 1fr))", gap: 20 }}>
              {figures.map((figure) => (
                <FigureCard
                  key={figure.key}
                  figure={figure}
                  name={figure.label.slice(group === "opinions" ? 0 : beginning(figures).length) || t("statistics.page.count")}
                  open={() => setOpened(figure)}
                />
              ))}
            </div>
          </Card>
        ))}
      </div>
      {opened ? <Rows figure={opened} asOf={asOf} close={() => setOpened(undefined)} /> : null}
    </div>
  );
}

/** The words that all labels of a group begin with: said once, above them. */
function beginning(figures: readonly Figure[]): string {
  const [first = "", ...others] = figures.map((figure) => figure.label);
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

function FigureCard({ figure, name, open }: { figure: Figure; name: string; open: () => void }) {
  const { t } = useTranslation();
  const rate = figure.denominator !== null;
  const said = rate ? `${figure.definition}（${figure.numerator} ÷ ${figure.denominator}）` : figure.definition;
  return (
    <div>
      <Statistic
        title={
          <span>
            {name}{" "}
            <Popover content={<div style={{ maxWidth: 320 }}>{said}</div>} trigger={["click", "hover"]}>
              <Button type="text" size="small" aria-label={t("statistics.page.definition")} icon={<QuestionCircleOutlined />} />
            </Popover>
          </span>
        }
        value={figure.value ?? "—"}
        {...(rate && figure.value !== null ? { precision: 2, suffix: "%" } : {})}
      />
      <Button type="link" style={{ padding: 0 }} onClick={open}>
        {t("statistics.page.rows")}
      </Button>
    </div>
  );
}

function Rows({ figure, asOf, close }: { figure: Figure; asOf: string; close: () => void }) {
  const { t } = useTranslation();
  const codes = useQuery({ queryKey: ["suggestion-codes"], queryFn: () => call(api.GET("/api/suggestion-codes")), staleTime: 300_000 });
  const list = useInfiniteQuery({
    queryKey: ["statistics-rows", figure.key, asOf],
    queryFn: ({ pageParam }) =>
      call(
        api.GET("/api/public/statistics/{key}/rows", {
          params: { path: { key: figure.key }, query: { asOf, limit: 50, of: "numerator", ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const about = (text: string) => codes.data?.categories.find((one) => one.code === text)?.name ?? text;
  return (
    <Drawer
      open
      onClose={close}
      title={figure.label}
      size={760}
      extra={<ExportButton path={`/api/public/statistics/${figure.key}/rows`} query={{ asOf }} />}
    >
      <p className="muted" style={{ marginTop: 0 }}>
        {figure.definition}
      </p>
      <Table
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: <Empty description={t("web.nothing")} /> }}
        columns={[
          { title: t("statistics.page.label"), dataIndex: "label", width: 100 },
          { title: t("statistics.page.about"), dataIndex: "about", render: about },
          { title: t("statistics.page.place"), dataIndex: "place", width: 120 },
          { title: t("statistics.page.since"), dataIndex: "since", width: 130, render: dateText },
          {
            title: t("statistics.page.until"),
            dataIndex: "until",
            width: 130,
            render: (until: string | null) => (until ? dateText(until) : t("statistics.page.open")),
          },
        ]}
      />
      {list.hasNextPage ? (
        <Button block style={{ marginTop: 12 }} loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t("web.load_more")}
        </Button>
      ) : null}
    </Drawer>
  );
}
