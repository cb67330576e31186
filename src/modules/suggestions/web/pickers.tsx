import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useUnits } from "./units.ts";

interface Picker {
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly id?: string;
}

/** District, town, village: the place a matter is about. */
export function AreaPicker({ value, onChange, id }: Picker) {
  const { t } = useTranslation();
  const areas = useQuery({
    queryKey: ["areas"],
    queryFn: () => call(api.GET("/api/areas", { params: { query: { limit: 200 } } })),
    staleTime: 300_000,
  });
  const tree = (areas.data?.items ?? []).map((area) => ({
    id: String(area["id"]),
    pId: area["parentId"],
    value: String(area["id"]),
    title: String(area["name"]),
  }));
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      treeDataSimpleMode
      allowClear
      showSearch={{ treeNodeFilterProp: "title" }}
      treeData={tree}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      placeholder={t("suggestion.placeholder.area")}
      treeDefaultExpandedKeys={tree.filter((area) => !area.pId).map((area) => area.id)}
      styles={{ popup: { root: { maxHeight: 420, overflow: "auto" } } }}
    />
  );
}

/** A unit, found by typing part of its name. `label` names it where no form item does. */
export function UnitPicker({
  value,
  onChange,
  id,
  kinds,
  label,
  placeholder,
}: Picker & { kinds?: readonly string[]; label?: string; placeholder?: string }) {
  const { t } = useTranslation();
  const units = useUnits(kinds);
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      options={units}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      placeholder={placeholder ?? t("suggestion.placeholder.unit")}
      style={{ width: "100%" }}
    />
  );
}

interface ManyPicker {
  readonly value?: string[];
  readonly onChange?: (value: string[]) => void;
  readonly congressId: string;
  readonly without: readonly string[];
  readonly id?: string;
}

/** Deputies of one congress, found by name or the letters of its pronunciation. */
export function DeputyPicker({ value, onChange, congressId, without, id }: ManyPicker) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const query = { congressId, status: "in_force" as const, limit: 50, ...(search ? { search } : {}) };
  const found = useQuery({
    queryKey: ["mandates", query],
    queryFn: () => call(api.GET("/api/mandates", { params: { query } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const options = (found.data?.items ?? [])
    .filter((mandate) => !without.includes(mandate.id))
    .map((mandate) => ({ value: mandate.id, label: `${mandate.personName}${mandate.groupName ? ` · ${mandate.groupName}` : ""}` }));
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      options={options}
      value={value ?? []}
      onChange={(next) => onChange?.(next)}
      placeholder={t("suggestion.placeholder.deputies")}
    />
  );
}
