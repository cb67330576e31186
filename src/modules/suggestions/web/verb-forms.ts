import type { Field } from "../../../web/ui/verb-field.tsx";
import type { VerbName } from "../lifecycle.ts";
import { contactWays, grades, supervisionResults } from "../terms.ts";
import type { Suggestion } from "./api.ts";
import { usualWay } from "./choice.ts";

interface VerbForm {
  readonly fields: readonly Field[];
  /** Values to begin with. */
  readonly initial?: (of: Suggestion, today: string) => Record<string, unknown>;
}

/** Photos and papers, where the table lets them come. */
const files: Field = { name: "attachments", kind: "files", optional: true };
const note: Field = { name: "note", kind: "text" };
const remark: Field = { name: "note", kind: "text", optional: true };
const why: Field = { name: "reason", kind: "text", rows: 4 };
const choice = (name: string, group: string, values: readonly string[]): Field => ({
  ...{ name, kind: "choice" },
  options: values.map((value) => ({ value, label: `suggestion.${group}.${value}` })),
});
const held: readonly Field[] = [
  choice("way", "way", contactWays),
  { name: "heldOn", kind: "day" },
  { name: "withWhom", kind: "line" },
  { name: "content", kind: "text", rows: 4 },
  files,
];
const leaders: readonly Field[] = [
  { name: "leader", kind: "line" },
  { name: "governmentLeader", kind: "line", optional: true },
  { name: "bodyId", kind: "supervising_body", optional: true },
];
const next: readonly Field[] = [
  { name: "nextOn", kind: "day", optional: true },
  { name: "nextStep", kind: "text", optional: true, rows: 2 },
];
/** The supervision that goes on. */
export const supervisionOf = (of: Suggestion) => of.supervisions.find((one) => one.result !== "accepted");
const lead = (of: Suggestion): string => of.signers.find((signer) => signer.role === "lead")?.name ?? "";
const visiting = (of: Suggestion, today: string) => ({ way: "phone", heldOn: today, withWhom: lead(of) });

