import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Filter } from "./collection.ts";
import { ReferencePicker } from "./reference.tsx";
import { useWide } from "./wide.ts";

/** Filters as they stand in the address. */
export type Narrowed = Readonly<Record<string, string | undefined>>;

/**
 * What the list is narrowed by, how to narrow it further, and how to narrow it anew. It stands in the address, so that a
 * list can be sent to a colleague.
 */
export function useNarrowed(): [Narrowed, (change: Narrowed) => void, (next: Narrowed) => void] {
  const found: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  // The address bar may hold a bare number, which the router reads as one.
  const narrowed = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
  const replace = (next: Narrowed) => {
    const given = Object.entries(next).filter(([, value]) => value !== undefined && value !== "");
    void navigate({ to: ".", search: Object.fromEntries(given) as never, replace: true });
  };
  return [narrowed, (change) => replace({ ...narrowed, ...change }), replace];
}

/** Takes these filters away; undefined where none of them is set. */
export function useClearing(names: readonly string[]): (() => void) | undefined {
  const [narrowed, narrow] = useNarrowed();
  if (!names.some((name) => narrowed[name])) return undefined;
  return () => narrow(Object.fromEntries(names.map((name) => [name, undefined])));
}

interface Props {
  readonly words: string;
  readonly search: boolean;
  readonly filters: readonly Filter[];
}

/** A search and the choices that narrow a list. */
export function FilterBar({ words, search, filters }: Props) {
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
