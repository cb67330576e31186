import { useQuery } from "@tanstack/react-query";
import { api, call, idempotencyKey, type Schemas } from "../../../web/api/client.ts";
import type { Named, Reference } from "../../../web/ui/collection.ts";
import { allAt, collectionAt, type Typed } from "../../../web/ui/collection-api.ts";
import { wholeKey } from "../../../web/ui/reference.tsx";

export type Plan = Schemas["ActivityPlan"];
export type PlanLine = Schemas["ActivityPlanLine"];
export type PlanItem = Schemas["ActivityPlanItem"];

export const plansPath = "/api/activity-plans";
export const planKey = (id: string) => ["activity_plan", id];

export const usePlan = (id: string) =>
  useQuery({ queryKey: planKey(id), queryFn: () => call(api.GET("/api/activity-plans/{id}", { params: { path: { id } } })) });

/** Groups for which I can begin a plan, with the years that have one. */
export const useGroupsToPlan = () =>
  useQuery({ queryKey: ["activity-plan-groups"], queryFn: () => call(api.GET("/api/activity-plan-groups")) });

/** Kinds of activity in force, as choices. */
export function useKinds() {
  const kinds = useQuery({ queryKey: ["activity-kinds"], queryFn: () => call(api.GET("/api/activity-kinds")), staleTime: 300_000 });
  return (kinds.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
}

export const campaign: Reference = { path: "/api/campaigns", whole: true };
const area: Pick<Reference, "path"> = { path: "/api/areas" };

/** Towns and sub-districts, as choices. */
export function useTowns() {
  const areas = useQuery({ queryKey: wholeKey(area), queryFn: () => allAt<Named>(area.path), staleTime: 300_000 });
  const towns = (areas.data ?? []).filter(({ kind, retiredOn }) => (kind === "town" || kind === "subdistrict") && !retiredOn);
  return towns.map(({ id, name }) => ({ value: id, label: name }));
}

/** Does something with a plan. Throws `ProblemError`. */
export const perform = (id: string, path: string, body: Typed): Promise<Plan> =>
  collectionAt<Plan>(`${plansPath}/${id}/${path}`).add(body, idempotencyKey());
