import { z } from "zod";
import { type DateISO, momentOn } from "../../platform/clock/instant.ts";
import { type FieldFault, invalid } from "../../platform/refusal.ts";
import type { Case, CaseColumns, Change, Feedback, Paper, Part, Reply, Signer } from "./case.ts";
import { type Context, verb } from "./context.ts";
import { day, id, maybeWords, words } from "./fields.ts";
import { categories, replyAddressing, resultScheme } from "./rule-definitions.ts";
import { type CaseState, grades, outcomes } from "./terms.ts";

/** Where an earlier suggestion can stand when it is taken over: at its end. Archived unless the sheet says otherwise. */
export const earlierStates = ["archived", "struck_off", "closed"] as const satisfies readonly CaseState[];

/** An earlier suggestion as other records tell it, everything named in it looked up already. */
export const earlier = z.strictObject({
  title: words(60),
  reason: z.string().trim().max(5000),
  proposal: z.string().trim().max(5000),
  category: z.string().max(40),
  /** The lead deputy first. */
  mandateIds: z.array(id).min(1).max(50),
  /** The lead unit first. */
  unitIds: z.array(id).min(1).max(20),
  submittedOn: day,
  assignedOn: day.nullable(),
  repliedOn: day,
  closedOn: day,
  documentNo: maybeWords(60),
  resultClass: z.string().regex(/^[A-D]$/),
  outcome: z.enum(outcomes),
  /** Empty where only the result was handed down. */
  reply: z.string().trim().max(20_000),
  satisfaction: z.enum(grades).nullable(),
});
export type Earlier = z.output<typeof earlier>;

/** Where it belongs: its number, and who would have received it. */
export type Place = Pick<CaseColumns, "id" | "congressId" | "sessionId" | "number" | "numberYear" | "reviewerId" | "status">;

type Around = Pick<Context, "newId" | "statute" | "mandate">;

/** What nobody has handed down: the most reserved answer is taken. */
const untold: Omit<Paper, "title" | "reason" | "proposal" | "category"> = {
  ...{ areaId: null, formation: "other", repetition: "first", publicity: "title", wishContact: false, referenceOnly: false },
  ...{ confidential: false, proposedUnitId: null, secrecyDeclared: false },
};

/** An earlier suggestion as a case of the house. Its life here begins at its end; what was before lies in other records. */
export function takenOver(of: Earlier, place: Place, around: Around): Case {
  const blank = {
    ...{ signers: [], parts: [], contacts: [], replies: [], commitments: [], feedbacks: [], requests: [] },
    ...{ papers: [], supervisions: [], escalations: [], mergedLeads: [], clocks: [] },
  };
  return {
    ...{ ...untold, ...place, ...columnsOf(of), createdAt: momentOn(of.submittedOn as DateISO), imported: true },
    ...{ resumeTo: null, round: 1, escalatedRound: 0, forwarderId: null, mergedIntoId: null, key: false, originType: null },
    ...{ originId: null, version: 1 },
    ...blank,
    ...listsOf(of, { ...place, ...blank }, around),
  };
}

/** The same suggestion told anew: what stands in the sheet takes the place of what was taken over before. */
export const takeOver = verb({
  input: earlier,
  wants: ["mandates"],
  decide(of, told, context): Change | ReturnType<typeof invalid> {
    const faults = earlierFaults(told, context);
    return faults.length > 0 ? invalid(...faults) : { set: columnsOf(told), ...listsOf(told, of, context) };
  },
});

/** What of it breaks a rule: days in their order, category and class of those in force, an outcome that the class allows. */
export function earlierFaults(of: Earlier, { statute, today }: Pick<Context, "statute" | "today">): FieldFault[] {
  const faults: FieldFault[] = [];
  const codes = statute.rule(categories, today).value.map((one) => one.code);
  if (!codes.includes(of.category)) faults.push({ field: "category", code: "field.not_in_list", params: { values: codes.join("、") } });
  const days = [
    ["submittedOn", of.submittedOn],
    ["assignedOn", of.assignedOn],
    ["repliedOn", of.repliedOn],
    ["closedOn", of.closedOn],
  ].filter((pair): pair is [string, string] => pair[1] !== null);
  days.forEach(([field, on], at) => {
    const before = days[at - 1]?.[1];
    if (before !== undefined && on < before) faults.push({ field, code: "field.before_start", params: { start: before } });
    if (on > today) faults.push({ field, code: "suggestion.in_the_future" });
  });
  const classes = statute.rule(resultScheme, of.repliedOn as DateISO).value.classes;
  const chosen = classes.find((one) => one.code === of.resultClass);
  if (!chosen)
    faults.push({ field: "resultClass", code: "field.not_in_list", params: { values: classes.map((one) => one.code).join("、") } });
  else if (!chosen.outcomes.includes(of.outcome))
    faults.push({ field: "outcome", code: "suggestion.outcome_not_of_class", params: { class: chosen.code }, source: "domain §2.8" });
  return faults;
}

