import { CheckOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ListFilter, ListSpec, Matter } from "./list-spec.ts";
import type { Narrowed } from "./narrowed.ts";
import { useWide } from "./wide.ts";

export interface FiltersProps<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly narrowed: Narrowed;
  readonly narrow: (change: Narrowed) => void;
  /** Takes every filter away; absent when there is none. */
  readonly clear: (() => void) | undefined;
}

/** A search, the choices and switches that narrow a list of matters, and its order: one line at a desk. */
export function ListFilters<Line extends Matter>({ spec, narrowed, narrow, clear }: FiltersProps<Line>) {
  const { t } = useTranslation();
  const wide = useWide();
  const { words, filters, sorts } = spec;
  return (
    <div className="filters">
      <Input.Search
        allowClear
        key={narrowed["search"] ?? ""}
        defaultValue={narrowed["search"] ?? ""}
        placeholder={t(`${words}.filter.search`)}
        aria-label={t(`${words}.filter.search`)}
        onSearch={(search) => narrow({ search: search.trim() })}
        style={{ width: wide ? 290 : "100%" }}
      />
      {filters.map((filter) => (
        <OneFilter key={filter.name} filter={filter} value={narrowed[filter.name]} choose={(value) => narrow({ [filter.name]: value })} />
      ))}
      {sorts ? (
        <Select
          value={narrowed["sort"] ?? sorts[0] ?? ""}
          aria-label={t(`${words}.filter.sort`)}
          onChange={(sort) => narrow({ sort: sort === sorts[0] ? undefined : sort })}
          options={sorts.map((value) => ({ value, label: t(`${words}.filter.${value}`) }))}
          style={{ flex: wide ? "0 0 118px" : "1 1 140px" }}
        />
      ) : null}
      {clear ? (
        <Button type="link" onClick={clear} style={{ paddingInline: 4 }}>
          {t("web.clear_filters")}
        </Button>
      ) : null}
    </div>
  );
}

interface OneProps {
  readonly filter: ListFilter;
  readonly value: string | undefined;
  readonly choose: (value: string | undefined) => void;
}

function OneFilter({ filter, value, choose }: OneProps) {
  const { t } = useTranslation();
  const wide = useWide();
  const label = t(filter.label);
  if (filter.kind === "flag") {
    const on = value === "true";
    return (
      <Button
        color={on ? "primary" : "default"}
        variant="outlined"
        aria-pressed={on}
        {...(on ? { icon: <CheckOutlined /> } : {})}
        onClick={() => choose(on ? undefined : "true")}
      >
        {label}
      </Button>
    );
  }
  return (
    <Select
      allowClear
      {...(filter.many ? { showSearch: { optionFilterProp: "label" } } : {})}
      value={value ?? null}
      placeholder={label}
      aria-label={label}
      onChange={(next: string | null | undefined) => choose(next ?? undefined)}
      options={[...filter.options]}
      style={{ flex: wide ? `0 1 ${filter.many ? 180 : 140}px` : "1 1 140px", minWidth: 0 }}
    />
  );
}

interface Tabs<Line extends Matter> {
  readonly spec: ListSpec<Line>;
  readonly counts: Readonly<Record<string, number>>;
  readonly chosen: string | undefined;
  readonly choose: (status: string | undefined) => void;
}

/** The states with what is in each; on a phone, where tabs have no room, a choice. */
export function StateTabs<Line extends Matter>({ spec: { words, states }, counts, chosen = "", choose }: Tabs<Line>) {
  const { t } = useTranslation();
  const wide = useWide();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const options = [
    { value: "", label: `${t("web.all")} ${total}` },
    ...states
      .filter((status) => counts[status])
      .map((status) => ({ value: status, label: `${t(`${words}.status.${status}`)} ${counts[status]}` })),
  ];
  const shared = { value: chosen, options, onChange: (status: string) => choose(status || undefined) };
  if (!wide) return <Select {...shared} aria-label={t(`${words}.field.status`)} style={{ width: "100%", marginBottom: 14 }} />;
  return (
    <div className="state-tabs">
      <Segmented {...shared} />
    </div>
  );
}
