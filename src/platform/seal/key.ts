import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The installation's key: from `LIANXIN_KEY` where one is given, else from the data folder, where the first start makes it.
 * Several servers over one database must be given the same one.
 */
export function keyIn(folder: string, given: string | undefined): Uint8Array {
  const text = given ?? keptIn(join(folder, "key"));
  const key = Buffer.from(text.trim(), "base64");
  if (key.length !== 32) throw new Error("the key must be 32 bytes in base64, as `openssl rand -base64 32` prints them");
  return key;
}

function keptIn(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync(join(path, ".."), { recursive: true });
  const fresh = randomBytes(32).toString("base64");
  // "wx": of two that start at once one makes the key, and the other must not write over it.
  writeFileSync(path, `${fresh}\n`, { mode: 0o600, flag: "wx" });
  return fresh;
}
