import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Named, Reference } from "./collection.ts";
import { collectionAt } from "./collection-api.ts";

interface Props {
  readonly of: Reference;
  readonly value?: readonly string[] | null;
  readonly onChange?: (value: readonly string[]) => void;
  readonly id?: string;
  readonly disabled?: boolean;
}

/** Picks any number of things by their names; they are searched on the server while one types. */
export function ReferencesPicker({ of, value, onChange, id, disabled }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const ids = value ?? [];
  const chosen = useQueries({
    queries: ids.map((one) => ({
      queryKey: ["one", of.path, one],
      queryFn: () => collectionAt<Named>(of.path).get(one),
      staleTime: 300_000,
    })),
  });
  const found = useQuery({
    queryKey: ["search", of.path, search],
    queryFn: () => collectionAt<Named>(of.path).list({ search, limit: 30 }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const known = chosen.flatMap((one) => one.data ?? []);
  const things = found.data?.items ?? [];
  const all = [...known, ...things.filter((thing) => !known.some((one) => one.id === thing.id))];
  return (
    <Select
      mode="multiple"
      {...(id ? { id } : {})}
      disabled={disabled ?? false}
      value={[...ids]}
      onChange={(next: string[]) => onChange?.(next)}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      options={all.map((thing) => ({ value: thing.id, label: thing.name, line: of.describe?.(thing) ?? "" }))}
      optionRender={({ label, data }) => (
        <>
          {label} <span className="muted">{data.line}</span>
        </>
      )}
      notFoundContent={t("web.nothing_matching")}
      style={{ width: "100%" }}
    />
  );
}
