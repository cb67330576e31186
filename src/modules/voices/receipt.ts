/**
 * The receipt of a voice: ten characters of 31, without those that look or sound alike (0 and O, 1, I and L): 31^10 ≈ 8·10^14
 * possibilities, 49.5 bits. Whoever has it is the voter; it is shown once and kept only as a keyed digest.
 */

const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 10;
const groups = [4, 3, 3] as const;
const base = BigInt(alphabet.length);

/** How hard a receipt is to guess, in bits. */
export const receiptBits = length * Math.log2(alphabet.length);

/** A receipt from at least sixteen bytes of chance; so many more than it has room for, that no receipt is likelier than another. */
export function receiptFrom(bytes: Uint8Array): string {
  if (bytes.length < 16) throw new Error("a receipt is made from sixteen bytes or more");
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let receipt = "";
  for (let place = 0; place < length; place++) {
    receipt += alphabet[Number(number % base)];
    number /= base;
  }
  return receipt;
}

/** As it is shown and read aloud: `K7M2-9QX-4TD`. */
export function spelled(receipt: string): string {
  let at = 0;
  return groups
    .map((size) => {
      at += size;
      return receipt.slice(at - size, at);
    })
    .join("-");
}

/** What somebody typed as a receipt: in small or wide letters, with or without hyphens and spaces. Undefined when it can be none. */
export function receiptIn(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}._]/gu, "");
  return plain.length === length && [...plain].every((letter) => alphabet.includes(letter)) ? plain : undefined;
}
