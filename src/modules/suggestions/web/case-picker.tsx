import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import type { Suggestion } from "./api.ts";

interface Props {
  readonly of: Suggestion;
  readonly value?: string | null;
  readonly onChange?: (id: string) => void;
  readonly id?: string;
  /** Names it where no form item does. */
  readonly label?: string;
}

/** Another case of the same congress, found by its words. */
export function CasePicker({ of, value, onChange, id, label }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const query = { congressId: of.congress.id, limit: 30, sort: "newest" as const, ...(search ? { search } : {}) };
  const found = useQuery({
    queryKey: ["suggestions", "other", query],
    queryFn: () => call(api.GET("/api/suggestions", { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? [])
    .filter((line) => line.id !== of.id)
    .map((line) => ({
      value: line.id,
      label: [line.label, line.title, t(`suggestion.status.${line.status}`)].filter(Boolean).join(" · "),
    }));
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label, placeholder: label } : {})}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={options}
      loading={found.isFetching}
      value={value ?? null}
      onChange={(next) => next && onChange?.(next)}
      style={{ width: "100%" }}
    />
  );
}
