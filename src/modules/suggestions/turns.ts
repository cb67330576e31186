import type { Turn } from "../../platform/lifecycle/table.ts";
import { type Case, openSupervision, roundFeedback } from "./case.ts";
import { openRequest } from "./needs.ts";
import type { Relation } from "./terms.ts";

/** Whose turn it is, where the table's row alone does not say so. What a function does not name stays an option. */
type WhoseTurn = (of: Case, turn: Turn<Relation>) => boolean;

export const isLead: WhoseTurn = (_of, { relation }) => relation === "lead";

/** The one who assigned the part decides about its hand-back (R2.25). */
export const decidesHandback: WhoseTurn = (of, { holder }) => {
  const request = openRequest(of, "handback");
  return of.parts.some((part) => part.id === request?.partId && part.assignedById === holder);
};

/** Those who answer must have spoken with the deputy before and during (domain §2.7). */
export const owesContact: WhoseTurn = (of, { partId }) => {
  const part = of.parts.find((one) => one.id === partId);
  if (part?.status !== "working" || part.role === "CO") return false;
  const held = of.contacts.filter((contact) => contact.partId === partId && contact.round === of.round);
  return !(held.some((contact) => contact.stage === "before") && held.some((contact) => contact.stage === "during"));
};

export const hasNotAppraised: WhoseTurn = (of, { holder }) => !roundFeedback(of).some((feedback) => feedback.mandateId === holder);

export const firstRound: WhoseTurn = (of) => of.round === 1 && of.escalatedRound === 0;
export const laterRound: WhoseTurn = (of) => of.round > 1 && of.escalatedRound < of.round;

/** The office makes sure of the return visit; a unit may be faster. */
export const returnsAfterAppraisal: WhoseTurn = (of, { relation }) => of.status === "appraised" && relation === "reviewer";

/** The next step of a supervision was given a day. */
export const supervisionIsPlanned: WhoseTurn = (of) => openSupervision(of)?.nextOn != null;

export const hasNotAgreed: WhoseTurn = (of, { holder }) => openRequest(of, "withdrawal")?.agreedBy.includes(holder) === false;
