import type { Field } from "../../../web/ui/verb-field.tsx";
import type { VoiceVerb } from "../lifecycle.ts";
import { spokenGrades, visitWays } from "../terms.ts";
import type { Voice } from "./api.ts";

interface VerbForm {
  readonly fields: readonly Field[];
  /** Values to begin with. */
  readonly initial?: (of: Voice) => Record<string, unknown>;
}

/** Photos and papers, where the table lets them come. */
const files: Field = { name: "attachments", kind: "files", optional: true };
const note: Field = { name: "note", kind: "text" };
const remark: Field = { name: "note", kind: "text", optional: true };
const way: Field = { name: "way", kind: "choice", options: visitWays.map((value) => ({ value, label: `voice.way.${value}` })) };
const solved: Field = { name: "solved", kind: "yes_no" };
const answer: Field = { name: "answer", kind: "text", rows: 5 };
const limits = (["simple", "other"] as const).map((value) => ({ value, label: `voice.limit.${value}` }));
const grown: VerbForm = {
  fields: [
    { name: "title", kind: "line" },
    { name: "content", kind: "text", rows: 5 },
  ],
  initial: ({ words }) => ({ content: words }),
};

/** The form of every verb. */
export const voiceForms: Readonly<Partial<Record<VoiceVerb, VerbForm>>> = {
  direct: { fields: [{ name: "way", kind: "elsewhere" }, remark] },
  join: { fields: [{ name: "voiceId", kind: "voice" }, remark] },
  separate: { fields: [remark] },
  answer_at_once: { fields: [answer, solved, files], initial: () => ({ solved: true }) },
  route: {
    fields: [
      { name: "unitId", kind: "unit" },
      { name: "limit", kind: "choice", options: limits, optional: true },
      { name: "shareContact", kind: "yes_no", optional: true },
      remark,
    ],
    initial: () => ({ shareContact: false }),
  },
  take_up: { fields: [remark] },
  put_back: { fields: [note] },
  hand_back: { fields: [note, files] },
  report_progress: { fields: [note, files] },
  extend: { fields: [{ name: "amount", kind: "number" }, note] },
  answer: { fields: [answer, solved, files], initial: () => ({ solved: true }) },
  urge: { fields: [note] },
  try_visit: { fields: [way, remark], initial: () => ({ way: "phone" }) },
  revisit: {
    fields: [
      { name: "grade", kind: "choice", options: spokenGrades.map((value) => ({ value, label: `voice.grade.${value}` })) },
      way,
      { name: "reasons", kind: "text", optional: true },
      files,
    ],
    initial: () => ({ way: "phone" }),
  },
  end_unreached: { fields: [remark] },
  add_words: { fields: [{ name: "words", kind: "text" }, files] },
  become_opinion: grown,
  become_suggestion: grown,
  propose_project: { fields: [remark] },
  propose_lead: { fields: [remark] },
  conclude: { fields: [answer, solved], initial: () => ({ solved: true }) },
  correct: {
    fields: [
      { name: "category", kind: "category" },
      { name: "place", kind: "line", optional: true },
      { name: "urgent", kind: "yes_no" },
    ],
    initial: ({ category, place, urgent }) => ({ category, place, urgent }),
  },
  clear_public: {
    fields: [{ name: "publicWords", kind: "text", rows: 4, optional: true }],
    initial: ({ words, publicWords }) => ({ publicWords: publicWords ?? words }),
  },
};

const order: readonly VoiceVerb[] = [
  ...(["take_up", "route", "answer", "revisit", "answer_at_once", "conclude", "become_opinion", "become_suggestion"] as const),
  ...(["join", "direct", "report_progress", "try_visit", "end_unreached", "separate", "put_back", "hand_back", "extend"] as const),
  ...(["urge", "add_words", "correct", "propose_project", "propose_lead", "clear_public"] as const),
];

/** How usual a verb is: the lower, the further to the front. Opening the contact has a place of its own. */
export const foremost = (verb: VoiceVerb): number => (order.includes(verb) ? order.indexOf(verb) : order.length);
