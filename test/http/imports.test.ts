import { deflateRawSync } from "node:zlib";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { forgetImports } from "../../src/modules/identity/server/intake/drafts.ts";
import type { Instant } from "../../src/platform/clock/instant.ts";
import { sweepOnce } from "../../src/platform/jobs/sweeps.ts";
import type { Caller } from "../support/house.ts";
import { testHouse } from "../support/house.ts";
import { rowsIn, sheetFile } from "../support/sheet.ts";

const world = testHouse();
let admin: Caller;
beforeAll(async () => {
  admin = await world.as("administrator");
});

const headings = ["姓名", "性别", "出生年月", "联系电话", "工作单位及职务"];
const propose = (file: File, kind = "person") => admin.upload(`/api/import-drafts?kind=${kind}`, file);
const rows = async (id: string, outcome = "") =>
  (await admin.get(`/api/import-drafts/${id}/rows?limit=200${outcome ? `&outcome=${outcome}` : ""}`)).body.items;
const apply = (id: string) => admin.post(`/api/import-drafts/${id}/applications`);
const countPeople = async (name: string): Promise<number> =>
  (await sql<{ count: number }>`select count(*) as count from person where name = ${name}`.execute(world.database.read)).rows[0]?.count ??
  0;

test("a sheet is held against what is there, then carried out as shown; a second time nothing is left to do", async () => {
  const before = (await admin.post("/api/people", { name: "钱某甲", bornIn: "1970-05", phone: "13900000001", occupation: "教师" })).body;
  const file = await sheetFile([
    headings,
    ["钱某甲", "男", "1970-05", null, "校长"],
    ["钱某乙", "女", "1982年3月", 13900000002, null],
    ["钱某丙", "不详", "1982-03", "13900000003", null],
    [null, "男", null, null, null],
  ]);
  const { status, body: draft } = await propose(file);
  expect(status).toBe(201);
  expect(draft.counts).toEqual({ new: 1, changed: 1, unchanged: 0, wrong: 2 });
  expect(await countPeople("钱某乙")).toBe(0);
  expect((await rows(draft.id, "changed"))[0].changes).toEqual([
    { field: "gender", from: "", to: "男" },
    { field: "occupation", from: "教师", to: "校长" },
  ]);
  const wrong = await rows(draft.id, "wrong");
  expect(wrong[0].reasons).toEqual([{ field: "gender", text: "只能填写以下之一：男、女" }]);
  expect(wrong[1].reasons).toEqual([{ field: "name", text: "此项必填" }]);

  expect((await apply(draft.id)).status).toBe(201);
  const after = (await admin.get(`/api/people/${before.id}`)).body;
  expect(after).toMatchObject({ gender: "male", occupation: "校长", phone: "13900000001", version: before.version + 1 });
  expect(await countPeople("钱某乙")).toBe(1);
  expect(await countPeople("钱某丙")).toBe(0);
  expect((await world.facts("person.changed")).filter((fact) => fact.subjectId === before.id)).toHaveLength(1);
  expect((await apply(draft.id)).status).toBe(409);

  const again = (await propose(file)).body;
  expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 2 });
});

test("the wrong rows come back as a sheet with reasons, and that sheet can be mended and handed in", async () => {
  const { body: draft } = await propose(await sheetFile([headings, ["孙某甲", "男", "1982-13", null, "=看起来像公式"]]));
  const { bytes } = await admin.bytes(`/api/import-drafts/${draft.id}/faults`);
  const [head = [], row = []] = await rowsIn(bytes);
  expect(head.at(-1)).toBe("错误原因");
  expect(row.at(-1)).toBe("出生年月：“1982-13”不是年月，应填写如 1970-05（月份写两位）");
  expect(row[head.indexOf("工作单位及职务")]).toBe("=看起来像公式");
  row[head.indexOf("出生年月")] = "1982-12";
  const mended = (await propose(await sheetFile([head, row]))).body;
  expect(mended.counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 0 });
  const handedBack = await propose(new File([new Uint8Array(bytes)], "错误表.xlsx"));
  expect(handedBack.body.counts.wrong).toBe(1);
});

