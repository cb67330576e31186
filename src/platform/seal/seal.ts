import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";

/** Keeps short secrets so that the database alone does not give them away. */
export interface Seal {
  /** The text sealed for one purpose: what is sealed for another thing does not open for this one. */
  close(text: string, purpose: string): string;
  /** The text again. Throws when it was sealed under another key, for another purpose, or changed since. */
  open(sealed: string, purpose: string): string;
  /** A keyed digest of 32 bytes: always the same for a text and a purpose, and of no use to whoever lacks the key. */
  mark(text: string, purpose: string): Uint8Array;
}

const algorithm = "aes-256-gcm";
const [nonceLength, tagLength] = [12, 16];
const mark = "v1.";

/** A seal under a key of 32 bytes (AES-256-GCM, a fresh nonce each time; HMAC-SHA256 under a key of its own for marks). */
export function sealUnder(key: Uint8Array): Seal {
  if (key.length !== 32) throw new Error("a sealing key has 32 bytes");
  // Made a key once: bytes would be made one again for each mark, at five times its cost.
  const markKey = createSecretKey(new Uint8Array(hkdfSync("sha256", key, "", "lianxin mark", 32)));
  return {
    close(text, purpose) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open(sealed, purpose) {
      if (!sealed.startsWith(mark)) throw new Error("this is not sealed");
      const bytes = Buffer.from(sealed.slice(mark.length), "base64url");
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength)).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString("utf8");
    },
    mark: (text, purpose) =>
      new Uint8Array(
        createHmac("sha256", markKey)
          .update(JSON.stringify([purpose, text]))
          .digest(),
      ),
  };
}
