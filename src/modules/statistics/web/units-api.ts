import { useQuery } from "@tanstack/react-query";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import type { UnitMeasure, UnitSort } from "../terms.ts";

export type Unit = Schemas["UnitLine"];
export type Figures = Pick<Unit, "counts" | "rates" | "averageDays">;
export type UnitRowOf = Schemas["UnitRow"];

/** Which suggestions are looked at, and until when. */
export interface Narrow {
  readonly asOf?: string;
  readonly year?: number;
  readonly congressId?: string;
}

/** All units in the order asked for. */
export const useUnits = (query: Narrow & { search?: string; sort: UnitSort }) =>
  useQuery({
    queryKey: ["units", query],
    queryFn: () => call(api.GET("/api/statistics/units", { params: { query } })),
    placeholderData: (before) => before,
  });

/** The rows behind a number of a unit, page by page. */
export const unitRowsAt = (id: string, measure: UnitMeasure, narrow: Narrow) => (cursor: string) =>
  call(
    api.GET("/api/statistics/units/{id}/rows", {
      params: { path: { id }, query: { ...narrow, measure, limit: 50, ...(cursor ? { cursor } : {}) } },
    }),
  );
