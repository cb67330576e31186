/** What a public page may ask of voices: the same doors as a program without an account. */
export { addWords, appraise, held, reopen, unknownReceipt, withdraw } from "./by-receipt.ts";
export { takePhoto } from "./photos.ts";
export { type Speech, speak } from "./speaking.ts";
export type { Parts } from "./writing.ts";
