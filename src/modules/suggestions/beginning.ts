import type { Instant } from "../../platform/clock/instant.ts";
import type { Case, Paper } from "./case.ts";

interface Beginning {
  id: string;
  signerId: string;
  congressId: string;
  reviewerId: string;
  mandateId: string;
  personId: string;
  origin?: { type: string; id: string } | undefined;
}

/** A case at its beginning: a draft with its lead deputy. */
export const begun = (
  { id, signerId, congressId, reviewerId, mandateId, personId, origin }: Beginning,
  paper: Paper,
  now: Instant,
): Case => ({
  ...paper,
  ...{ id, congressId, sessionId: null, number: null, numberYear: null, status: "draft", resumeTo: null, round: 1, escalatedRound: 0 },
  ...{ reviewerId, forwarderId: null, mergedIntoId: null, key: false, originType: origin?.type ?? null, originId: origin?.id ?? null },
  imported: false,
  ...{ createdAt: now, submittedAt: null, assignedOn: null, closedAt: null, version: 1 },
  signers: [{ id: signerId, mandateId, role: "lead", state: "confirmed", at: now, mandateStatus: "in_force", personId }],
  ...{
    parts: [],
    contacts: [],
    replies: [],
    commitments: [],
    feedbacks: [],
    requests: [],
    papers: [],
    supervisions: [],
    escalations: [],
    mergedLeads: [],
    clocks: [],
  },
});
