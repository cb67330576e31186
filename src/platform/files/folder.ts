import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";

export type Size = "whole" | "small";

/** Bytes by identifier, in a folder of their own outside everything that is served. */
export interface FileFolder {
  /** Kept and forced to the disk when this resolves. */
  put(id: string, bytes: Uint8Array, size?: Size): Promise<void>;
  /** The bytes as a stream with their length; undefined when there are none. */
  read(id: string, size?: Size): Promise<{ length: number; stream: ReadableStream } | undefined>;
  bytes(id: string, size?: Size): Promise<Uint8Array | undefined>;
  remove(id: string): Promise<void>;
}

export function fileFolder(root: string): FileFolder {
  // The end of an identifier is chance: its last two digits spread the files over 256 folders.
  const place = (id: string, size: Size = "whole") => join(root, id.slice(-2), size === "whole" ? id : `${id}.${size}`);
  return {
    async put(id, bytes, size) {
      const path = place(id, size);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await forced(`${path}.part`, "w", async (file) => file.writeFile(bytes));
      await rename(`${path}.part`, path);
      await forced(dirname(path), "r", async () => {});
    },
    async read(id, size) {
      const path = place(id, size);
      const found = await stat(path).catch(missing);
      return found && { length: found.size, stream: Readable.toWeb(createReadStream(path)) as ReadableStream };
    },
    bytes: (id, size) => readFile(place(id, size)).catch(missing),
    async remove(id) {
      for (const size of ["whole", "small"] as const) await rm(place(id, size), { force: true });
    },
  };
}

type Handle = Awaited<ReturnType<typeof open>>;

async function forced(path: string, flags: string, work: (file: Handle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
