import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { useWide } from "../../../web/ui/wide.ts";
import { useCodes } from "./codes.ts";

export interface Filters {
  readonly search?: string;
  readonly congressId?: string;
  readonly sessionId?: string;
  readonly category?: string;
}

const groups = ["session", "category", "congress"] as const;
const day = 86_400_000;

/** Narrows the board to a congress, a session or a field, and puts it under headings. */
export function AssignmentFilters() {
  const { t } = useTranslation();
  const [narrowed, narrow] = useNarrowed();
  const codes = useCodes();
  const congresses = useQuery({
    queryKey: ["congresses"],
    queryFn: () => call(api.GET("/api/congresses", { params: { query: { limit: 200 } } })),
    staleTime: day,
  });
  const sessions = useQuery({
    queryKey: ["congress-sessions"],
    queryFn: () => call(api.GET("/api/congress-sessions", { params: { query: { limit: 200 } } })),
    staleTime: day,
  });
  const names = new Map((congresses.data?.items ?? []).map(({ id, name }) => [id, name]));
  const held = (sessions.data?.items ?? []).filter((one) => !narrowed["congressId"] || one.congressId === narrowed["congressId"]);
  const choices = {
    congressId: [...names].map(([value, label]) => ({ value, label })),
    sessionId: held.map((one) => ({
      value: one.id,
      label: `${names.get(one.congressId) ?? ""} ${t("suggestion.session", { no: one.sessionNo })}`,
    })),
    category: (codes.data?.categories ?? []).map(({ code, name }) => ({ value: code, label: name })),
    group: groups.map((value) => ({ value, label: t(`suggestion.board.group.${value}`) })),
  };
  const choose = (name: keyof typeof choices, value: string | undefined) =>
    narrow({ [name]: value, ...(name === "congressId" ? { sessionId: undefined } : {}) });
  const wide = useWide();
  return (
    <div className="filters">
      <Input.Search
        allowClear
        key={narrowed["search"] ?? ""}
        defaultValue={narrowed["search"] ?? ""}
        placeholder={t("suggestion.filter.search")}
        aria-label={t("suggestion.filter.search")}
        onSearch={(search) => narrow({ search: search.trim() })}
        style={{ width: wide ? 290 : "100%" }}
      />
      {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
        <Select
          key={name}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          value={narrowed[name] ?? null}
          placeholder={t(`suggestion.board.filter.${name}`)}
          aria-label={t(`suggestion.board.filter.${name}`)}
          options={choices[name]}
          onChange={(value) => choose(name, value ?? undefined)}
          style={{ flex: "1 1 140px", minWidth: 0, ...(wide ? { maxWidth: 190 } : {}) }}
          popupMatchSelectWidth={false}
        />
      ))}
    </div>
  );
}
