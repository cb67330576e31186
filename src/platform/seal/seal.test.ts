import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { keyIn } from "./key.ts";
import { sealUnder } from "./seal.ts";

const seal = sealUnder(randomBytes(32));

test("what is sealed opens again, and never looks the same twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, purpose) => {
      const [one, two] = [seal.close(text, purpose), seal.close(text, purpose)];
      expect(one).not.toBe(two);
      expect(seal.open(one, purpose)).toBe(text);
    }),
  );
});

test("another key, another purpose or one changed letter opens nothing", () => {
  const sealed = seal.close("JBSWY3DPEHPK3PXP", "totp 1");
  const changed = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
  expect(() => sealUnder(randomBytes(32)).open(sealed, "totp 1")).toThrow();
  expect(() => seal.open(sealed, "totp 2")).toThrow();
  expect(() => seal.open(changed, "totp 1")).toThrow();
  expect(() => seal.open("JBSWY3DPEHPK3PXP", "totp 1")).toThrow();
});

test("a mark is the same for the same text and purpose, and for nothing else", () => {
  const key = randomBytes(32);
  const hex = (text: string, purpose: string, by = key) => Buffer.from(sealUnder(by).mark(text, purpose)).toString("hex");
  expect(hex("K7M29QX4TD", "receipt")).toBe(hex("K7M29QX4TD", "receipt"));
  const others = [hex("K7M29QX4TE", "receipt"), hex("K7M29QX4TD", "phone"), hex("K7M29QX4TD", "receipt", randomBytes(32))];
  expect(new Set([hex("K7M29QX4TD", "receipt"), ...others]).size).toBe(4);
  expect(hex("b", "a")).not.toBe(hex("", "ab"));
});

test("the key is made once, for its owner's eyes, and a wrong one is refused", () => {
  const folder = mkdtempSync(join(tmpdir(), "lianxin-key-"));
  const made = keyIn(folder, undefined);
  expect(keyIn(folder, undefined)).toEqual(made);
  expect(statSync(join(folder, "key")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, "key"), "utf8").trim()).toBe(Buffer.from(made).toString("base64"));
  expect(() => keyIn(folder, "c2hvcnQ=")).toThrow(/32 bytes/);
  rmSync(folder, { recursive: true });
});
