import { fsyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

type Options = Awaited<ReturnType<NodeFS["init"]>>["emscriptenOpts"];
interface NodeStream {
  nfd: number;
}
interface FileSystems {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: NodeStream) => number } } } };
}

/** How often the embedded engine has asked the disk to keep what it wrote; a test counts it. */
export const fsyncs = { count: 0 };

/**
 * The folder of the embedded database, made durable. The engine as it comes starts with `-F` and has no
 * fsync behind its node file system: a power cut would lose acknowledged writes. Both are mended here.
 */
export class DurableFolder extends NodeFS {
  override async init(pg: Parameters<NodeFS["init"]>[0], options: Parameters<NodeFS["init"]>[1]): Promise<{ emscriptenOpts: Options }> {
    const { emscriptenOpts } = await super.init(pg, options);
    const teachFsync = (module: unknown): void => {
      (module as FileSystems).FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd);
        fsyncs.count++;
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...asList(emscriptenOpts.preRun), teachFsync] } as Options };
  }
}

/** The engine's usual start parameters without `-F`, with every commit forced to the disk. */
export const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...["-c", "fsync=on", "-c", "wal_sync_method=fsync", "-c", "synchronous_commit=on"],
];

function asList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
