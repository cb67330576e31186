import { randomUUIDv7 } from "node:crypto";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import type { Actor } from "../../identity/index.ts";

/** That a setting was changed; what to is nobody's business but its owner's. */
export const note = (tx: Tx, { district, account }: Actor, { type, list, now }: { type: string; list: string; now: Instant }) =>
  record(tx, {
    ...{ district, id: randomUUIDv7(), at: now, actor: account, subjectType: "account", subjectId: account },
    ...{ type, version: 1, data: { list } },
  });
