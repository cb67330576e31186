import { type OfficialPaper, paragraphs } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { longDate, numberOf, type Seen, say, titled, toldOf } from "./saying.ts";

/** 督办通知 (R2.39): what the last supervision found and demands of the units. */
export function supervisionNotice(of: Seen): OfficialPaper | Reason {
  const step = toldOf(of, "supervision");
  if (!step?.note) return { code: "suggestion.papers.need.supervision", source: "R2.39" };
  const { heldOn, by, demand } = step.data;
  const { title, name } = titled("supervision.title", of);
  const units = of.parts.filter((part) => part.status !== "handed_back").map((part) => part.unit.name);
  return {
    ...{ name, head: of.reviewer.name, documentNo: numberOf(of, "supervision", step.id), mark: null, draft: null, title },
    addressee: say("addressee", { to: units.join(say("comma")) || (of.forwarder?.name ?? "") }),
    blocks: [
      ...paragraphs(say("supervision.found", { day: longDate(String(heldOn)), by: String(by), title: of.title })),
      ...paragraphs(step.note),
      ...(demand ? paragraphs(say("supervision.demand", { demand: String(demand) })) : []),
      { kind: "paragraph", text: say("supervision.closing") },
    ],
    signature: { unit: of.reviewer.name, date: longDate(String(heldOn)) },
    contact: null,
    copies: of.forwarder && units.length > 0 ? say("copies", { copies: of.forwarder.name }) : null,
  };
}
