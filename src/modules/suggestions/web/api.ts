import { useQuery } from "@tanstack/react-query";
import { api, call, idempotencyKey, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";
import { type Transition, transitionOf, type VerbName } from "../lifecycle.ts";

export type Suggestion = Schemas["Suggestion"];
export type Line = Schemas["SuggestionLine"];

export type SimilarCase = Schemas["SimilarSuggestion"];
export type Precedent = Schemas["UnitPrecedent"];

export const caseKey = (id: string) => ["suggestion", id];

/** One case as I may see it. */
export const useSuggestion = (id: string, enabled = true) =>
  useQuery({ queryKey: caseKey(id), queryFn: () => call(api.GET("/api/suggestions/{id}", { params: { path: { id } } })), enabled });

/** Cases in my sight that are like this one, and why; changed by whatever changes a list. */
export const useSimilar = (id: string, among: "all" | "mergeable" = "all") =>
  useQuery({
    queryKey: ["suggestions", "similar", id, among],
    queryFn: () => call(api.GET("/api/suggestions/{id}/similar", { params: { path: { id }, query: { among } } })),
    staleTime: 300_000,
  });

/** Units that answered for similar cases, with those cases. */
export const usePrecedents = (id: string) =>
  useQuery({
    queryKey: ["unit-precedents", id],
    queryFn: () => call(api.GET("/api/suggestions/{id}/unit-precedents", { params: { path: { id } } })),
    staleTime: 600_000,
  });

/** Performs a verb; every verb of the table has one address of its own. Throws `ProblemError`. */
export async function perform(id: string, verb: VerbName, body: object): Promise<Suggestion> {
  const { path }: Transition = transitionOf(verb);
  const headers = { "content-type": "application/json", "accept-language": language(), "idempotency-key": idempotencyKey() };
  const response = await fetch(`/api/suggestions/${id}/${path}`, { method: "POST", headers, body: JSON.stringify(body) }).catch(
    () => undefined,
  );
  if (!response) throw new ProblemError({ type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] });
  const answer = await response.json();
  if (!response.ok) throw new ProblemError(answer);
  return answer;
}
