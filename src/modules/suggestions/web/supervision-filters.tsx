import { Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useWide } from "../../../web/ui/wide.ts";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import { caseStates } from "../terms.ts";

export interface Filters {
  search?: string;
  year?: string;
  leader?: string;
  lamp?: "red" | "yellow";
  /** Those still under supervision unless told otherwise. */
  state?: "open" | "reported" | "all";
  status?: (typeof caseStates)[number];
  sort?: "next" | "decided";
}

interface Props {
  readonly narrowed: Filters;
  readonly narrow: (change: Record<string, string | undefined>) => void;
  readonly counts: { open: number; reported: number } | undefined;
  readonly leaders: readonly string[];
}

/** What the supervision list is narrowed by; it stands in the address. */
export function SupervisionFilters({ narrowed, narrow, counts, leaders }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const choose = (name: keyof Filters, label: string, options: readonly { value: string; label: string }[], usual?: string) => (
    <Select
      allowClear={usual === undefined}
      value={narrowed[name] ?? usual ?? null}
      placeholder={label}
      aria-label={label}
      options={[...options]}
      onChange={(value) => narrow({ [name]: value === usual ? undefined : (value ?? undefined) })}
      style={wide ? { flex: "1 1 128px", minWidth: 0, maxWidth: 150 } : { flex: "1 1 140px" }}
    />
  );
  const of = (values: readonly string[], words: string) => values.map((value) => ({ value, label: t(`${words}.${value}`) }));
  const all = counts && counts.open + counts.reported;
  return (
    <>
      <div className="filters">
        <Input.Search
          allowClear
          key={narrowed.search ?? ""}
          defaultValue={narrowed.search ?? ""}
          placeholder={t("suggestion.supervision.search")}
          aria-label={t("suggestion.supervision.search")}
          onSearch={(search) => narrow({ search: search.trim() })}
          style={{ width: wide ? 290 : "100%" }}
        />
        <YearPicker label={t("suggestion.supervision.year")} value={narrowed.year} onChange={(year) => narrow({ year })} />
        {choose("leader", t("suggestion.supervision.any_leader"), leaders.map(named))}
        {choose("lamp", t("suggestion.supervision.next"), of(["red", "yellow"], "suggestion.lamp_filter"))}
        {choose("status", t("suggestion.supervision.case_status"), of(supervisedStates, "suggestion.status"))}
        {choose("sort", t("suggestion.filter.sort"), of(["next", "decided"], "suggestion.supervision.sort"), "next")}
      </div>
      <Segmented
        style={{ marginBottom: 14 }}
        value={narrowed.state ?? "open"}
        options={[
          { value: "open", label: `${t("suggestion.supervision_view.open")} ${counts?.open ?? ""}` },
          { value: "reported", label: `${t("suggestion.supervision_view.reported")} ${counts?.reported ?? ""}` },
          { value: "all", label: `${t("web.all")} ${all ?? ""}` },
        ]}
        onChange={(state) => narrow({ state: state === "open" ? undefined : state })}
      />
    </>
  );
}

const named = (value: string) => ({ value, label: value });
const supervisedStates = caseStates.filter((state) => !["draft", "submitted", "returned", "letter", "merged", "withdrawn"].includes(state));
