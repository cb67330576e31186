import { setTimeout as wait } from "node:timers/promises";
import type { z } from "@hono/zod-openapi";
import { HealthView } from "../../src/modules/upkeep/contract.ts";
import { signIn } from "../faults/product.ts";

/**
 * Waits, so many milliseconds at most, until the product has started and come to rest. A fresh world's readers of the ledger first go
 * through all that ever happened; the first visitor must not pay for that. The administrator's page tells when they have caught up, and
 * when what is done now and then has been done once.
 */
export async function comeToRest(site: string, patience: number): Promise<void> {
  let headers: Record<string, string> | undefined;
  for (const end = Date.now() + patience; Date.now() < end; await wait(500)) {
    headers ??= await tried(() => signIn(site, "administrator"));
    const health = headers && (await tried(() => look(site, headers!)));
    if (health && health.ledger.waiting === 0 && caughtUp(health)) return;
  }
  throw new Error(`the product at ${site} did not start, or did not come to rest`);
}

/** Nothing while it still starts, or when a busy server lets go of a connection just as it is used again. */
const tried = <Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> =>
  ask().catch((error: unknown) => (error instanceof TypeError ? undefined : Promise.reject(error)));

type Health = z.infer<typeof HealthView>;

const look = async (site: string, headers: Record<string, string>): Promise<Health> =>
  HealthView.parse(await (await fetch(`${site}/api/health`, { headers })).json());

const caughtUp = ({ readers, sweeps }: Health): boolean =>
  readers.length > 0 && sweeps.length > 0 && readers.every(({ behind }) => behind === 0) && sweeps.every(({ ranAt }) => ranAt !== null);
