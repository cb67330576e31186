import { useQuery } from "@tanstack/react-query";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import type { Measure, YearlyBy, YearlyPromise } from "../terms.ts";

export type Yearly = Schemas["Yearly"];
export type Table = Yearly["tables"][number];
export type Group = Table["groups"][number];
export type Figures = Yearly["whole"];

export interface Which {
  readonly year: number;
  readonly congressId?: string;
  readonly asOf?: string;
}

export const useYearly = (query: Which) =>
  useQuery({
    queryKey: ["yearly", query],
    queryFn: () => call(api.GET("/api/statistics/yearly", { params: { query } })),
    placeholderData: (before) => before,
  });

interface Page {
  items: { id: string; label: string; about: string; place: string; since: string; until: string | null }[];
  next: string | null;
}

const paged = (cursor: string) => ({ limit: 50, ...(cursor ? { cursor } : {}) });

/** The rows behind a count of the tables. */
export const countRows =
  (by: YearlyBy, which: Which & { group?: string; key?: "true"; measure: Measure }) =>
  (cursor: string): Promise<Page> =>
    call(
      api.GET("/api/statistics/{of}/breakdowns/{by}/rows", {
        params: { path: { of: "suggestions", by }, query: { ...which, ...paged(cursor) } },
      }),
    );

/** The rows behind a count of promises. */
export const promiseRows =
  (which: Which & { measure: YearlyPromise }) =>
  (cursor: string): Promise<Page> =>
    call(api.GET("/api/statistics/yearly/promises", { params: { query: { ...which, ...paged(cursor) } } }));
