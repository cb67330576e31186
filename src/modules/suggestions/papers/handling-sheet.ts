import { type OfficialPaper, type Row, row } from "../../../platform/papers/paper.ts";
import type { Reason } from "../../../platform/refusal.ts";
import { dayOf, deputiesOf, longDate, type Seen, say, term, titled, unitOf, unitsOf } from "./saying.ts";

const columns = [28, 50, 28, 50];

/** 办理单: what was asked, who handles it by when, and what has been done. */
export function handlingSheet(of: Seen): OfficialPaper | Reason {
  const { number, submittedAt, assignedOn } = of;
  if (number === null) return { code: "suggestion.papers.need.number", source: "R2.21" };
  const line = (...texts: string[]) => row(columns.length, texts);
  const wide = (label: string, text: string, height = 20) => row(columns.length, [say(label), text], height);
  const rows: Row[] = [
    line(say("sheet.number"), of.label, say("sheet.state"), term(`status.${of.status}`)),
    wide("sheet.subject", of.title, 11),
    line(say("sheet.deputies"), deputiesOf(of), say("sheet.submitted"), submittedAt ? longDate(dayOf(submittedAt)) : ""),
    line(say("sheet.assigned"), assignedOn ? longDate(assignedOn) : "", say("sheet.due"), dueDate(of)),
    wide("sheet.units", unitsOf(of), 11),
    wide("sheet.reason", of.reason ?? "", 24),
    wide("sheet.proposal", of.proposal ?? "", 24),
    wide("sheet.contacts", contacts(of)),
    wide("sheet.replies", replies(of)),
    wide("sheet.promises", promises(of)),
    wide("sheet.appraisals", appraisals(of)),
    wide("sheet.remarks", "", 24),
  ];
  const { title, name } = titled("sheet.title", of);
  return {
    ...{ name, title, head: null, documentNo: null, mark: null, draft: null },
    ...{ addressee: null, blocks: [{ kind: "table", columns, rows }], signature: null, contact: null, copies: null },
  };
}

const dueDate = (of: Seen): string => {
  const clock = of.clocks.findLast((one) => one.key === "suggestion.reply");
  return clock ? longDate(clock.dueOn) : "";
};

const contacts = (of: Seen): string =>
  of.contacts
    .map(({ stage, way, heldOn, withWhom, content }) =>
      say("sheet.contact", { day: longDate(heldOn), stage: term(`stage.${stage}`), way: term(`way.${way}`), who: withWhom, content }),
    )
    .join("\n");

const replies = (of: Seen): string =>
  of.replies
    .map((reply) => {
      const about = { unit: unitOf(of, reply.partId), class: reply.resultClass, outcome: term(`outcome.${reply.outcome}`) };
      if (reply.signedAt === null) return say("sheet.reply_draft", about);
      return say("sheet.reply", { ...about, no: reply.documentNo ?? "", day: longDate(dayOf(reply.signedAt)) });
    })
    .join("\n");

const promises = (of: Seen): string =>
  of.commitments
    .map(({ content, owner, dueOn, settledOn }) =>
      say(settledOn ? "sheet.promise_settled" : "sheet.promise", {
        ...{ content, owner, due: longDate(dueOn), settled: settledOn ? longDate(settledOn) : "" },
      }),
    )
    .join("\n");

const appraisals = (of: Seen): string =>
  of.feedbacks
    .map(({ name, round, attitude, result, reasons }) =>
      say(reasons ? "sheet.appraisal_why" : "sheet.appraisal", {
        ...{
          name,
          round,
          attitude: term(`grade.${attitude ?? "none"}`),
          result: term(`grade.${result ?? "none"}`),
          reasons: reasons ?? "",
        },
      }),
    )
    .join("\n");
