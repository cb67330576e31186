import { useQuery } from "@tanstack/react-query";
import { api, call, idempotencyKey, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";

export type Station = Schemas["Station"];
export type StationLine = Schemas["StationLine"];
export type Reception = Schemas["Reception"];
export type ReceptionLine = Schemas["ReceptionLine"];
export type Listening = Schemas["Listening"];
export type Rating = Schemas["Rating"];
export type Plan = Schemas["RosterPlan"];

export const stationKey = (id: string) => ["station", id];
export const receptionKey = (id: string) => ["reception", id];
export const listeningKey = (id: string) => ["listening", id];
export const ratingKey = (id: string) => ["rating", id];

export const useStation = (id: string) =>
  useQuery({ queryKey: stationKey(id), queryFn: () => call(api.GET("/api/stations/{id}", { params: { path: { id } } })) });
export const useReception = (id: string) =>
  useQuery({ queryKey: receptionKey(id), queryFn: () => call(api.GET("/api/receptions/{id}", { params: { path: { id } } })) });
export const useListening = (id: string) =>
  useQuery({ queryKey: listeningKey(id), queryFn: () => call(api.GET("/api/listenings/{id}", { params: { path: { id } } })) });
export const useRating = (id: string) =>
  useQuery({ queryKey: ratingKey(id), queryFn: () => call(api.GET("/api/ratings/{id}", { params: { path: { id } } })) });

/** Kinds and equipment in force, by their codes. */
export function useStationCodes() {
  const codes = useQuery({ queryKey: ["station-codes"], queryFn: () => call(api.GET("/api/station-codes")), staleTime: 300_000 });
  const named = (list: readonly { code: string; name: string }[] = []) => list.map(({ code, name }) => ({ value: code, label: name }));
  return { kinds: named(codes.data?.kinds), equipment: named(codes.data?.equipment) };
}

/** Posts to an address of a verb. Throws `ProblemError`. */
export async function perform<Answer>(address: string, body: object): Promise<Answer> {
  const headers = { "content-type": "application/json", "accept-language": language(), "idempotency-key": idempotencyKey() };
  const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) }).catch(() => undefined);
  if (!response) throw new ProblemError({ type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] });
  const answer = await response.json();
  if (!response.ok) throw new ProblemError(answer);
  return answer;
}
