import type { Generated } from "kysely";
import type { Instant } from "../clock/instant.ts";

export type LedgerTables = {
  fact: {
    district: string;
    id: string;
    at: Instant;
    actor: string | null;
    subjectType: string;
    subjectId: string;
    type: string;
    version: number;
    data: Readonly<Record<string, unknown>>;
    xid: Generated<string>;
    seq: Generated<number>;
  };
  chain: { district: string; position: number; factId: string; algorithm: string; digest: string };
  chainHead: { one: Generated<boolean>; xid: string; seq: number };
  subscriber: {
    district: string;
    name: string;
    position: number;
    failures: Generated<number>;
    failedFact: string | null;
    lastError: string | null;
    retryAt: Instant | null;
  };
};
