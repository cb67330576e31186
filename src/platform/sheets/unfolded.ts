import { inflateRawSync } from "node:zlib";

const endOfArchive = 0x06054b50;
const entry = 0x02014b50;

/**
 * How many bytes an archive unfolds to, counted by unfolding it and not by what it says of itself; `too_large` as soon
 * as there are more than `most`. The reader of sheets has no such limit, and a few kilobytes can become gigabytes.
 */
export function unfolded(archive: Buffer, most: number): number | "too_large" | "broken" {
  try {
    return count(archive, most);
  } catch (error) {
    return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? "too_large" : "broken";
  }
}

function count(archive: Buffer, most: number): number | "too_large" | "broken" {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== endOfArchive) end--;
  if (end < 0) return "broken";
  let total = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== entry) return "broken";
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const folded = archive.subarray(start, start + size);
    total += method === 0 ? size : inflateRawSync(folded, { maxOutputLength: Math.max(1, most - total) }).length;
    if (total > most) return "too_large";
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return total;
}
