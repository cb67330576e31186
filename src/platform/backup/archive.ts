import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";

/** One named piece of a backup. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type Put = (entry: Entry) => Promise<void>;

/**
 * Writes a compressed archive that is not there yet; `fill` hands over its pieces, one after the other.
 * A piece is taken when it fits, so a large installation does not have to fit into memory. What fails leaves no file behind.
 */
export async function writeArchive<T>(path: string, fill: (put: Put) => Promise<T>): Promise<T> {
  const archive = pack();
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  await new Promise<void>((done, fail) => file.once("open", () => done()).once("error", fail));
  const written = pipeline(archive, createGzip({ level: 6 }), file);
  written.catch(() => {});
  const put: Put = ({ name, bytes }) =>
    new Promise<void>((done, fail) => {
      written.catch(fail);
      archive.entry({ name, size: bytes.length }, Buffer.from(bytes), (error) => (error ? fail(error) : done()));
    });
  try {
    const filled = await fill(put);
    archive.finalize();
    await written;
    return filled;
  } catch (error) {
    archive.destroy();
    await written.catch(() => {});
    await rm(path, { force: true });
    throw error;
  }
}

/** The pieces of an archive in their order. Throws when it is cut off or damaged. */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
  const archive = extract();
  const read = pipeline(createReadStream(path), createGunzip(), archive);
  read.catch(() => {});
  for await (const piece of archive) {
    const chunks: Buffer[] = [];
    for await (const chunk of piece) chunks.push(chunk as Buffer);
    yield { name: piece.header.name, bytes: Buffer.concat(chunks) };
  }
  await read;
}
