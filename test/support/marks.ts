import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";

/** Who a voter is. Nobody reads it but the speaker himself and whoever opened the contact with a reason. */
export const who = {
  name: "欧阳密探",
  phone: "13800099887",
  email: "mitan@example.org",
  device: "device-mitan",
  exif: "miyu-camera-owner",
} as const;

/** What a voter says and what is said about it: for those who handle it, never for everybody. */
export const said = {
  words: "密语原话不得外传",
  place: "密探家后院",
  photo: "密语相片",
  addition: "密语补充",
  reasons: "密语评价",
  again: "密语重开",
  note: "密语说明",
  answer: "密语答复",
  content: "密语情况",
  contactReason: "密语缘由",
  longitude: "116.8123",
  latitude: "33.9876",
} as const;

/** What an officer wrote for everybody. */
export const cleared = "公开后的文字";

interface Zip {
  loadAsync(bytes: Uint8Array): Promise<{ files: Record<string, { dir: boolean; async(as: "nodebuffer"): Promise<Buffer> }> }>;
}
const zip: Zip = createRequire(import.meta.resolve("docx"))("jszip");

/** Everything that a document says, unfolded: the parts of an archive (XLSX, DOCX), what was packed, else its own bytes. */
export async function unfold(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1"))) {
    const parts = Object.entries((await zip.loadAsync(buffer)).files).filter(([, { dir }]) => !dir);
    const texts = await Promise.all(parts.map(async ([name, part]) => `${name}\n${await unfold(await part.async("nodebuffer"))}`));
    return texts.join("\n");
  }
  if (buffer[0] === 0x1f && buffer[1] === 0x8b) return unfold(gunzipSync(buffer));
  return buffer.toString("utf8");
}

/** Those of `marks` that stand in a text, however they are written there. */
export function marksIn(text: string, marks: Readonly<Record<string, string>>): string[] {
  const readings = readingsOf(text).map((one) => one.toLowerCase());
  return Object.entries(marks)
    .filter(([, mark]) => readings.some((reading) => reading.includes(mark.toLowerCase())))
    .map(([name]) => name);
}

/** A text as it stands, and as a browser, a mail reader or a program would read what is written in it. */
function readingsOf(text: string): string[] {
  const plain = [text, htmlRead(text), percentRead(text), jsonRead(text), quotedRead(text)];
  // Numbers are also written in groups.
  return [...plain, text.replaceAll(/(?<=\w)[\s-](?=\w)/g, ""), base64Read(text)];
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const htmlRead = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, digits: string, hex: string, name: string) => {
    if (name) return named[name] ?? whole;
    const code = digits ? Number(digits) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
const bytesRead = (run: string, mark: string): string => Buffer.from(run.replaceAll(mark, ""), "hex").toString("utf8");
const percentRead = (text: string): string => text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => bytesRead(run, "%"));
const quotedRead = (text: string): string => text.replaceAll(/=\r?\n/g, "").replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => bytesRead(run, "="));
const jsonRead = (text: string): string =>
  text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Every run that could be base64, from each of the four places at which it could begin. */
function base64Read(text: string): string {
  const runs = text.replaceAll(/(?<=[A-Za-z0-9+/]{60})\r?\n(?=[A-Za-z0-9+/])/g, "").match(/[A-Za-z0-9+/_-]{12,}/g) ?? [];
  return runs.flatMap((run) => [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), "base64").toString("utf8"))).join("\n");
}
