import type { NoticeKind } from "./terms.ts";

/** Who is told of a kind of fact: those who have something to do now, and those who should know. */
export interface Told {
  readonly act?: readonly string[];
  readonly know?: readonly string[];
  /** Of several units, only the one whose part it is; else every unit. */
  readonly ownPart?: true;
}

export const nobody: Told = {};
const deputies = ["lead", "cosigner", "merged_lead"];
const units = ["unit_officer"];

/** Relations to the thing, by fact. A fact that is not here is told to nobody; a test asks for every one of the life cycles. */
export const toldTo: Readonly<Record<string, Told>> = {
  "suggestion.drafted": nobody,
  "suggestion.revised": nobody,
  "suggestion.cosigner_invited": { act: ["invited"] },
  "suggestion.cosigned": { know: ["lead"] },
  "suggestion.submitted": { act: ["reviewer"], know: ["cosigner"] },
  "suggestion.accepted": { know: ["lead", "cosigner"] },
  "suggestion.returned": { act: ["lead"], know: ["cosigner"] },
  "suggestion.turned_to_letter": { know: ["lead", "cosigner"] },
  "suggestion.merged": { know: ["lead", "cosigner"] },
  "suggestion.assigned": { act: ["forwarder", ...units], know: ["lead", "merged_lead"] },
  "suggestion.forwarded": { act: units, know: ["lead", "merged_lead"] },
  "suggestion.sent_back": { act: ["reviewer"] },
  "suggestion.signed_for": { know: ["lead"] },
  "suggestion.handback_asked": { act: ["forwarder", "reviewer"] },
  "suggestion.handback_decided": { act: units, know: ["lead"], ownPart: true },
  "suggestion.contacted": { act: ["lead"], know: ["merged_lead"] },
  "suggestion.contact_confirmed": { know: units, ownPart: true },
  "suggestion.planned": { know: ["lead"] },
  "suggestion.co_opinion_asked": { act: units, ownPart: true },
  "suggestion.co_opinion_given": { know: units },
  "suggestion.extension_asked": { act: ["reviewer"] },
  "suggestion.extension_decided": { know: ["lead", "forwarder", ...units] },
  "suggestion.reply_drafted": { act: ["unit_leader"], ownPart: true },
  "suggestion.reply_returned": { act: units, ownPart: true },
  "suggestion.replied": { act: ["lead", "merged_lead"], know: ["cosigner", "reviewer", "forwarder"] },
  "suggestion.class_lowered": { know: ["lead", ...units] },
  "suggestion.appraised": { act: ["reviewer"] },
  "suggestion.appraisal_reminded": { act: ["lead", "merged_lead"] },
  "suggestion.appraisal_lapsed": { act: ["reviewer"], know: ["lead"] },
  "suggestion.rework_ordered": { act: units, know: [...deputies, "forwarder"] },
  "suggestion.escalated": { know: ["lead", "forwarder", ...units] },
  "suggestion.escalation_concluded": { know: ["lead", "forwarder", ...units] },
  "suggestion.return_visited": { know: ["reviewer"] },
  "suggestion.closed": { know: [...deputies, "forwarder", ...units] },
  "suggestion.commitment_settled": { know: ["lead", "reviewer"] },
  "suggestion.commitment_carried": { know: ["lead", ...units] },
  "suggestion.struck_off": { know: ["lead", "cosigner", ...units] },
  "suggestion.archived": nobody,
  "suggestion.imported": nobody,
  "suggestion.withdrawal_asked": { act: ["cosigner"], know: ["reviewer"] },
  "suggestion.withdrawal_answered": { know: ["lead"] },
  "suggestion.suspended": { know: ["lead", "forwarder", ...units] },
  "suggestion.resumed": { know: ["lead", "forwarder", ...units] },
  "suggestion.mandate_noted": { know: ["reviewer"] },
  "suggestion.marked_key": { know: ["lead", "forwarder", ...units] },
  "suggestion.leader_changed": { know: ["lead", "forwarder", ...units] },
  "suggestion.supervision_reported": { know: ["lead", "forwarder", ...units] },
  "suggestion.supervised": { act: units, know: ["lead", "forwarder"] },
  "suggestion.related": nobody,
  "suggestion.paper_issued": nobody,
  "suggestion.urged": { act: ["forwarder", ...units] },
  "reception.planned": nobody,
  "reception.replanned": nobody,
  "reception.announced": { act: ["duty"] },
  "reception.rescheduled": { act: ["duty"] },
  "reception.staffed": { know: ["duty"] },
  "reception.exchange_asked": { act: ["asked"] },
  "reception.exchange_answered": { know: ["asker", "station"] },
  "reception.swapped": { know: ["duty"] },
  "reception.signed_in": nobody,
  "reception.excused": nobody,
  "reception.marked_absent": nobody,
  "reception.held": nobody,
  "reception.missed": { know: ["station"] },
  "reception.cancelled": { know: ["duty"] },
  "listening.planned": { know: ["unit"] },
  "listening.announced": { know: ["unit", "placed"] },
  "listening.rescheduled": { know: ["unit", "placed"] },
  "listening.held": { act: ["unit"] },
  "listening.point_added": { act: ["unit"] },
  "listening.answered": { act: ["station"], know: ["placed"] },
  "listening.followed_up": { know: ["unit"] },
  "listening.closed": { know: ["placed"] },
  "listening.cancelled": { know: ["unit", "placed"] },
  "activity_plan.begun": nobody,
  "activity_plan.revised": nobody,
  "activity_plan.submitted": { act: ["reviewer"], know: ["drafter"] },
  "activity_plan.taken_back": { know: ["reviewer"] },
  "activity_plan.approved": { act: ["office"], know: ["drafter"] },
  "activity_plan.returned": { act: ["drafter"] },
  "activity_plan.published": { know: ["group", "reviewer"] },
  "activity_plan.sent_back": { act: ["drafter"], know: ["reviewer"] },
  "activity_plan.amended": { know: ["reviewer", "office"] },
  "activity_plan.amendment_dropped": { know: ["reviewer", "office"] },
  "activity_plan.discarded": { know: ["group", "reviewer"] },
  "activity_plan.withdrawn": { act: ["drafter"], know: ["group", "reviewer"] },
  "opinion.submitted": { act: ["receiver"] },
  "opinion.resubmitted": { act: ["receiver"] },
  "opinion.withdrawn": { know: ["receiver"] },
  "opinion.returned": { act: ["deputy"] },
  "opinion.declined": { know: ["deputy"] },
  "opinion.assigned": { act: ["unit"], know: ["deputy"] },
  "opinion.handed_back": { act: ["receiver"] },
  "opinion.progressed": { know: ["deputy", "receiver"] },
  "opinion.supervised": { act: ["unit"], know: ["deputy"] },
  "opinion.answered": { act: ["deputy"], know: ["receiver"] },
  "opinion.appraised": { know: ["receiver", "unit"] },
  "opinion.appraisal_lapsed": { know: ["deputy", "receiver", "unit"] },
  "opinion.upgraded": { know: ["receiver", "unit"] },
  "opinion.upgrade_concluded": { know: ["deputy"] },
  "opinion.urged": { act: ["receiver", "unit"] },
  "voice.received": { act: ["receiver", "addressed"] },
  "voice.directed": { know: ["addressed"] },
  "voice.joined": nobody,
  "voice.separated": { act: ["receiver"] },
  "voice.answered_at_once": { act: ["visitor"] },
  "voice.routed": { act: ["unit"], know: ["addressed"] },
  "voice.taken_up": { know: ["receiver"] },
  "voice.put_back": { act: ["receiver"] },
  "voice.handed_back": { act: ["receiver"] },
  "voice.progressed": { know: ["receiver", "addressed"] },
  "voice.extended": { know: ["receiver"] },
  "voice.answered": { act: ["visitor"], know: ["addressed"] },
  "voice.urged": { act: ["unit", "taker"] },
  "voice.visit_tried": nobody,
  "voice.revisited": { know: ["receiver", "unit", "taker"] },
  "voice.appraised": { know: ["receiver", "unit", "taker"] },
  "voice.ended_unreached": { know: ["receiver", "unit", "taker"] },
  "voice.ended_unheard": { know: ["receiver", "unit", "taker"] },
  "voice.added_to": { know: ["receiver", "unit", "taker"] },
  "voice.reopened": { act: ["receiver"], know: ["addressed"] },
  "voice.became_opinion": { know: ["receiver", "unit"] },
  "voice.became_suggestion": { know: ["receiver", "unit"] },
  "voice.proposed_as_project": { know: ["addressed", "unit"] },
  "voice.proposed_as_lead": { know: ["addressed", "unit"] },
  "voice.concluded": { act: ["visitor"] },
  "voice.end_followed": { act: ["visitor"], know: ["addressed"] },
  "voice.withdrawn": { know: ["receiver", "unit", "taker"] },
  "voice.corrected": nobody,
  "voice.cleared_for_all": nobody,
  "voice.contact_opened": nobody,
};

