import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Input, Segmented, Select, Skeleton, Table } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { useNarrowed } from "../../../web/ui/filter-bar.tsx";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { Found, Marked } from "../../../web/ui/marked.tsx";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type OpinionState, opinionStates } from "../terms.ts";
import { type Line, useCategories } from "./api.ts";
import { StatusTag } from "./status.tsx";

interface Filters {
  search?: string;
  status?: OpinionState;
  category?: string;
  mine?: "true";
  overdue?: "true";
}

const narrows = (filters: Filters): boolean => Object.keys(filters).length > 0;

/** Livelihood opinions in my sight, newest first. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const filters = narrowed as Filters;
  const clear = narrows(filters) ? () => narrow(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]))) : undefined;
  const list = useInfiniteQuery({
    queryKey: ["opinions", filters],
    queryFn: ({ pageParam }) =>
      call(api.GET("/api/opinions", { params: { query: { ...filters, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const deputy = me.mandates.some((mandate) => mandate.status === "in_force");
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = { lines, today: me.today, search: filters.search };
  return (
    <div className="page">
      <PageHead
        title={t("opinion.page.list")}
        sub={t("opinion.page.list_help")}
        actions={
          <>
            <ExportButton path="/api/opinions" query={{ ...filters }} />
            {deputy ? (
              <Link to="/opinions/new">
                <Button type="primary" icon={<PlusOutlined />} size={wide ? "middle" : "large"}>
                  {t("opinion.page.new")}
                </Button>
              </Link>
            ) : null}
          </>
        }
      />
      <FilterBar filters={filters} counts={list.data?.pages[0]?.counts ?? {}} deputy={deputy} narrow={narrow} clear={clear} />
      {list.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {list.error ? <ProblemPage error={list.error} retry={() => list.refetch()} /> : null}
      {list.data && lines.length === 0 ? <NothingFound search={filters.search} clear={clear} /> : null}
      {lines.length > 0 ? wide ? <LineTable {...shown} /> : <LineCards {...shown} /> : null}
      {list.hasNextPage ? (
        <Button block style={{ marginTop: 12 }} loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t("web.load_more")}
        </Button>
      ) : null}
    </div>
  );
}

interface Bar {
  readonly filters: Filters;
  readonly counts: Record<string, number>;
  readonly deputy: boolean;
  readonly narrow: (change: Record<string, string | undefined>) => void;
  /** Takes every filter away; absent when there is none. */
  readonly clear: (() => void) | undefined;
}

function FilterBar({ filters, counts, deputy, narrow, clear }: Bar) {
  const { t } = useTranslation();
  const wide = useWide();
  const categories = useCategories();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const states = opinionStates.filter((status) => counts[status]);
  const options = [
    { value: "", label: `${t("web.all")} ${total}` },
    ...states.map((status) => ({ value: status as string, label: `${t(`opinion.status.${status}`)} ${counts[status]}` })),
  ];
  const flag = (name: "mine" | "overdue") => (
    <Segmented
      value={filters[name] ?? ""}
      onChange={(value) => narrow({ [name]: value || undefined })}
      options={[
        { value: "", label: t(`opinion.filter.not_${name}`) },
        { value: "true", label: t(`opinion.filter.${name}`) },
      ]}
    />
  );
  return (
    <>
      <div className="filters">
        <Input.Search
          allowClear
          key={filters.search ?? ""}
          defaultValue={filters.search ?? ""}
          placeholder={t("opinion.filter.search")}
          aria-label={t("opinion.filter.search")}
          onSearch={(search) => narrow({ search: search.trim() })}
          style={{ width: wide ? 300 : "100%" }}
        />
        <Select
          allowClear
          value={filters.category ?? null}
          placeholder={t("opinion.field.category")}
          aria-label={t("opinion.field.category")}
          onChange={(category) => narrow({ category: category ?? undefined })}
          options={categories}
          style={{ width: 140 }}
        />
        {deputy ? flag("mine") : null}
        {flag("overdue")}
        {clear ? (
          <Button type="link" onClick={clear} style={{ paddingInline: 4 }}>
            {t("web.clear_filters")}
          </Button>
        ) : null}
      </div>
      {total > 0 && wide ? (
        <div style={{ overflowX: "auto", marginBottom: 14 }}>
          <Segmented value={filters.status ?? ""} options={options} onChange={(status) => narrow({ status: status || undefined })} />
        </div>
      ) : null}
      {total > 0 && !wide ? (
        <Select
          value={filters.status ?? ""}
          options={options}
          onChange={(status) => narrow({ status: status || undefined })}
          aria-label={t("opinion.field.status")}
          style={{ width: "100%", marginBottom: 14 }}
        />
      ) : null}
    </>
  );
}

interface Shown {
  readonly lines: readonly Line[];
  readonly today: string;
  readonly search: string | undefined;
}

function LineTable({ lines, today, search }: Shown) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Table<Line>
      rowKey="id"
      dataSource={[...lines]}
      pagination={false}
      onRow={(line) => ({ onClick: () => navigate({ to: "/opinions/$id", params: { id: line.id } }), style: { cursor: "pointer" } })}
      columns={[
        { title: t("opinion.field.number"), dataIndex: "label", width: 120, render: (label: string) => label || "—" },
        {
          title: t("opinion.field.title"),
          dataIndex: "title",
          render: (title: string, line) => (
            <Link to="/opinions/$id" params={{ id: line.id }} onClick={(event) => event.stopPropagation()}>
              <Marked text={title} search={search} />
              <Found match={line.match} search={search} name={(field) => t(`opinion.found_in.${field}`)} />
            </Link>
          ),
        },
        { title: t("opinion.field.area"), dataIndex: "areaName", width: 120 },
        { title: t("opinion.field.deputy"), dataIndex: ["deputy", "name"], width: 100 },
        { title: t("opinion.field.unit"), dataIndex: "unitName", width: 150, render: (name: string | null) => name ?? "—" },
        {
          title: t("opinion.field.status"),
          dataIndex: "status",
          width: 130,
          render: (status: OpinionState) => <StatusTag status={status} />,
        },
        {
          title: t("opinion.field.due"),
          dataIndex: "dueOn",
          width: 120,
          render: (dueOn: string | null) => <Lamp dueOn={dueOn} today={today} />,
        },
      ]}
    />
  );
}

function LineCards({ lines, today, search }: Shown) {
  const { t } = useTranslation();
  return (
    <div>
      {lines.map((line) => (
        <Link key={line.id} className="line-card" to="/opinions/$id" params={{ id: line.id }}>
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <StatusTag status={line.status} />
            {line.dueOn ? <Lamp dueOn={line.dueOn} today={today} /> : null}
          </div>
          <div className="title">
            <Marked text={line.title} search={search} />
          </div>
          <Found match={line.match} search={search} name={(field) => t(`opinion.found_in.${field}`)} />
          <div className="meta">
            {line.label ? <span>{line.label}</span> : null}
            <span>{line.areaName}</span>
            <span>{line.deputy.name}</span>
            {line.unitName ? <span>{line.unitName}</span> : null}
            <span>{dateText(line.submittedAt)}</span>
          </div>
        </Link>
      ))}
    </div>
  );
}
