/** The words of interfaces to other systems. */

/** What a key opens: bringing voices and following them by Open311. */
export const scopes = ["open311"] as const;
export type Scope = (typeof scopes)[number];

export const keyStates = ["active", "revoked"] as const;
export type KeyState = (typeof keyStates)[number];
export const keySorts = ["-created", "name", "-used"] as const;

export const webhookStates = ["active", "stopped"] as const;
export type WebhookState = (typeof webhookStates)[number];
export const webhookSorts = ["-created", "name"] as const;

export const deliverySorts = ["-created", "created"] as const;
export const deliveryStates = ["waiting", "sent", "failed", "given_up"] as const;

/** Facts of the ledger that everybody may know, as far as `server/public-facts.ts` tells them. */
const receptionTypes = [
  "reception.announced",
  "reception.rescheduled",
  "reception.staffed",
  "reception.cancelled",
  "reception.held",
] as const;
const postTypes = ["station_post.added", "station_post.changed"] as const;
const voiceTypes = [
  "voice.cleared_for_all",
  "voice.answered",
  "voice.answered_at_once",
  "voice.concluded",
  "voice.end_followed",
  "voice.became_opinion",
  "voice.became_suggestion",
] as const;
const opinionTypes = ["opinion.assigned", "opinion.answered"] as const;
const suggestionTypes = ["suggestion.assigned", "suggestion.replied", "suggestion.closed", "suggestion.struck_off"] as const;

export const publicTypes = [...receptionTypes, ...postTypes, ...voiceTypes, ...opinionTypes, ...suggestionTypes] as const;
export type PublicType = (typeof publicTypes)[number];