const columnsOf = ({ title, reason, proposal, category, submittedOn, assignedOn, closedOn }: Earlier) => ({
  ...{ title, reason, proposal, category },
  submittedAt: momentOn(submittedOn as DateISO),
  assignedOn: assignedOn as DateISO | null,
  closedAt: momentOn(closedOn as DateISO),
});

type Lists = "signers" | "parts" | "replies" | "feedbacks";

/** The rows of its lists; a row that was there for the same deputy, unit or reply is the same row afterwards. */
function listsOf(of: Earlier, before: Pick<Case, Lists | "reviewerId">, around: Around): Required<Pick<Change, Lists>> {
  const parts = partsOf(of, before, around);
  const lead = parts.find((part) => part.role === "LEAD")?.id ?? "";
  return { signers: signersOf(of, before, around), parts, ...answersOf(of, before, lead, around) };
}

/** Whoever is named no longer stays as one who did not sign. */
function signersOf(of: Earlier, { signers }: Pick<Case, "signers">, { newId, mandate }: Around): Signer[] {
  const all = [...new Set([...of.mandateIds, ...signers.map((signer) => signer.mandateId)])];
  return all.map((mandateId, at) => {
    const known = signers.find((signer) => signer.mandateId === mandateId);
    const { status = "in_force", personId = "" } = mandate(mandateId) ?? {};
    return {
      ...{ id: known?.id ?? newId(), mandateId, role: at === 0 ? "lead" : "cosigner", mandateStatus: status, personId },
      ...{ state: of.mandateIds.includes(mandateId) ? "confirmed" : "declined", at: momentOn(of.submittedOn as DateISO) },
    };
  });
}

function partsOf(of: Earlier, { parts, reviewerId }: Pick<Case, "parts" | "reviewerId">, { newId }: Around): Part[] {
  const [lead, ...others] = of.unitIds;
  const known = parts.find((part) => part.role === "LEAD");
  const part = (unitId: string, role: "LEAD" | "CO", id: string | undefined): Part => ({
    ...{ id: id ?? newId(), unitId, role, scope: null, status: role === "LEAD" ? "answered" : "opined", assignedById: reviewerId },
    ...{ offeredOn: (of.assignedOn ?? of.submittedOn) as DateISO, handbackRefused: false },
  });
  const besides = others.map((unitId) => part(unitId, "CO", parts.find((one) => one.role === "CO" && one.unitId === unitId)?.id));
  const gone = parts.filter((one) => one.role === "CO" && !others.includes(one.unitId)).map((one): Part => ({ ...one, status: "ended" }));
  return [part(lead ?? "", "LEAD", known?.id), ...besides, ...gone];
}

function answersOf(of: Earlier, { replies, feedbacks }: Pick<Case, "replies" | "feedbacks">, partId: string, { newId, statute }: Around) {
  const { reply: body, resultClass, outcome, documentNo } = of;
  const reply: Reply = {
    ...{ id: replies[0]?.id ?? newId(), partId, round: 1, body, resultClass, outcome, reason: null, documentNo, answers: null },
    ...{ scheme: statute.rule(resultScheme, of.repliedOn as DateISO).version, draftedBy: null, signedBy: null },
    signedAt: momentOn(of.repliedOn as DateISO),
    addressing: statute.rule(replyAddressing, of.repliedOn as DateISO).version,
  };
  const word: Feedback = {
    ...{ id: feedbacks[0]?.id ?? newId(), mandateId: of.mandateIds[0] ?? "", round: 1, attitude: null, result: of.satisfaction },
    ...{ reasons: null, at: momentOn(of.closedOn as DateISO) },
  };
  return { replies: [reply], feedbacks: of.satisfaction === null && feedbacks.length === 0 ? [] : [word] };
}
