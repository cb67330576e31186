import { dateIn, type Instant } from "../../platform/clock/instant.ts";
import type { Reason } from "../../platform/refusal.ts";
import { type At, type Reception, serving } from "./reception.ts";

type Need = (of: At<Reception>) => Reason | undefined;

const need =
  (code: string, source: string, holds: (of: At<Reception>) => boolean): Need =>
  (of) =>
    holds(of) ? undefined : { code: `reception.need.${code}`, source };

/** Signing in is open from an hour before the beginning. */
const early = 3_600_000;
const signInFrom = ({ startsAt }: Reception): number => Date.parse(startsAt) - early;
const at = (now: Instant): number => Date.parse(now);

export const notBegun = need("not_begun", "F2.3", (of) => at(of.now) < Date.parse(of.startsAt));
export const begun = need("begun", "domain §9.4", (of) => at(of.now) >= Date.parse(of.startsAt));
export const notOver = need("not_over", "domain §9.3", (of) => dateIn(of.now) <= of.day);
/** The day has passed, not merely the hours. */
export const over = need("over", "domain §9.4", (of) => dateIn(of.now) > of.day);
/** From an hour before until the end of the day. */
export const openForSignIn = need("open_for_sign_in", "F2.3", (of) => at(of.now) >= signInFrom(of) && dateIn(of.now) <= of.day);
export const nobodySignedIn = need("nobody_signed_in", "domain §9.4", (of) => !of.deputies.some(({ state }) => state === "signed_in"));
export const someoneExpected = need("someone_expected", "F2.3", (of) => of.deputies.some(({ state }) => state === "planned"));
/** Whoever was marked absent can still be excused. */
export const someoneNotThere = need("someone_not_there", "domain §9.4", (of) =>
  of.deputies.some(({ state }) => state === "planned" || state === "absent"),
);
export const someoneReceives = need("someone_receives", "domain §9.3", (of) => serving(of).length > 0 || of.liaisonId !== null);
/** Somebody received: a deputy who signed in, or the liaison officer. */
export const someoneCame = need(
  "someone_came",
  "domain §9.4",
  (of) => of.liaisonId !== null || of.deputies.some(({ state }) => state === "signed_in"),
);
