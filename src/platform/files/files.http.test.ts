import { readdir } from "node:fs/promises";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { testHouse } from "../../../test/support/house.ts";
import { type DateISO, momentOn } from "../clock/instant.ts";
import { fileFolder } from "./folder.ts";
import { fileLimit } from "./kinds.ts";
import { files } from "./module.ts";

const world = testHouse();

const pdf = (length = 200): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(length).fill(32);
  bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
  return bytes;
};

/** A photo as a phone makes it: lying on its side, with the place in it. */
const photo = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 30, channels: 3, background: "#a8201a" } })
      .jpeg()
      .withExif({ IFD0: { Make: "Phone", Orientation: "6" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "33/1 58/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer(),
  );

describe("taking in a file", () => {
  test("a photo loses its place and its camera, and stands upright", async () => {
    const given = await photo();
    expect((await sharp(given).metadata()).exif).toBeDefined();
    const deputy = await world.as("deputy");
    const taken = await deputy.upload("/api/files", new File([given], "朱庄路.JPG", { type: "text/html" }));
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({ name: "朱庄路.jpg", mediaType: "image/jpeg", width: 30, height: 60 });
    const back = await deputy.bytes(`/api/files/${taken.body.id}`);
    expect(back.headers.get("content-type")).toBe("image/jpeg");
    const kept = await sharp(back.bytes).metadata();
    expect([kept.exif, kept.xmp, kept.iptc, kept.orientation, kept.width, kept.height]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      30,
      60,
    ]);
    const small = await deputy.bytes(`/api/files/${taken.body.id}?size=small`);
    expect((await sharp(small.bytes).metadata()).format).toBe("webp");
  });

  test("what a file is, its bytes say and not its name", async () => {
    const deputy = await world.as("deputy");
    const html = new File(["<html><script>alert(1)</script></html>"], "照片.jpg", { type: "image/jpeg" });
    const refused = await deputy.upload("/api/files", html);
    expect([refused.status, refused.body.errors[0].field, refused.body.errors[0].code]).toEqual([422, "file", "file.wrong_kind"]);
    const honest = await deputy.upload("/api/files", new File([pdf()], "../../规划\u202egpj.exe"));
    expect([honest.status, honest.body.name, honest.body.mediaType]).toEqual([
      201,
      ".. .. 规划 gpj.exe.pdf".replace(/^\.+/, "").trim(),
      "application/pdf",
    ]);
    const back = await deputy.bytes(`/api/files/${honest.body.id}`);
    expect(back.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("too large, empty and broken ones are refused by name, and nothing of them stays", async () => {
    const deputy = await world.as("deputy");
    const whole = await photo();
    const cases: [File, number, string][] = [
      [new File([pdf(fileLimit + 1)], "大.pdf"), 422, "file.too_large"],
      [new File([pdf(fileLimit + 200_000)], "更大.pdf"), 413, "problem.too_large"],
      [new File([], "空.pdf"), 422, "file.empty"],
      [new File([whole.slice(0, whole.length / 2)], "半.jpg"), 422, "file.broken_picture"],
    ];
    const before = await rows();
    for (const [file, status, code] of cases) {
      const { status: got, body } = await deputy.upload("/api/files", file);
      expect([file.name, got, body.errors?.[0]?.code ?? body.code]).toEqual([file.name, status, code]);
    }
    expect(await rows()).toBe(before);
  });

  test("a request that is no form is told so", async () => {
    const deputy = await world.as("deputy");
    expect((await deputy.post("/api/files", { file: "x" })).status).toBe(415);
    const half = await deputy.post("/api/files", "x", { "content-type": "multipart/form-data; boundary=b" });
    expect([half.status, half.body.errors[0].code]).toEqual([422, "field.not_a_form"]);
    expect((await world.nobody.upload("/api/files", new File([pdf()], "a.pdf"))).status).toBe(401);
  });

  test("any bytes at all are taken in or refused, and never make it fail", async () => {
    const deputy = await world.as("deputy");
    const starts = fc.constantFrom<number[]>(
      [],
      [0xff, 0xd8, 0xff, 0xe0],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    );
    const some = fc.tuple(starts, fc.uint8Array({ maxLength: 400 }), fc.string({ unit: "binary", maxLength: 20 }));
    for (const [start, rest, name] of fc.sample(some, { numRuns: 60, seed: 7 })) {
      const { status } = await deputy.upload("/api/files", new File([new Uint8Array([...start, ...rest])], name));
      expect([201, 409, 422], `${start} ${name}`).toContain(status);
    }
  });
});

test("a file on its way belongs to whoever brought it", async () => {
  const clerk = await world.as("unit_clerk");
  const { body } = await clerk.upload("/api/files", new File([pdf()], "a.pdf"));
  expect((await clerk.get(`/api/files/${body.id}`)).status).toBe(200);
  expect((await (await world.as("office")).get(`/api/files/${body.id}`)).status).toBe(404);
  expect((await world.nobody.get(`/api/files/${body.id}`)).status).toBe(401);
});

test("nobody can fill the disk with files that are never used", async () => {
  const leader = await world.as("unit_leader");
  let refused: Awaited<ReturnType<typeof leader.upload>> | undefined;
  for (let count = 0; count <= 40 && !refused; count++) {
    const answer = await leader.upload("/api/files", new File([pdf()], `${count}.pdf`));
    if (answer.status !== 201) refused = answer;
  }
  expect([refused?.status, refused?.body.code]).toEqual([409, "file.too_many"]);
});

test("unused files are thrown away after a day, bytes and rows", async () => {
  const sweep = files(fileFolder(world.folder)).sweeps?.[0];
  const tomorrow = momentOn("2023-09-23" as DateISO, 12 * 60);
  expect(await rows()).toBeGreaterThan(0);
  await sweep?.run(world.database, tomorrow);
  expect(await rows()).toBe(0);
  const left = await Promise.all((await readdir(world.folder)).map((one) => readdir(`${world.folder}/${one}`)));
  expect(left.flat()).toEqual([]);
});

async function rows(): Promise<number> {
  const found = await world.database.read.withTables<{ file: { id: string } }>().selectFrom("file").select("id").execute();
  return found.length;
}
