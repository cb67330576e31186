import { useQuery } from "@tanstack/react-query";
import { api, call, idempotencyKey, ProblemError, type Schemas } from "../../../web/api/client.ts";
import { language } from "../../../web/i18n.ts";
import { type OpinionVerb, transitionOf } from "../lifecycle.ts";

export type Opinion = Schemas["Opinion"];
export type Line = Schemas["OpinionLine"];

export const opinionKey = (id: string) => ["opinion", id];

/** One opinion as I may see it. */
export const useOpinion = (id: string) =>
  useQuery({ queryKey: opinionKey(id), queryFn: () => call(api.GET("/api/opinions/{id}", { params: { path: { id } } })) });

/** Categories in force; opinions and suggestions are counted in the same fields. */
export const useCategories = () => {
  const codes = useQuery({ queryKey: ["suggestion-codes"], queryFn: () => call(api.GET("/api/suggestion-codes")), staleTime: 300_000 });
  return (codes.data?.categories ?? []).map(({ code, name }) => ({ value: code, label: name }));
};

/** Performs a verb; every verb of the table has one address of its own. Throws `ProblemError`. */
export async function perform(id: string, verb: OpinionVerb, body: object): Promise<Opinion> {
  const headers = { "content-type": "application/json", "accept-language": language(), "idempotency-key": idempotencyKey() };
  const request = fetch(`/api/opinions/${id}/${transitionOf(verb).path}`, { method: "POST", headers, body: JSON.stringify(body) });
  const response = await request.catch(() => undefined);
  if (!response) throw new ProblemError({ type: "/problems/offline", title: "", status: 0, detail: "", code: "web.offline", reasons: [] });
  const answer = await response.json();
  if (!response.ok) throw new ProblemError(answer);
  return answer;
}
