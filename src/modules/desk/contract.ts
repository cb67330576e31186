import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";

const text = z.string();
const maybe = z.string().nullable();
const Kind = z.object({ subjectType: text, verb: text, count: z.int(), overdue: z.int(), urged: z.int() });

export const TaskView = z
  .object({
    subjectType: text,
    subjectId: z.uuid(),
    verb: text,
    label: text,
    title: text,
    status: text,
    /** Who raised it. */
    from: text,
    /** Whose turn it is. */
    holder: text,
    dueOn: maybe,
    since: text,
    urgedAt: maybe,
  })
  .meta({ id: "Task" });

export const DoneView = z
  .object({ id: z.uuid(), at: text, verb: text, subjectType: text, subjectId: z.uuid(), label: text, title: text, status: text })
  .meta({ id: "DoneTask" });

const read = { tag: "desk", access: "scope:desk", method: "get", status: 200 } as const;
/** Whose turn: mine, or someone else's in a matter that I may urge. */
const side = z.enum(["mine", "others"]).default("mine");

export const deskContracts = {
  tasks: contract({
    ...read,
    path: "/api/tasks",
    name: "list_task",
    summary: "What waits for me, or for others whom I may urge; the nearest due day first",
    query: Paging.extend({
      side,
      subjectType: z.string().max(40).optional(),
      verb: z.string().max(40).optional(),
      overdue: z.enum(["true", "false"]).optional(),
      search: z.string().max(100).optional(),
    }),
    output: pageOf(TaskView).extend({ kinds: z.array(Kind) }),
  }),
  counts: contract({
    ...read,
    path: "/api/task-counts",
    name: "count_task",
    summary: "How much waits for me",
    output: z.object({ count: z.int(), overdue: z.int(), urged: z.int() }),
  }),
  done: contract({
    ...read,
    path: "/api/done-tasks",
    name: "list_done_task",
    summary: "What I did, the latest first",
    query: Paging,
    output: pageOf(DoneView),
  }),
  lamps: contract({
    ...read,
    path: "/api/lamps",
    name: "get_lamps",
    summary: "When a due day turns yellow, by the rule in force",
    output: z.object({ yellowDays: z.int() }),
  }),
};
