import { useQuery } from "@tanstack/react-query";
import { api, call } from "../../../web/api/client.ts";

/** Kinds of organisations that can be given something to handle. */
export const handling = [
  "department",
  "town_government",
  "subdistrict_office",
  "court",
  "procuratorate",
  "supervision_commission",
  "government_office",
  "other_unit",
];

const useOrganisations = () =>
  useQuery({
    queryKey: ["organisations"],
    queryFn: () => call(api.GET("/api/organisations", { params: { query: { limit: 200 } } })),
    staleTime: 300_000,
  }).data?.items ?? [];

/** The full names of organisations, by identifier. */
export const useFullNames = () => new Map(useOrganisations().map((one) => [String(one["id"]), String(one["name"])]));

/** All organisations that can be given something to handle. */
export function useUnits(kinds: readonly string[] = handling) {
  return useOrganisations()
    .filter((one) => kinds.includes(String(one["kind"])) && !one["dissolvedOn"])
    .map((one) => ({ value: String(one["id"]), label: String(one["name"]) }));
}
