import type { DateISO } from "../../../platform/clock/instant.ts";
import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { addressedBy } from "./addressing.ts";
import type { AddressedKind } from "./kinds.ts";
import { isWritten, paperOf } from "./papers.ts";
import { chosenReply, dayOf, type Seen, say } from "./saying.ts";

interface ToEach {
  /** What they are called together. */
  readonly name: string;
  readonly papers: readonly OfficialPaper[];
  /** The day on which the reply was signed. */
  readonly on: DateISO;
}

/** A letter or form for each deputy to whom a signed reply goes, the named one or else the newest; or why there is none (R2.21). */
export function toEach(kind: AddressedKind, of: Seen, replyId?: string): ToEach | Reason {
  const reply = chosenReply({ ...of, replies: of.replies.filter(({ signedAt }) => signedAt !== null) }, replyId);
  if (!reply?.signedAt) return { code: "suggestion.papers.need.signed_to_each", source: "R2.28" };
  const together = paperOf(kind, of, { replyId: reply.id });
  if (!isWritten(together)) return together;
  const papers: OfficialPaper[] = [];
  for (const { mandateId } of addressedBy(of, reply)) {
    const paper = paperOf(kind, of, { replyId: reply.id, addresseeId: mandateId });
    if (!isWritten(paper)) return paper;
    papers.push(paper);
  }
  return { name: say("together", { name: together.name, count: papers.length }), papers, on: dayOf(reply.signedAt) };
}
