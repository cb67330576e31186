import type { Instant } from "../../platform/clock/instant.ts";
import { type Refusal, refuse } from "../../platform/refusal.ts";

/** In milliseconds. */
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/** How long a code can be entered. */
export const codeMinutes = 30;
/** So many wrong ones, and a new code has to be asked for. */
export const wrongAllowed = 5;
/** Wishes for a code: not twice within a minute, and so many in an hour and in a day. */
const [inAnHour, inADay] = [5, 10];
/** Codes to one address from different accounts: nobody's letter box is filled through this house. */
const strangersInADay = 3;

const ago = (at: Instant, now: Instant): number => Date.parse(now) - Date.parse(at);
const rests = (wait: number): Refusal => {
  const seconds = Math.max(1, Math.ceil(wait / 1000));
  return { ...refuse("too_many", { code: "notices.email.rests", params: { minutes: Math.ceil(seconds / 60) } }), retryAfter: seconds };
};

/** Why no further code may be sent now; `sent` are the account's own, `strangers` other accounts that asked for this address today. */
export function sendingRefused(sent: readonly Instant[], strangers: number, now: Instant): Refusal | undefined {
  const ages = sent.map((at) => ago(at, now)).sort((a, b) => a - b);
  if (strangers >= strangersInADay) return rests(day);
  if ((ages[0] ?? minute) < minute) return rests(minute - (ages[0] ?? 0));
  for (const [most, span] of [
    [inAnHour, hour],
    [inADay, day],
  ] as const) {
    const oldest = ages[most - 1];
    if (oldest !== undefined && oldest < span) return rests(span - oldest);
  }
  return undefined;
}

/** Those that still count against a further one. */
export const counting = (sent: readonly Instant[], now: Instant): Instant[] => sent.filter((at) => ago(at, now) < day).slice(-inADay);

/** Why a code that was sent can no longer be entered. */
export function enteringRefused({ sentAt, wrong }: { sentAt: Instant; wrong: number }, now: Instant): Refusal | undefined {
  if (ago(sentAt, now) >= codeMinutes * minute) return refuse("conflict", { code: "notices.email.expired" });
  return wrong >= wrongAllowed ? refuse("conflict", { code: "notices.email.worn_out" }) : undefined;
}
