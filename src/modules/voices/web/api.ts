import { useQuery } from "@tanstack/react-query";
import { api, call, idempotencyKey, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";
import { transitionOf, type VoiceVerb } from "../lifecycle.ts";

export type Voice = Schemas["Voice"];
export type Line = Schemas["VoiceLine"];
export type Contact = { name: string | null; phone: string | null };

export const voiceKey = (id: string) => ["voice", id];

/** One voice as I may see it. */
export const useVoice = (id: string) =>
  useQuery({ queryKey: voiceKey(id), queryFn: () => call(api.GET("/api/voices/{id}", { params: { path: { id } } })), enabled: id !== "" });

/** What voices can have grown into. */
export type Grown = { readonly opinionId: string } | { readonly suggestionId: string };

/** The voices, as far as I may see them, that grew into an opinion or a suggestion. */
export const useGrownFrom = (into: Grown) =>
  useQuery({
    queryKey: ["voices-grown", into],
    queryFn: () => call(api.GET("/api/voices", { params: { query: { ...into, limit: 20 } } })),
  });

/** Voices that may be of the same matter. */
export const useSimilar = (id: string) =>
  useQuery({
    queryKey: [...voiceKey(id), "similar"],
    queryFn: () => call(api.GET("/api/voices/{id}/similar-voices", { params: { path: { id } } })),
  });

/** Units that voices like this one went to. */
export const useRecommended = (id: string) =>
  useQuery({
    queryKey: [...voiceKey(id), "recommended"],
    queryFn: () => call(api.GET("/api/voices/{id}/recommended-units", { params: { path: { id } } })),
  });

export const codesKey = ["voice-codes"];
export const myStationsKey = ["my-stations"];

/** Categories, and what is not taken, by the rules in force. */
export function useCodes() {
  const codes = useQuery({ queryKey: codesKey, queryFn: () => call(api.GET("/api/voice-codes")), staleTime: 300_000 });
  const named = (all: readonly { code: string; name: string }[] = []) => all.map(({ code, name }) => ({ value: code, label: name }));
  return { categories: named(codes.data?.categories), elsewhere: codes.data?.elsewhere ?? [] };
}

/** Stations on whose side I am. */
export function useMyStations() {
  const mine = useQuery({
    queryKey: myStationsKey,
    queryFn: () => call(api.GET("/api/stations", { params: { query: { mine: "true", open: "true", limit: 200 } } })),
    staleTime: 300_000,
  });
  return (mine.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

/** Performs a verb; every verb of the table has one address of its own. Throws `ProblemError`. */
export async function perform<Answer = Voice>(id: string, verb: VoiceVerb, body: object): Promise<Answer> {
  const headers = { "content-type": "application/json", "accept-language": language(), "idempotency-key": idempotencyKey() };
  const request = fetch(`/api/voices/${id}/${transitionOf(verb).path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const response = await request.catch(() => undefined);
  if (!response) throw new ProblemError({ type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] });
  const answer = await response.json();
  if (!response.ok) throw new ProblemError(answer);
  return answer;
}