test("the template can be filled in and handed in; its remarks are passed over", async () => {
  for (const kind of ["person", "organisation", "mandate"]) {
    const { bytes, status } = await admin.bytes(`/api/import-templates/${kind}`);
    expect(status).toBe(200);
    const [head = [], remarks = []] = await rowsIn(bytes);
    expect(remarks[0]).toMatch(/^# 必填/);
    const { body } = await propose(await sheetFile([head, remarks, ["某某"]]), kind);
    expect(body.counts.new + body.counts.wrong, JSON.stringify(body)).toBe(1);
  }
});

test("a CSV file comes in like a sheet, in UTF-8 or as Chinese Excel writes it", async () => {
  const text = `${headings.join(",")}\r\n周某甲,男,1970-05,13900000041,"教师，""特级"""\r\n周某乙,不详,,,\r\n`;
  const { body: draft } = await propose(new File([`\uFEFF${text}`], "名单.csv"));
  expect(draft.counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 1 });
  expect((await rows(draft.id, "new"))[0].values).toMatchObject({ name: "周某甲", occupation: '教师，"特级"' });
  const [name, gb] = ["姓名", [0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xd6, 0xdc, 0xc4, 0xb3]];
  expect((await propose(new File([Uint8Array.from(gb)], "名单.csv"))).body.columns[0].heading).toBe(name);
  const broken = await propose(new File([Uint8Array.from([0xff, 0xff, 0])], "名单.csv"));
  expect(broken.status).toBe(422);
  expect(broken.body.errors[0].message).toMatch(/^这个 CSV 文件读不出来/);
});

test("what can come in by a sheet is told with how it is known again", async () => {
  const { items } = (await admin.get("/api/import-kinds")).body;
  expect(items.slice(0, 3).map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
    ["person", "人员"],
    ["organisation", "机构和单位"],
    ["mandate", "人大代表"],
  ]);
  expect((await propose(await sheetFile([headings]), "horse")).status).toBe(422);
});

test("organisations by full name, mandates by person and congress", async () => {
  const area = (await admin.get("/api/areas?kind=district")).body.items[0];
  const units = await sheetFile([
    ["全称", "简称", "类别", "所在区域", "成立日期"],
    ["某区试验局", "试验局", "政府工作部门", area.code, new Date("2019-02-28T00:00:00Z")],
    ["某区试验院", "试验院", "政府工作部门", "没有的地方", null],
  ]);
  const { body: draft } = await propose(units, "organisation");
  expect(draft.counts).toMatchObject({ new: 1, wrong: 1 });
  expect((await rows(draft.id, "wrong"))[0].reasons[0].text).toContain("没有“没有的地方”");
  expect((await apply(draft.id)).status).toBe(201);
  const added = (await admin.get("/api/organisations?search=试验局")).body.items[0];
  expect(added).toMatchObject({ kind: "department", foundedOn: "2019-02-28", areaId: area.id });
  expect((await propose(units, "organisation")).body.counts).toMatchObject({ unchanged: 1, wrong: 1 });

  const congress = (await admin.get("/api/congresses?level=district")).body.items.at(-1);
  await admin.post("/api/people", { name: "李某代表", bornIn: "1975-01" });
  const roll = await sheetFile([
    ["姓名", "届", "所在区域", "当选日期", "直接选举", "代表证号"],
    ["李某代表", congress.name, area.code, "2021年12月15日", "是", "9901"],
    ["查无此人", congress.name, area.code, "2021-12-15", "是", "9902"],
  ]);
  const { body: mandates } = await propose(roll, "mandate");
  expect(mandates.counts).toMatchObject({ new: 1, wrong: 1 });
  expect((await apply(mandates.id)).status).toBe(201);
  expect((await admin.get("/api/mandates?search=9901")).body.items[0]).toMatchObject({ personName: "李某代表", electedOn: "2021-12-15" });
  expect((await propose(roll, "mandate")).body.counts).toMatchObject({ unchanged: 1, wrong: 1 });
});