/** The form of every verb. */
export const verbForms: Readonly<Partial<Record<VerbName, VerbForm>>> = {
  invite: { fields: [{ name: "mandateIds", kind: "deputies" }] },
  cosign: { fields: [{ name: "agrees", kind: "yes_no" }], initial: () => ({ agrees: true }) },
  submit: { fields: [] },
  accept: { fields: [{ name: "category", kind: "category" }, remark], initial: (of) => ({ category: of.category }) },
  return: { fields: [note] },
  turn_to_letter: { fields: [{ name: "reasonCode", kind: "reject" }, note] },
  assign: {
    fields: [
      choice("through", "through", ["government", "units"]),
      { name: "viaId", kind: "office", when: (typed) => typed["through"] !== "units" },
      remark,
    ],
    initial: (of) => ({
      through: usualWay(of.congress.name),
      units: [{ role: "LEAD", unitId: of.proposedUnitId, scope: null }],
    }),
  },
  forward: {
    fields: [remark],
    initial: (of) => ({ units: [{ role: "LEAD", unitId: of.proposedUnitId, scope: null }] }),
  },
  send_back: { fields: [note] },
  sign_for: { fields: [] },
  ask_handback: { fields: [why, files] },
  decide_handback: { fields: [{ name: "granted", kind: "yes_no" }, note] },
  contact: {
    fields: [choice("stage", "stage", ["before", "during"]), ...held],
    initial: (of, today) => ({
      stage: of.contacts.some((one) => one.stage === "before" && one.round === of.round) ? "during" : "before",
      ...visiting(of, today),
    }),
  },
  confirm_contact: { fields: [{ name: "contactId", kind: "contact" }] },
  plan: {
    fields: [
      { name: "plan", kind: "text", rows: 6 },
      { name: "owner", kind: "line" },
    ],
  },
  ask_co_opinion: {
    fields: [
      { name: "partId", kind: "co_part" },
      { name: "point", kind: "point", optional: true },
      { name: "dueOn", kind: "day" },
      { name: "question", kind: "text", rows: 4 },
    ],
  },
  give_opinion: { fields: [{ name: "opinion", kind: "text", rows: 6 }, files] },
  ask_extension: { fields: [why, files] },
  decide_extension: { fields: [{ name: "requestId", kind: "extension" }, { name: "granted", kind: "yes_no" }, remark] },
  return_reply: { fields: [note] },
  sign_reply: { fields: [{ name: "documentNo", kind: "line" }] },
  lower_class: {
    fields: [{ name: "replyId", kind: "signed_reply" }, { name: "resultClass", kind: "class" }, { name: "outcome", kind: "outcome" }, note],
  },
  appraise: {
    fields: [choice("attitude", "grade", grades), choice("result", "grade", grades), { name: "reasons", kind: "text", optional: true }],
  },
  order_rework: { fields: [note] },
  escalate: {
    fields: [
      note,
      { name: "plannedOn", kind: "day", optional: true },
      { name: "place", kind: "line", optional: true },
      { name: "invited", kind: "text", optional: true, rows: 2 },
    ],
    initial: (of) => ({
      invited: [lead(of), ...of.parts.filter(({ status }) => status !== "handed_back").map(({ unit }) => unit.name)].join("、"),
    }),
  },
  conclude_escalation: {
    fields: [
      { name: "heldOn", kind: "day" },
      { name: "participants", kind: "text", rows: 2 },
      { name: "minutes", kind: "text", rows: 5, optional: true },
      { name: "conclusion", kind: "text", rows: 4 },
      { name: "rework", kind: "yes_no" },
      files,
    ],
    initial: (of, today) => ({
      ...{ heldOn: today, rework: false },
      participants: of.escalations.find((one) => one.heldOn === null)?.invited ?? "",
    }),
  },
  return_visit: { fields: held, initial: visiting },
  close: { fields: [remark] },
  settle_commitment: {
    fields: [
      { name: "commitmentId", kind: "promise" },
      { name: "kept", kind: "yes_no" },
      { name: "evidence", kind: "text", rows: 4 },
      files,
    ],
    initial: () => ({ kept: true }),
  },
  carry_commitment: { fields: [{ name: "commitmentId", kind: "promise" }, { name: "until", kind: "day" }, note] },
  strike_off: { fields: [remark] },
  archive: { fields: [remark] },
  withdraw: { fields: [why] },
  agree_withdrawal: { fields: [{ name: "agrees", kind: "yes_no" }] },
  suspend: { fields: [note] },
  resume: { fields: [note] },
  mark_key: {
    fields: [...leaders, { name: "decidedOn", kind: "day" }, { name: "documentNo", kind: "line", optional: true }, ...next, remark],
    initial: (_of, today) => ({ decidedOn: today }),
  },
  change_leader: {
    fields: [...leaders, remark],
    initial: (of) => {
      const now = supervisionOf(of);
      return now ? { leader: now.leader, governmentLeader: now.governmentLeader, bodyId: now.body?.id ?? null } : {};
    },
  },
  supervise: {
    fields: [
      { name: "heldOn", kind: "day" },
      { name: "by", kind: "line" },
      { name: "finding", kind: "text", rows: 4 },
      { name: "demand", kind: "text", optional: true },
      ...next,
      files,
    ],
    initial: (of, today) => ({ heldOn: today, by: supervisionOf(of)?.leader }),
  },
  report_supervision: {
    fields: [
      { name: "reportedOn", kind: "day" },
      { name: "meeting", kind: "line" },
      { name: "report", kind: "text", rows: 6 },
      choice("result", "supervision_result", supervisionResults),
      { name: "opinion", kind: "text", optional: true, rows: 2 },
      ...next.map((field) => ({ ...field, when: (typed: Readonly<Record<string, unknown>>) => typed["result"] === "continued" })),
      files,
    ],
    initial: (_of, today) => ({ reportedOn: today }),
  },
  urge: { fields: [note] },
  relate: { fields: [{ name: "otherId", kind: "other_case" }, remark] },
};

const order: readonly VerbName[] = [
  ...([
    "submit",
    "cosign",
    "accept",
    "assign",
    "forward",
    "sign_for",
    "decide_handback",
    "decide_extension",
    "sign_reply",
    "appraise",
    "close",
    "strike_off",
  ] as const),
  ...([
    "draft_reply",
    "contact",
    "give_opinion",
    "order_rework",
    "conclude_escalation",
    "return_visit",
    "settle_commitment",
    "agree_withdrawal",
    "confirm_contact",
    "resume",
  ] as const),
  ...([
    "revise",
    "invite",
    "escalate",
    "supervise",
    "report_supervision",
    "carry_commitment",
    "archive",
    "ask_extension",
    "ask_handback",
    "plan",
    "return_reply",
    "send_back",
    "return",
  ] as const),
];

/** How usual a verb is: the lower, the further to the front. */
export const foremost = (verb: VerbName): number => {
  const place = order.indexOf(verb);
  return place === -1 ? (isDestructive(verb) ? 200 : 100) : place;
};

const destructive: readonly VerbName[] = ["withdraw", "turn_to_letter", "suspend"];
export const isDestructive = (verb: VerbName): boolean => destructive.includes(verb);
