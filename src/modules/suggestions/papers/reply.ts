import { type Block, type OfficialPaper, paragraphs } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { composed } from "../answers.ts";
import { passedOnBy } from "./addressing.ts";
import {
  type Addressee,
  addresseeOf,
  type Choice,
  caseOf,
  chosenReply,
  dayOf,
  deputiesOf,
  longDate,
  type Seen,
  type SeenReply,
  say,
  titled,
  unitOf,
} from "./saying.ts";

/** 答复函 (R2.28–2.31): a letter, the class top right, point by point. */
export function replyLetter(of: Seen, choice: Choice = {}): OfficialPaper | Reason {
  const reply = chosenReply(of, choice.replyId);
  // The house did not write that letter and cannot print it again.
  if (of.imported) return { code: "suggestion.papers.need.own_reply", source: "R2.28" };
  if (!reply) return { code: "suggestion.papers.need.reply", source: "R2.28" };
  const to = addresseeOf(of, reply, choice);
  if (to && "code" in to) return to;
  const [unit, signed] = [unitOf(of, reply.partId), reply.signedAt];
  const { title, name: called } = titled("reply.title", caseOf(of, to));
  const name = to ? say("to_one", { name: called, deputy: to.name }) : called;
  const people = { drafter: reply.draftedByName ?? "", signer: reply.signedByName ?? "" };
  const copies = [of.reviewer.name, ...(of.forwarder ? [of.forwarder.name] : [])].join(say("comma"));
  return {
    name: signed ? name : say("draft_name", { name }),
    head: unit,
    documentNo: reply.documentNo,
    mark: say("reply.mark", { class: reply.resultClass }),
    draft: signed ? null : say("reply.draft"),
    title,
    addressee: say("reply.addressee", { deputies: to?.name ?? deputiesOf(of, reply.addressing) }),
    blocks: [
      { kind: "paragraph", text: opening(of, to) },
      ...paragraphs(reply.answers ? composed({ ...reply.answers, closing: "" }) : reply.body),
      ...(reply.reason ? paragraphs(say("reply.reason", { reason: reply.reason })) : []),
      ...promises(of, reply.partId, reply.round),
      // What the unit says last stands behind its reasons and promises.
      ...paragraphs(reply.answers?.closing ?? ""),
      ...(to?.role === "merged_lead" ? [] : passedOn(of, reply)),
      { kind: "paragraph", text: say("reply.closing") },
    ],
    signature: { unit, date: signed ? longDate(dayOf(signed)) : say("blank_date") },
    contact: say(signed ? "reply.contact" : "reply.contact_draft", people),
    copies: say("copies", { copies }),
  };
}

/** A deputy whose suggestion was merged reads that it was, and into which. */
const opening = (of: Seen, to: Addressee | undefined): string =>
  to?.role === "merged_lead" ? say("reply.opening_merged", { own: to.title, title: of.title }) : say("reply.opening", { title: of.title });

/** The lead tells those who signed with him, where he alone is answered. */
function passedOn(of: Seen, reply: SeenReply): Block[] {
  const deputies = passedOnBy(of, reply).map(({ name }) => name);
  return deputies.length === 0 ? [] : paragraphs(say("reply.pass_on", { deputies: deputies.join(say("comma")) }));
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