test("the second of two imports at once, and one whose world has moved, write nothing", async () => {
  const file = await sheetFile([headings, ["吴某双", "男", "1990-01", null, null]]);
  const [one, two] = [(await propose(file)).body, (await propose(file)).body];
  const answers = await Promise.all([apply(one.id), apply(two.id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(await countPeople("吴某双")).toBe(1);
});

test("namesakes are not guessed, neither in the house nor in the sheet", async () => {
  await admin.post("/api/people", { name: "周某同", bornIn: "1960-01", phone: "13900000011" });
  await admin.post("/api/people", { name: "周某同", bornIn: "1965-01", phone: "13900000012" });
  const { body: draft } = await propose(
    await sheetFile([
      headings,
      ["周某同", "男", null, null, null],
      ["郑某", "男", "1960-01", null, null],
      ["郑某", "男", null, null, null],
    ]),
  );
  const wrong = await rows(draft.id, "wrong");
  expect(wrong.map(({ no }: { no: number }) => no)).toEqual([2, 4]);
  expect(wrong[0].reasons[0].text).toContain("无法认定是哪一位");
  expect(wrong[1].reasons[0].text).toContain("第 3 行");
});

describe("a bad sheet gets a reason, and nothing is kept", () => {
  const refused = async (file: File, code: string) => {
    const { status, body } = await propose(file);
    expect(status, JSON.stringify(body)).toBe(422);
    expect(body.errors[0]).toMatchObject({ field: "file", code });
    expect(body.errors[0].message).not.toContain(code);
  };
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

  test("broken", async () => {
    const whole = await bytesOf(await sheetFile([headings, ["甲"]]));
    await refused(new File([whole.slice(0, whole.length - 200)], "坏.xlsx"), "sheet.broken");
  });
  test("not what it says", async () => {
    await refused(new File(["姓名,性别\r\n甲,男"], "名单.xlsx"), "sheet.not_a_sheet");
    await refused(
      new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)])], "旧.xlsx"),
      "sheet.old_or_locked",
    );
    await refused(new File([], "空.xlsx"), "sheet.empty");
  });
  test("huge: unfolding to more than it may, whatever it says of itself", async () => {
    const bomb = zipOf("xl/sharedStrings.xml", Buffer.alloc(100_000_000, "a"));
    expect(bomb.length).toBeLessThan(200_000);
    await refused(new File([new Uint8Array(bomb)], "炸弹.xlsx"), "sheet.unfolds_too_large");
  });
  test("huge: more bytes, rows or columns than it may have", async () => {
    const { status } = await propose(new File([new Uint8Array(21 * 1024 * 1024)], "大.xlsx"));
    expect([413, 422]).toContain(status);
    await refused(await sheetFile([Array.from({ length: 120 }, (_, at) => `列${at}`)]), "sheet.too_many_columns");
    await refused(await sheetFile([["姓名"], ...Array.from({ length: 20_001 }, (_, at) => [`人${at}`])]), "sheet.too_many_rows");
  });
  test("headings unknown, twice or missing", async () => {
    await refused(await sheetFile([["姓名", "星座"], ["甲"]]), "identity.intake.unknown_headings");
    await refused(await sheetFile([["姓名", "姓名"], ["甲"]]), "identity.intake.heading_twice");
    await refused(await sheetFile([["性别"], ["男"]]), "identity.intake.missing_headings");
    await refused(await sheetFile([headings]), "sheet.no_rows");
  });
  test("formulas, merged cells and wrong dates: the row says why; empty rows at the end are nothing", async () => {
    const file = await sheetFile(
      [
        ["姓名", "出生年月", "工作单位及职务"],
        ["王某一", { formula: "1+1", result: 2 }],
        ["王某二", "1970.1"],
        ["王某三", new Date("1971-02-03T00:00:00Z")],
        ["王某四", null, "合并"],
        ["王某五"],
      ],
      (page) => {
        page.mergeCells("C5:C6");
        page.getCell("A30").value = "  ";
        page.getCell("B40").font = { bold: true };
      },
    );
    const { body: draft } = await propose(file);
    expect(draft.counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 4 });
    expect((await rows(draft.id, "wrong")).map(({ reasons }: { reasons: { text: string }[] }) => reasons[0]?.text)).toEqual([
      expect.stringContaining("公式不能导入"),
      expect.stringContaining("月份写两位"),
      expect.stringContaining("合并单元格"),
      expect.stringContaining("合并单元格"),
    ]);
  });
});

test("an import is its maker's own, asks for the duty, and is forgotten after a day", async () => {
  const { body: draft } = await propose(await sheetFile([headings, ["冯某", "男"]]));
  expect((await (await world.as("office")).get(`/api/import-drafts/${draft.id}`)).status).toBe(404);
  expect((await (await world.as("deputy")).upload("/api/import-drafts?kind=person", await sheetFile([headings]))).status).toBe(403);
  await sweepOnce(world.database, [forgetImports], "2033-01-01T00:00:00.000Z" as Instant);
  expect((await admin.get(`/api/import-drafts/${draft.id}`)).status).toBe(404);
  const left = await sql<{ count: number }>`select count(*) as count from import_row`.execute(world.database.read);
  expect(left.rows[0]?.count).toBe(0);
});

/** An archive of one file that says of itself that it is small. */
function zipOf(name: string, bytes: Buffer): Buffer {
  const folded = deflateRawSync(bytes);
  const part = (signature: number, skip: number) => {
    const head = Buffer.alloc(skip);
    head.writeUInt32LE(signature, 0);
    return head;
  };
  const local = part(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(folded.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const central = part(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(folded.length, 20);
  central.writeUInt32LE(10, 24);
  central.writeUInt16LE(name.length, 28);
  const end = part(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + folded.length, 16);
  return Buffer.concat([local, Buffer.from(name), folded, central, Buffer.from(name), end]);
}
