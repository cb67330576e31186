import { useQuery } from "@tanstack/react-query";
import { api, call, type Schemas } from "../../../web/api/client.ts";

export type Task = Schemas["Task"];
export type Done = Schemas["DoneTask"];

/** Kinds of things that can wait, and their pages. */
export const pageOf = {
  suggestion: "/suggestions/$id",
  opinion: "/opinions/$id",
  reception: "/receptions/$id",
  listening: "/listenings/$id",
  voice: "/voices/$id",
  activity_plan: "/activity-plans/$id",
} as const;
export type SubjectType = keyof typeof pageOf;

/** Where a task leads: mine to the desk that is made for it, where there is one, every other to the page of its matter. */
export function placeOf(task: Pick<Task, "subjectType" | "subjectId" | "verb">, mine: boolean) {
  const desk = mine ? desks[`${task.subjectType}.${task.verb}`] : undefined;
  return desk
    ? { to: desk, search: { id: task.subjectId } as never }
    : { to: pageOf[task.subjectType as SubjectType], params: { id: task.subjectId } };
}

const desks: Readonly<Record<string, "/suggestions/review" | "/suggestions/assignment" | "/voice-triage">> = {
  "suggestion.accept": "/suggestions/review",
  "suggestion.assign": "/suggestions/assignment",
  "voice.route": "/voice-triage",
};

export const countsKey = ["task-counts"];

/** How much waits for me; looked at again every minute. */
export const useTaskCounts = () =>
  useQuery({ queryKey: countsKey, queryFn: () => call(api.GET("/api/task-counts")), refetchInterval: 60_000, staleTime: 10_000 });

export const taskKey = ["tasks"];

/** One turn in one matter. */
export const keyOf = (task: Task): string => `${task.subjectId} ${task.verb} ${task.holder}`;

/** Tasks chosen to be urged, by their keys. */
export interface Selection {
  readonly selected: readonly string[];
  readonly select: (keys: readonly string[]) => void;
}
