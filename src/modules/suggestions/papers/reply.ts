import { type Block, type OfficialPaper, paragraphs } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { chosenReply, dayOf, deputiesOf, longDate, type Seen, say, titled, unitOf } from "./saying.ts";

/** 答复函 (R2.28–2.31): a letter, the class top right, point by point. */
export function replyLetter(of: Seen, replyId?: string): OfficialPaper | Reason {
  const reply = chosenReply(of, replyId);
  // The house did not write that letter and cannot print it again.
  if (of.imported) return { code: "suggestion.papers.need.own_reply", source: "R2.28" };
  if (!reply) return { code: "suggestion.papers.need.reply", source: "R2.28" };
  const [unit, signed] = [unitOf(of, reply.partId), reply.signedAt];
  const { title, name } = titled("reply.title", of);
  const people = { drafter: reply.draftedByName ?? "", signer: reply.signedByName ?? "" };
  const copies = [of.reviewer.name, ...(of.forwarder ? [of.forwarder.name] : [])].join(say("comma"));
  return {
    name: signed ? name : say("draft_name", { name }),
    head: unit,
    documentNo: reply.documentNo,
    mark: say("reply.mark", { class: reply.resultClass }),
    draft: signed ? null : say("reply.draft"),
    title,
    addressee: say("reply.addressee", { deputies: deputiesOf(of) }),
    blocks: [
      { kind: "paragraph", text: say("reply.opening", { title: of.title }) },
      ...paragraphs(reply.body),
      ...(reply.reason ? paragraphs(say("reply.reason", { reason: reply.reason })) : []),
      ...promises(of, reply.partId, reply.round),
      { kind: "paragraph", text: say("reply.closing") },
    ],
    signature: { unit, date: signed ? longDate(dayOf(signed)) : say("blank_date") },
    contact: say(signed ? "reply.contact" : "reply.contact_draft", people),
    copies: say("copies", { copies }),
  };
}

/** The register of commitments names no round: only the newest reply of the unit lists them. */
function promises(of: Seen, partId: string, round: number): Block[] {
  const isNewest = of.replies.every((other) => other.partId !== partId || other.round <= round);
  const made = isNewest ? of.commitments.filter((one) => one.partId === partId) : [];
  if (made.length === 0) return [];
  const points = made.map(({ content, owner, dueOn }, index) =>
    say("reply.promise", { number: index + 1, content, owner, due: longDate(dueOn) }),
  );
  return [{ kind: "paragraph", text: say("reply.promises") }, ...points.map((text): Block => ({ kind: "paragraph", text }))];
}
