import type { Field } from "../../../web/ui/verb-field.tsx";
import type { OpinionVerb } from "../lifecycle.ts";
import { opinionGrades } from "../terms.ts";
import type { Opinion } from "./api.ts";

interface VerbForm {
  readonly fields: readonly Field[];
  /** Values to begin with. */
  readonly initial?: (of: Opinion) => Record<string, unknown>;
}

/** Photos and papers, where the table lets them come. */
const files: Field = { name: "attachments", kind: "files", optional: true };
const note: Field = { name: "note", kind: "text" };
const remark: Field = { name: "note", kind: "text", optional: true };

/** The form of every verb. */
export const opinionForms: Readonly<Partial<Record<OpinionVerb, VerbForm>>> = {
  resubmit: {
    fields: [{ name: "title", kind: "line" }, { name: "content", kind: "text", rows: 5 }, files],
    initial: ({ title, content, attachments }) => ({ title, content, attachments }),
  },
  withdraw: { fields: [remark] },
  return: { fields: [note] },
  decline: { fields: [note] },
  assign: { fields: [{ name: "unitId", kind: "unit" }, remark], initial: (of) => ({ unitId: of.unit?.id ?? null }) },
  hand_back: { fields: [note, files] },
  report_progress: { fields: [note, files] },
  supervise: { fields: [note, files] },
  urge: { fields: [note] },
  answer: {
    fields: [
      { name: "answer", kind: "text", rows: 5 },
      { name: "solved", kind: "yes_no" },
      { name: "cost", kind: "number", optional: true },
      { name: "households", kind: "number", optional: true },
      { name: "people", kind: "number", optional: true },
      files,
    ],
    initial: () => ({ solved: true, cost: 0, households: 0, people: 0 }),
  },
  appraise: {
    fields: [
      { name: "grade", kind: "choice", options: opinionGrades.map((value) => ({ value, label: `opinion.grade.${value}` })) },
      { name: "reasons", kind: "text", optional: true },
    ],
  },
  upgrade: { fields: [] },
};

const order: readonly OpinionVerb[] = [
  "resubmit",
  "assign",
  "answer",
  "appraise",
  "report_progress",
  "supervise",
  "urge",
  "return",
  "hand_back",
  "upgrade",
  "withdraw",
  "decline",
];

/** How usual a verb is: the lower, the further to the front. */
export const foremost = (verb: OpinionVerb): number => order.indexOf(verb);
