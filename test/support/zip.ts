import { createRequire } from "node:module";

interface Unzipper {
  readonly Open: {
    buffer(bytes: Uint8Array): Promise<{
      files: {
        readonly path: string;
        readonly isUnicode: number;
        readonly lastModifiedDateTime: Date;
        buffer(): Promise<Buffer>;
      }[];
    }>;
  };
}

/** The files of a ZIP in their order, read by another library than the one that packs; `exceljs` brings it. */
export async function unzipped(bytes: Uint8Array): Promise<{ name: string; day: string; bytes: Buffer }[]> {
  const { Open }: Unzipper = createRequire(import.meta.resolve("exceljs"))("unzipper");
  const { files } = await Open.buffer(Buffer.from(bytes));
  return Promise.all(
    files.map(async (file) => {
      if (/[^ -~]/.test(file.path) && !file.isUnicode) throw new Error(`${file.path} is not marked as UTF-8`);
      return { name: file.path, day: file.lastModifiedDateTime.toISOString().slice(0, 10), bytes: await file.buffer() };
    }),
  );
}
