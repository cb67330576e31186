import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Filter } from "./collection.ts";
import { useNarrowed } from "./narrowed.ts";
import { ReferencePicker } from "./reference.tsx";
import { useWide } from "./wide.ts";

interface Props {
  readonly words: string;
  readonly search: boolean;
  readonly filters: readonly Filter[];
  /** Orders to choose from, the usual one first. */
  readonly sorts?: readonly string[];
}

/** A search and the choices that narrow a list, and its order. */
export function FilterBar({ words, search, filters, sorts }: Props) {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  if (!search && filters.length === 0) return null;
  return (
    <div className="filters">
      {search ? (
        <Input.Search
          allowClear
          key={narrowed["search"] ?? ""}
          defaultValue={narrowed["search"] ?? ""}
          placeholder={t(`${words}.search`)}
          aria-label={t(`${words}.search`)}
          onSearch={(typed) => narrow({ search: typed.trim() })}
          style={{ width: wide ? 300 : "100%" }}
        />
      ) : null}
      {filters.map((filter) => (
        <div key={filter.name} style={{ flex: wide ? "0 1 200px" : "1 1 140px", minWidth: 0 }}>
          <Choice
            filter={filter}
            label={t(`${words}.field.${filter.name}`)}
            value={narrowed[filter.name]}
            choose={(value) => narrow({ [filter.name]: value ?? undefined })}
          />
        </div>
      ))}
      {sorts ? (
        <Select
          value={narrowed["sort"] ?? sorts[0] ?? ""}
          aria-label={t("web.sort")}
          onChange={(sort) => narrow({ sort: sort === sorts[0] ? undefined : sort })}
          options={sorts.map((value) => ({ value, label: t(`${words}.sort.${value}`) }))}
          style={{ flex: wide ? "0 0 130px" : "1 1 140px" }}
        />
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly filter: Filter;
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (value: string | null) => void;
}

function Choice({ filter, label, value, choose }: ChoiceProps) {
  const { t } = useTranslation();
  if (filter.kind === "reference")
    return <ReferencePicker of={filter.of} value={value ?? null} onChange={choose} placeholder={label} label={label} />;
  return (
    <Select
      allowClear
      value={value ?? null}
      placeholder={label}
      aria-label={label}
      onChange={(next: string | undefined) => choose(next ?? null)}
      options={filter.values.map((one) => ({ value: one, label: t(`${filter.words}.${one}`) }))}
      style={{ width: "100%" }}
    />
  );
}
