import { useQuery } from "@tanstack/react-query";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import type { StationMeasure, StationSort } from "../station-terms.ts";

export type Station = Schemas["StationFigures"];
export type StationFigures = Pick<Station, "counts" | "rates" | "functionsSeen">;
export type StationRow = Schemas["StationFigureRow"];

/** Which stations are looked at, in which year, and until when. */
export interface StationNarrow {
  readonly year?: number;
  readonly asOf?: string;
  readonly search?: string;
  readonly kind?: string;
  readonly areaId?: string;
}

/** The stations in my sight with their figures, in the order asked for, page by page. */
export const useStationFigures = (query: StationNarrow & { sort: StationSort; order: "asc" | "desc" }) =>
  usePages(["station-figures", query], (cursor) =>
    call(api.GET("/api/statistics/stations", { params: { query: { ...query, limit: 20, ...(cursor ? { cursor } : {}) } } })),
  );

/** One station's figures beside those of the year before. */
export const useOneStation = (id: string, query: Pick<StationNarrow, "year" | "asOf">) =>
  useQuery({
    queryKey: ["station-figures", id, query],
    queryFn: () => call(api.GET("/api/statistics/stations/{id}", { params: { path: { id }, query } })),
  });

/** The rows behind a number of one station, or of all as filtered. */
export const useStationRows = (query: StationNarrow & { stationId?: string; measure: StationMeasure }) =>
  usePages(["station-rows", query], (cursor) =>
    call(api.GET("/api/statistics/station-rows", { params: { query: { ...query, limit: 50, ...(cursor ? { cursor } : {}) } } })),
  );

/** Kinds of stations in force, by their codes. */
export function useKinds() {
  const codes = useQuery({ queryKey: ["station-codes"], queryFn: () => call(api.GET("/api/station-codes")), staleTime: 300_000 });
  return (codes.data?.kinds ?? []).map(({ code, name }) => ({ value: code, label: name }));
}
