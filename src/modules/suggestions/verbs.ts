import type { Verb } from "./context.ts";
import { takeOver } from "./earlier.ts";
import type { VerbName } from "./lifecycle.ts";
import { appraise, lapseAppraisal, remindAppraisal } from "./verbs/appraisal.ts";
import { assign, forward, sendBack } from "./verbs/assignment.ts";
import { archive, carryCommitment, close, returnVisit, settleCommitment, strikeOff } from "./verbs/closing.ts";
import { askCoOpinion, giveOpinion } from "./verbs/co-opinions.ts";
import { askExtension, askHandback, confirmContact, contact, decideExtension, decideHandback, plan, signFor } from "./verbs/handling.ts";
import { noteMandate } from "./verbs/mandate.ts";
import { issuePaper } from "./verbs/papers.ts";
import { cosign, invite, revise, submit } from "./verbs/raising.ts";
import { draftReply, lowerClass, returnReply, signReply } from "./verbs/reply.ts";
import { accept, giveBack, merge, turnToLetter } from "./verbs/review.ts";
import { concludeEscalation, escalate, orderRework } from "./verbs/rework.ts";
import { agreeWithdrawal, resume, suspend, withdraw } from "./verbs/standing-still.ts";
import { changeLeader, markKey, relate, reportSupervision, supervise, urge } from "./verbs/supervision.ts";

/** Every verb of the life cycle with what it takes and does; the table says when and by whom. */
export const verbs: Readonly<Record<VerbName, Verb>> = {
  revise,
  invite,
  cosign,
  submit,
  accept,
  return: giveBack,
  turn_to_letter: turnToLetter,
  merge,
  assign,
  forward,
  send_back: sendBack,
  sign_for: signFor,
  ask_handback: askHandback,
  decide_handback: decideHandback,
  contact,
  confirm_contact: confirmContact,
  plan,
  ask_co_opinion: askCoOpinion,
  give_opinion: giveOpinion,
  ask_extension: askExtension,
  decide_extension: decideExtension,
  draft_reply: draftReply,
  return_reply: returnReply,
  sign_reply: signReply,
  lower_class: lowerClass,
  appraise,
  remind_appraisal: remindAppraisal,
  lapse_appraisal: lapseAppraisal,
  order_rework: orderRework,
  escalate,
  conclude_escalation: concludeEscalation,
  return_visit: returnVisit,
  close,
  settle_commitment: settleCommitment,
  carry_commitment: carryCommitment,
  strike_off: strikeOff,
  archive,
  withdraw,
  agree_withdrawal: agreeWithdrawal,
  suspend,
  resume,
  note_mandate: noteMandate,
  mark_key: markKey,
  change_leader: changeLeader,
  supervise,
  report_supervision: reportSupervision,
  urge,
  relate,
  issue_paper: issuePaper,
  import: takeOver,
};
