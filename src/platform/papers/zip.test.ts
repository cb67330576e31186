import { expect, test, vi } from "vitest";
import { unzipped } from "../../../test/support/zip.ts";
import type { DateISO } from "../clock/instant.ts";
import { zipOf } from "./zip.ts";

const on = "2023-09-22" as DateISO;
const files = [
  { name: "01 关于某建议的答复（致𠮷田代表）.pdf", bytes: new Uint8Array([1, 2, 3]) },
  { name: "02 空.pdf", bytes: new Uint8Array() },
];

test("files come out as they were put in, in order, under their names and the given day", async () => {
  const read = await unzipped(await zipOf(files, on));
  expect(read.map(({ name, day, bytes }) => ({ name, day, bytes: new Uint8Array(bytes) }))).toEqual(
    files.map((file) => ({ ...file, day: on })),
  );
});

test("the same files give the same bytes, whenever", async () => {
  const first = await zipOf(files, on);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-01T00:00:00Z") });
  const later = await zipOf(files, on).finally(() => vi.useRealTimers());
  expect(Buffer.compare(first, later)).toBe(0);
});

test("no name leads out of the archive or is one that Windows does not take", async () => {
  const names = ["../../etc/x", "C:\\x", 'a?"<>|*\n'].map((name) => ({ name, bytes: new Uint8Array() }));
  expect((await unzipped(await zipOf(names, on))).map(({ name }) => name)).toEqual([".._.._etc_x", "C__x", "a_______"]);
});
