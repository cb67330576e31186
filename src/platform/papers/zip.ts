import type { DateISO } from "../clock/instant.ts";

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files in one ZIP, in their order; all bear the same day, so that the same files give the same bytes. Names lie in no folder. */
export async function zipOf(files: readonly Packed[], on: DateISO): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Zip } = await import("jszip");
  const zip = new Zip();
  const date = new Date(`${on}T00:00:00Z`);
  // What is packed is compressed already.
  for (const { name, bytes } of files) zip.file(fileName(name), bytes, { date, compression: "STORE" });
  return new Uint8Array(await zip.generateAsync({ type: "arraybuffer" }));
}

/** Signs that no name of a file may have on Windows, or that would open a folder, give way. */
const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|]|\p{Cc}/gu, "_");
