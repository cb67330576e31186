import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Drawer, Empty, Table } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { useFocusBack } from "../../../web/ui/focus.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";

interface Counted {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly place: string;
  readonly since: string;
  readonly until: string | null;
}

interface Props {
  readonly title: string;
  readonly definition: string;
  /** What tells these rows from others. */
  readonly name: readonly unknown[];
  readonly load: (cursor: string) => Promise<{ items: Counted[]; next: string | null }>;
  /** What else can be done with them. */
  readonly extra?: ReactNode;
  readonly close: () => void;
}

/** The rows behind a number. */
export function Rows({ title, definition, name, load, extra, close }: Props) {
  useFocusBack();
  const { t } = useTranslation();
  const codes = useQuery({ queryKey: ["suggestion-codes"], queryFn: () => call(api.GET("/api/suggestion-codes")), staleTime: 300_000 });
  const list = useInfiniteQuery({
    queryKey: ["statistics-rows", ...name],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const about = (text: string) => codes.data?.categories.find((one) => one.code === text)?.name ?? text;
  return (
    <Drawer open onClose={close} title={title} size={760} extra={extra}>
      <p className="muted" style={{ marginTop: 0 }}>
        {definition}
      </p>
      <ProblemAlert error={list.error} />
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