/** Whoever must act before a limit ends, by the limit. The window of a right is nobody's duty. */
export const remindedOf: Readonly<Record<string, readonly string[]>> = {
  "suggestion.review": ["reviewer"],
  "suggestion.forward": ["forwarder"],
  "suggestion.reassign": ["reviewer", "forwarder"],
  "suggestion.first_contact": units,
  "suggestion.co_opinion": units,
  "suggestion.reply": units,
  "suggestion.reply_hard": units,
  "suggestion.feedback": ["lead", "merged_lead"],
  "suggestion.feedback_grace": ["lead", "merged_lead"],
  "suggestion.rework": units,
  "opinion.assign": ["receiver"],
  "opinion.handle": ["unit"],
  "opinion.appraise": ["deputy"],
  "listening.answer": ["unit"],
  "voice.triage": ["receiver", "addressed"],
  "voice.handle.simple": ["unit"],
  "voice.handle.other": ["unit", "taker"],
  "voice.handle.urgent": ["unit", "taker"],
  "voice.revisit": ["visitor"],
};

/** Someone whom a thing concerns. */
export interface Concerned {
  readonly account: string;
  readonly relations: readonly string[];
  readonly partIds: readonly string[];
}

/** Which of these people are told of a fact, each once, by the stronger of his reasons. */
export function audience(people: readonly Concerned[], { act = [], know = [], ownPart }: Told, partId: string | null) {
  const among = (one: Concerned, wanted: readonly string[]) =>
    one.relations.some(
      (relation) => wanted.includes(relation) && (!isUnits(relation) || !ownPart || partId === null || one.partIds.includes(partId)),
    );
  return people.flatMap((one): { account: string; kind: NoticeKind }[] => {
    if (among(one, act)) return [{ account: one.account, kind: "act" }];
    return among(one, know) ? [{ account: one.account, kind: "know" }] : [];
  });
}

const isUnits = (relation: string): boolean => relation === "unit_officer" || relation === "unit_leader";

/** The key of the sentence for what happened: whoever has something to do is asked for it, others are told. */
export const sentenceKey = (type: string, kind: string): string => `notices.${kind === "act" ? "asked" : "said"}.${type}`;
