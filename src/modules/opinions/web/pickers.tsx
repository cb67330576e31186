import { useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { OwnControl } from "../../../web/ui/verb-field.tsx";

interface Picker {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
}

/** District, town, village: the place a matter is about. */
export function AreaPicker({ value, onChange, id }: Picker) {
  const { t } = useTranslation();
  const areas = useQuery({
    queryKey: ["areas"],
    queryFn: () => call(api.GET("/api/areas", { params: { query: { limit: 200 } } })),
    staleTime: 300_000,
  });
  const tree = (areas.data?.items ?? []).map((area) => ({ id: area.id, pId: area.parentId ?? 0, value: area.id, title: area.name }));
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      treeDataSimpleMode
      showSearch={{ treeNodeFilterProp: "title" }}
      treeData={tree}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      placeholder={t("opinion.placeholder.area")}
      styles={{ popup: { root: { maxHeight: 420, overflow: "auto" } } }}
    />
  );
}

/** Campaigns that run today. */
export function useCampaigns(today: string) {
  const all = useQuery({
    queryKey: ["campaigns"],
    queryFn: () => call(api.GET("/api/campaigns", { params: { query: { limit: 200 } } })),
    staleTime: 300_000,
  });
  return (all.data?.items ?? [])
    .filter((one) => one.startsOn <= today && (!one.endsOn || one.endsOn >= today))
    .map((one) => ({ value: one.id, label: one.name }));
}

const handling = [
  "department",
  "town_government",
  "subdistrict_office",
  "court",
  "procuratorate",
  "supervision_commission",
  "government_office",
  "other_unit",
];

/** Units that can be given an opinion to handle. */
export function UnitPicker({ value, onChange, id }: Picker) {
  const { t } = useTranslation();
  const all = useQuery({
    queryKey: ["organisations"],
    queryFn: () => call(api.GET("/api/organisations", { params: { query: { limit: 200 } } })),
    staleTime: 300_000,
  });
  const options = (all.data?.items ?? [])
    .filter((one) => handling.includes(one.kind) && !one.dissolvedOn)
    .map((one) => ({ value: one.id, label: one.name }));
  return (
    <Select
      {...(id ? { id } : {})}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      placeholder={t("opinion.placeholder.unit")}
    />
  );
}

/** The unit, as a field of a verb's form. */
export const unitControl: OwnControl = (field, _typed, { id, value, onChange }) =>
  field.kind === "unit" ? (
    <UnitPicker {...(id ? { id } : {})} value={typeof value === "string" ? value : null} onChange={(next) => onChange?.(next)} />
  ) : undefined;
