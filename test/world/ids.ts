import { hash } from "node:crypto";
import type { Instant } from "../../src/platform/clock/instant.ts";

/** The same name gives the same identifier in every loading of the world. */
export function idOf(name: string): string {
  return shaped(hash("sha256", name), "8");
}

/** An identifier that sorts by its moment, like those the product makes. */
export function idAt(at: Instant, name: string): string {
  const time = Date.parse(at).toString(16).padStart(12, "0");
  return shaped(time + hash("sha256", name), "7");
}

const shaped = (hex: string, version: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
