import type { Instant } from "../../../platform/clock/instant.ts";
import type { Seal } from "../../../platform/seal/seal.ts";

const minuteLength = 60_000;
const minuteOf = (now: Instant): number => Math.floor(Date.parse(now) / minuteLength);
const purpose = (receptionId: string): string => `reception.sign_in ${receptionId}`;

/** The code that the station's screen shows now, and when it is followed by another. */
export const codeNow = (seal: Seal, receptionId: string, now: Instant): { code: string; until: Instant } => ({
  code: seal.close(String(minuteOf(now)), purpose(receptionId)),
  until: new Date((minuteOf(now) + 1) * minuteLength).toISOString() as Instant,
});

/** Was this code shown for this reception in this minute or the one before? */
export function codeHolds(seal: Seal, receptionId: string, code: string | null | undefined, now: Instant): boolean {
  if (!code) return false;
  try {
    const age = minuteOf(now) - Number(seal.open(code, purpose(receptionId)));
    return age === 0 || age === 1;
  } catch {
    // Whatever does not open was never shown.
    return false;
  }
}
