import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";

const text = z.string();
const maybe = z.string().nullable();

export const HealthView = z
  .object({
    database: z.object({ version: text, bytes: z.int() }),
    ledger: z.object({ linked: z.int(), waiting: z.int(), lastFactAt: maybe }),
    /** Readers of the ledger: what happened elsewhere, brought to where it matters. */
    readers: z.array(
      z.object({
        name: text,
        position: z.int(),
        behind: z.int(),
        failures: z.int(),
        failedFactType: maybe,
        lastError: maybe,
        retryAt: maybe,
      }),
    ),
    /** Work that time alone makes due. */
    sweeps: z.array(z.object({ name: text, ranAt: maybe, failures: z.int(), lastError: maybe })),
  })
  .meta({ id: "Health" });

const watch = { tag: "upkeep", access: "duty:house.watch" } as const;

export const upkeepContracts = {
  look: contract({
    ...watch,
    method: "get",
    path: "/api/health",
    name: "get_health",
    summary: "How the house is: database, ledger, its readers and recurring tasks",
    output: HealthView,
    status: 200,
  }),
  retry: contract({
    ...watch,
    method: "post",
    path: "/api/ledger-readers/{name}/retries",
    name: "retry_reader",
    summary: "Let a reader that failed try again at once",
    params: z.object({ name: z.string().regex(/^[a-z_.]{1,80}$/) }),
    output: HealthView,
    status: 201,
  }),
};
