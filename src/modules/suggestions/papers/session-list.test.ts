import { expect, test } from "vitest";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { docxOf } from "../../../platform/papers/docx.ts";
import { pdfOf } from "../../../platform/papers/pdf.ts";
import { grouped, type SessionLine, sessionList, spanNamed } from "./session-list.ts";
import { sessionListKinds } from "./session-list-kinds.ts";

const heading = { congress: "杜集区第十一届人民代表大会", held: { sessionNo: 3 }, on: "2023-09-22" as DateISO };
const fields = ["道路交通", "供水排水", "教育"];
const line = (number: number, changes: Partial<SessionLine> = {}): SessionLine => ({
  ...{ label: `11-3-${number}`, number, title: `关于第${number}件事的建议`, lead: "曹荣凤", cosigners: 2, field: "道路交通" },
  units: [
    { name: "区交通局", role: "LEAD" },
    { name: "区城管局", role: "CO" },
  ],
  ...changes,
});
const named = (kind: (typeof sessionListKinds)[number], lines: readonly SessionLine[]) =>
  grouped(kind, lines, fields).map((group) => [group.name, group.lines.map((one) => one.number)]);

test("a catalogue stands by field, in the order of the fields", () =>
  expect(named("catalogue", [line(1, { field: "教育" }), line(2), line(3, { field: "旧类别" }), line(4)])).toEqual([
    ["道路交通", [2, 4]],
    ["教育", [1]],
    ["旧类别", [3]],
  ]));

test("an assignment list stands by unit, the busiest first; who handles separately finds it under each name, and nobody's comes last", () =>
  expect(
    named("assignment", [
      line(1),
      line(2, { units: [] }),
      line(3, {
        units: [
          { name: "区水务局", role: "SEPARATE" },
          { name: "区交通局", role: "SEPARATE" },
        ],
      }),
      line(4, { units: [] }),
      line(5, { units: [] }),
    ]),
  ).toEqual([
    ["区交通局", [1, 3]],
    ["区水务局", [3]],
    ["尚未交办", [2, 4, 5]],
  ]));

test("every row fills the type area that lies down, and the heading is repeated", () => {
  const between = { ...heading, held: { from: "2023-07-01" as DateISO, to: "2023-12-31" as DateISO } };
  for (const [kind, of] of sessionListKinds.flatMap((kind) => [heading, between].map((of) => [kind, of] as const))) {
    const paper = sessionList(kind, of, [line(1, { label: "2023-001" })], fields);
    expect(paper.title).toContain(of === between ? "闭会期间\n代表建议" : "第三次会议\n代表建议");
    expect(JSON.stringify(paper).includes("2023-001")).toBe(of === between);
    const table = paper.blocks.find((block) => block.kind === "table");
    if (table?.kind !== "table") throw new Error("no table");
    expect([paper.lying, table.heading, table.columns.reduce((sum, width) => sum + width)]).toEqual([true, 1, 225]);
    for (const row of table.rows) expect(row.cells.reduce((sum, cell) => sum + cell.span, 0)).toBe(table.columns.length);
    expect(JSON.stringify(paper)).toContain("共1件");
  }
});

test.each([
  ["2023-01-01", "2023-12-31", "2023年"],
  ["2023-01-01", "2023-06-30", "2023年上半年"],
  ["2023-07-01", "2023-12-31", "2023年下半年"],
  ["2022-01-01", "2023-12-31", "2022年1月1日至2023年12月31日"],
  ["2023-03-01", "2023-05-31", "2023年3月1日至2023年5月31日"],
])("from %s to %s is said as %s", (from, to, said) => expect(spanNamed({ from: from as DateISO, to: to as DateISO })).toBe(said));

test("four hundred rows are written as PDF and for Word", async () => {
  const lines = Array.from({ length: 400 }, (_, index) =>
    line(index + 1, { field: fields[index % 3] ?? "", title: `关于修缮${"长".repeat(index % 40)}的建议` }),
  );
  const paper = sessionList("catalogue", heading, lines, fields);
  const pdf = Buffer.from(await pdfOf(paper)).toString("latin1");
  expect(Number(/\/Type \/Pages[\s\S]{0,40}?\/Count (\d+)/.exec(pdf)?.[1])).toBeGreaterThan(15);
  expect(pdf).toMatch(/\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/);
  expect((await docxOf(paper)).length).toBeGreaterThan(10_000);
}, 60_000);
