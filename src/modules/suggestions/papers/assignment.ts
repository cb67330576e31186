import type { OfficialPaper } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { caseName, deputiesOf, longDate, numberOf, type Seen, say, titled, toldOf, unitsOf } from "./saying.ts";

/** 交办通知 (DL-51): the committee's office asks the forwarding office or the units to handle a case. */
export function assignmentNotice(of: Seen): OfficialPaper | Reason {
  if (of.assignedOn === null || of.number === null) return { code: "suggestion.papers.need.assignment", source: "DL-51" };
  const { title, name } = titled("assignment.title", of);
  const units = unitsOf(of);
  const due = of.clocks.findLast((clock) => clock.key === "suggestion.reply")?.dueOn;
  const points = [
    say("assignment.about", { case: caseName(of), deputies: deputiesOf(of), title: of.title }),
    ...(units ? [say("assignment.units", { units })] : []),
    say("assignment.contact"),
    due ? say("assignment.due", { due: longDate(due) }) : say("assignment.in_time"),
    say("assignment.handback"),
  ];
  return {
    ...{
      name,
      head: of.reviewer.name,
      documentNo: numberOf(of, "assignment", toldOf(of, "assignment")?.id),
      mark: null,
      draft: null,
      title,
    },
    addressee: say("addressee", { to: of.forwarder?.name ?? heads(of) }),
    blocks: points.map((text) => ({ kind: "paragraph", text })),
    signature: { unit: of.reviewer.name, date: longDate(of.assignedOn) },
    contact: null,
    copies: null,
  };
}

const heads = (of: Seen): string =>
  of.parts
    .filter((part) => part.status !== "handed_back")
    .map((part) => part.unit.name)
    .join(say("comma"));
