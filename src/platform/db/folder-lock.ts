import { createHash } from "node:crypto";
import { statSync, unlinkSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Another process has the folder open. Two writers would silently lose each other's rows. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`${folder} is already open in another process; stop that one first, or name another DATA_DIR`);
  }
}

/**
 * Takes `folder` for this process alone until `release` is called or the process ends in any way.
 * A listening socket is the lock: the kernel lets go of it at `kill -9`, which no lock file survives rightly.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const path = socketPath(folder);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) {
      // A second starter may have judged the old socket stale and unlinked ours in the same moment.
      const mine = statSync(path).ino;
      await wait(30);
      if (inode(path) === mine) return { release: () => new Promise((done) => server.close(() => done())) };
      server.close();
    }
    if (await answers(path)) throw new FolderInUse(folder);
    remove(path);
  }
  throw new FolderInUse(folder);
}

/** Socket addresses hold about 100 bytes; a deeper folder is locked under its digest in the temporary folder. */
function socketPath(folder: string): string {
  const near = join(resolve(folder), "lock.sock");
  const short = relative(process.cwd(), near);
  const path = short.length < near.length ? short : near;
  if (Buffer.byteLength(path) < 100) return path;
  return join(tmpdir(), `lianxin-${createHash("sha256").update(near).digest("hex").slice(0, 32)}.sock`);
}

function listen(path: string): Promise<Server | undefined> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.end());
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? done(undefined) : fail(error)));
    server.listen(path, () => {
      server.unref();
      done(server);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

function inode(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
