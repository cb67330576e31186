import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call, ProblemError, type Schemas } from "../api/client.ts";
import { useNarrowed } from "./narrowed.ts";
import { useTelling } from "./telling.tsx";

type Settings = Schemas["ListSettings"];
export type SavedFilter = Schemas["SavedFilter"];

const keyOf = (list: string) => ["list-settings", list];

/** How I want to see a list. It is kept on the server, so that it follows me from desk to desk. */
export const useListSettings = (list: string) =>
  useQuery({
    queryKey: keyOf(list),
    queryFn: () => call(api.GET("/api/me/lists/{list}", { params: { path: { list } } })),
    staleTime: 300_000,
  });

/** Has the list been opened? Where its address says nothing, it is opened with the filter that I made its default. */
export function useOpened(list: string): boolean {
  const [narrowed, , replace] = useNarrowed();
  const { data, isPending } = useListSettings(list);
  const [opened, setOpened] = useState(Object.keys(narrowed).length > 0);
  useEffect(() => {
    if (opened || isPending) return;
    setOpened(true);
    const usual = data?.filters.find((filter) => filter.isDefault);
    if (usual) replace(filtersIn(usual));
  }, [opened, isPending, data, replace]);
  return opened;
}

/** The filters that were kept under a name. */
export const filtersIn = ({ query }: Pick<SavedFilter, "query">): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

/** Filters as one text, the same for the same filters. */
export const queryOf = (narrowed: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(narrowed).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new URLSearchParams(given.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
};

/** Keeps the columns of a list; they are shown at once, and taken back when they could not be kept. */
export function useSetColumns(list: string): (columns: string[] | null) => void {
  const { t } = useTranslation();
  const { message } = useTelling();
  const queries = useQueryClient();
  const set = useMutation({
    mutationFn: (columns: string[] | null) =>
      call(api.PUT("/api/me/lists/{list}/columns", { params: { path: { list } }, body: { columns } })),
    // One after the other, so that the last choice is the one that is kept.
    scope: { id: `columns ${list}` },
    onError: (error) => {
      message.error(error instanceof ProblemError && error.problem.detail ? error.problem.detail : t("web.offline"), 8);
      void queries.invalidateQueries({ queryKey: keyOf(list) });
    },
  });
  return (columns) => {
    queries.setQueryData<Settings>(keyOf(list), (kept) => kept && { ...kept, columns });
    set.mutate(columns);
  };
}

type Body = Omit<SavedFilter, "id">;

/** Keeps, changes and removes my filters of a list. All of them throw `ProblemError`. */
export function useFilterKeeping(list: string) {
  const queries = useQueryClient();
  const after = async <Answer>(request: Promise<Answer>): Promise<Answer> => {
    const answer = await request;
    await queries.invalidateQueries({ queryKey: keyOf(list) });
    return answer;
  };
  return {
    save: (body: Body) => after(call(api.POST("/api/me/lists/{list}/filters", { params: { path: { list } }, body }))),
    change: (id: string, body: Body) => after(call(api.PUT("/api/me/lists/{list}/filters/{id}", { params: { path: { list, id } }, body }))),
    remove: (id: string) => after(call(api.DELETE("/api/me/lists/{list}/filters/{id}", { params: { path: { list, id } } }))),
  };
}
