import { CheckOutlined, PlusOutlined, StarFilled } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Input, Segmented, Select, Skeleton, Table, Tag } from "antd";
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
import { type CaseState, caseStates } from "../terms.ts";
import { type Line, useCodes } from "./api.ts";
import { UnitPicker } from "./pickers.tsx";
import { SessionLists } from "./session-lists.tsx";
import { StatusTag } from "./status.tsx";

interface Filters {
  search?: string;
  status?: CaseState;
  category?: string;
  sort?: "newest" | "due";
  mine?: "true";
  key?: "true";
  overdue?: "true";
  unitId?: string;
}

const narrows = ({ sort: _, ...filters }: Filters): boolean => Object.keys(filters).length > 0;

/** Suggestions in my sight; the filters stand in the address, so that a list can be sent to a colleague. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const filters = narrowed as Filters;
  const clear = narrows(filters) ? () => narrow(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]))) : undefined;
  const list = useInfiniteQuery({
    queryKey: ["suggestions", filters],
    queryFn: ({ pageParam }) =>
      call(
        api.GET("/api/suggestions", {
          params: { query: { sort: "newest", ...filters, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
  const deputy = me.mandates.some((mandate) => mandate.status === "in_force");
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = list.data?.pages[0]?.counts ?? {};
  const shown = { lines, today: me.today, search: filters.search };
  return (
    <div className="page">
      <PageHead
        title={t("suggestion.page.list")}
        sub={t("suggestion.page.list_help")}
        actions={
          <>
            {me.duties.includes("identity.look_up") && me.roles.length > 0 ? <SessionLists /> : null}
            <ExportButton path="/api/suggestions" query={{ ...filters }} />
            {deputy ? (
              <Link to="/suggestions/new">
                <Button type="primary" icon={<PlusOutlined />} size={wide ? "middle" : "large"}>
                  {t("suggestion.page.new")}
                </Button>
              </Link>
            ) : null}
          </>
        }
      />
      <FilterBar filters={filters} counts={counts} deputy={deputy} narrow={narrow} clear={clear} />
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
  const codes = useCodes();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const states = caseStates.filter((status) => counts[status]);
  const options = [
    { value: "", label: `${t("web.all")} ${total}` },
    ...states.map((status) => ({ value: status as string, label: `${t(`suggestion.status.${status}`)} ${counts[status]}` })),
  ];
  return (
    <>
      <div className="filters">
        <Input.Search
          allowClear
          key={filters.search ?? ""}
          defaultValue={filters.search ?? ""}
          placeholder={t("suggestion.filter.search")}
          aria-label={t("suggestion.filter.search")}
          onSearch={(search) => narrow({ search: search.trim() })}
          style={{ width: wide ? 300 : "100%" }}
        />
        <Select
          allowClear
          value={filters.category ?? null}
          placeholder={t("suggestion.field.category")}
          aria-label={t("suggestion.field.category")}
          onChange={(category) => narrow({ category: category ?? undefined })}
          options={(codes.data?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          style={{ flex: wide ? "0 0 140px" : "1 1 140px" }}
        />
        <Select
          value={filters.sort ?? "newest"}
          aria-label={t("suggestion.filter.sort")}
          onChange={(sort) => narrow({ sort: sort === "newest" ? undefined : sort })}
          options={["newest", "due"].map((value) => ({ value, label: t(`suggestion.filter.${value}`) }))}
          style={{ flex: wide ? "0 0 140px" : "1 1 140px" }}
        />
        <div style={{ width: wide ? 200 : "100%" }}>
          <UnitPicker
            label={t("suggestion.filter.unit")}
            placeholder={t("suggestion.filter.unit")}
            value={filters.unitId ?? null}
            onChange={(unitId) => narrow({ unitId: unitId ?? undefined })}
          />
        </div>
        {deputy ? (
          <Segmented
            value={filters.mine ?? ""}
            onChange={(mine) => narrow({ mine: mine === "true" ? "true" : undefined })}
            options={[
              { value: "", label: t("suggestion.filter.everyone") },
              { value: "true", label: t("suggestion.filter.mine") },
            ]}
          />
        ) : null}
        {(["key", "overdue"] as const).map((name) => {
          const on = filters[name] === "true";
          return (
            <Button
              key={name}
              color={on ? "primary" : "default"}
              variant="outlined"
              aria-pressed={on}
              {...(on ? { icon: <CheckOutlined /> } : {})}
              onClick={() => narrow({ [name]: on ? undefined : "true" })}
            >
              {t(`suggestion.filter.${name}`)}
            </Button>
          );
        })}
        {clear ? (
          <Button type="link" onClick={clear} style={{ paddingInline: 4 }}>
            {t("web.clear_filters")}
          </Button>
        ) : null}
      </div>
      {total > 0 ? (
        wide ? (
          <div style={{ overflowX: "auto", marginBottom: 14 }}>
            <Segmented value={filters.status ?? ""} options={options} onChange={(status) => narrow({ status: status || undefined })} />
          </div>
        ) : (
          <Select
            value={filters.status ?? ""}
            options={options}
            onChange={(status) => narrow({ status: status || undefined })}
            aria-label={t("suggestion.field.status")}
            style={{ width: "100%", marginBottom: 14 }}
          />
        )
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
      onRow={(line) => ({ onClick: () => navigate({ to: "/suggestions/$id", params: { id: line.id } }), style: { cursor: "pointer" } })}
      columns={[
        { title: t("suggestion.field.number"), dataIndex: "label", width: 120, render: (label: string) => label || "—" },
        {
          title: t("suggestion.field.title"),
          dataIndex: "title",
          render: (title: string, line) => (
            <Link to="/suggestions/$id" params={{ id: line.id }} onClick={(event) => event.stopPropagation()}>
              {line.key ? <StarFilled style={{ color: "#a8201a", marginInlineEnd: 6 }} title={t("suggestion.key")} /> : null}
              <Marked text={title} search={search} />
              <Found match={line.match} search={search} name={(field) => t(`suggestion.found_in.${field}`)} />
            </Link>
          ),
        },
        { title: t("suggestion.field.lead"), dataIndex: ["lead", "name"], width: 110 },
        { title: t("suggestion.field.units"), dataIndex: "units", width: 200, render: (units: string[]) => units.join("、") || "—" },
        {
          title: t("suggestion.field.status"),
          dataIndex: "status",
          width: 130,
          render: (status: CaseState) => <StatusTag status={status} />,
        },
        {
          title: t("suggestion.field.due"),
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
        <Link key={line.id} className="line-card" to="/suggestions/$id" params={{ id: line.id }}>
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
            <span>
              <StatusTag status={line.status} />
              {line.key ? <Tag color="red">{t("suggestion.key")}</Tag> : null}
            </span>
            {line.dueOn ? <Lamp dueOn={line.dueOn} today={today} /> : null}
          </div>
          <div className="title">
            <Marked text={line.title} search={search} />
          </div>
          <Found match={line.match} search={search} name={(field) => t(`suggestion.found_in.${field}`)} />
          <div className="meta">
            {line.label ? <span>{line.label}</span> : null}
            <span>{line.lead.name}</span>
            {line.units.length > 0 ? <span>{line.units.join("、")}</span> : null}
            <span>{dateText(line.submittedAt ?? line.createdAt)}</span>
          </div>
        </Link>
      ))}
    </div>
  );
}
