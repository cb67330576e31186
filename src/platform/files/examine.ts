import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { invalid, type Refusal } from "../refusal.ts";
import { acceptedEndings, fileLimit, honestName, kinds } from "./kinds.ts";

/** A file after a look into its bytes. */
export interface Examined {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The picture small, for lists. */
  readonly small?: Uint8Array;
  readonly width: number | null;
  readonly height: number | null;
  /** SHA-256 of the bytes as kept. */
  readonly digest: string;
}

/** Longest side of a kept picture, in pixels: enough to read a sign on it, and small enough for a village's line. */
const longest = 2560;
const longestSmall = 480;
/** More pixels than any phone makes; a bomb of a few bytes can unfold to far more. */
const mostPixels = 120_000_000;

const refused = (code: string, params?: Record<string, string | number>): Refusal =>
  invalid({ field: "file", code: `file.${code}`, ...(params ? { params } : {}) });

/**
 * Tells by the bytes what a file is, and makes a picture anew without its place, its camera and its rotation.
 * Refuses what is empty, too large, of another kind, or broken.
 */
export async function examine(file: File): Promise<Examined | Refusal> {
  if (file.size === 0) return refused("empty");
  if (file.size > fileLimit) return refused("too_large", { limit: fileLimit / 1024 / 1024 });
  const given = new Uint8Array(await file.arrayBuffer());
  const mediaType = (await kindOf(given)) ?? "";
  const kind = kinds[mediaType];
  if (!kind) return refused("wrong_kind", { kinds: acceptedEndings.join("、") });
  const name = honestName(file.name, kind);
  if (!kind.picture) return { name, mediaType, bytes: given, width: null, height: null, digest: digestOf(given) };
  const picture = await cleaned(given).catch(() => undefined);
  return picture ? { ...picture, name, mediaType, digest: digestOf(picture.bytes) } : refused("broken_picture");
}

/** Looking for a kind inside an archive can stumble over a broken one. */
const kindOf = async (bytes: Uint8Array): Promise<string | undefined> => (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;

async function cleaned(given: Uint8Array) {
  // Loaded with the first picture: it takes memory that most of the day nobody needs.
  const { default: sharp } = await import("sharp");
  // Metadata is left out unless asked for; the rotation that it told is carried out first.
  const upright = sharp(given, { limitInputPixels: mostPixels, failOn: "error" }).rotate();
  const { data, info } = await upright
    .resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true })
    .toBuffer({ resolveWithObject: true });
  const small = await sharp(data)
    .resize({ width: longestSmall, height: longestSmall, fit: "inside", withoutEnlargement: true })
    .webp()
    .toBuffer();
  return { bytes: new Uint8Array(data), small: new Uint8Array(small), width: info.width, height: info.height };
}

const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
