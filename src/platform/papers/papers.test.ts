import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { docxOf } from "./docx.ts";
import { listRow, type OfficialPaper, paragraphs, row } from "./paper.ts";
import { inputsOf, pdfOf, start } from "./pdf.ts";

const hostile = '#let x = 1 #panic() *粗* $x$ _y_ "引" \\ <w:p> & ]] {{label}} $t(suggestion.key) //注 𠮷𬶋 \u0000\u0007\u001b 完';
const literal = hostile.replaceAll(/(?!\n)\p{Cc}/gu, "");
const letter: OfficialPaper = {
  ...{ name: "答复", head: "杜集区交通运输局", documentNo: "杜交函〔2023〕12号", mark: "A类", draft: null },
  ...{ title: "关于某次会议第37号建议的答复", addressee: "张三代表：", copies: "抄送：某办公室。", contact: "联系人：李四" },
  blocks: [
    { kind: "heading", text: "一、基本情况" },
    ...paragraphs("正文。"),
    { kind: "table", columns: [50, 106], rows: [row(2, ["栏", "值"])] },
  ],
  signature: { unit: "杜集区交通运输局", date: "2023年9月22日" },
};
const wild: OfficialPaper = {
  ...letter,
  ...{ draft: hostile, title: hostile, addressee: hostile, copies: hostile, contact: hostile, mark: hostile, head: hostile.slice(0, 20) },
  blocks: [
    { kind: "paragraph", text: hostile },
    { kind: "paragraph", text: "长".repeat(5000) },
    { kind: "table", columns: [50, 106], rows: [row(2, [hostile, "长".repeat(3000)], 30)] },
  ],
};

interface JsZip {
  loadAsync(bytes: Uint8Array): Promise<{ files: Record<string, { async(kind: "string"): Promise<string> }> }>;
}

/** The parts of a Word file; `docx` itself brings the library that packs them. */
async function parts(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip: JsZip = createRequire(import.meta.resolve("docx"))("jszip");
  const { files } = await zip.loadAsync(bytes);
  return Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, file]) => [name, await file.async("string")])));
}

const fontsIn = (pdf: Uint8Array) =>
  new Set(
    Buffer.from(pdf)
      .toString("latin1")
      .match(/(?<=\/BaseFont \/\w{6}\+)[\w-]+/g),
  );
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = ""]) => text)
    .join("|")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

test("the PDF carries 宋体 and 黑体, and no other font", async () => {
  expect(fontsIn(await pdfOf(letter))).toEqual(new Set(["NotoSerifSC-Regular", "NotoSerifSC-Bold", "NotoSansSC-Regular"]));
});

test("the Word section measures GB/T 9704: A4, 37 and 28 mm, 156 × 225 mm, 22 lines of 28 characters", async () => {
  const { "word/document.xml": xml = "" } = await parts(await docxOf(letter));
  const of = (name: string, attribute: string) => Number(new RegExp(`<w:${name} [^>]*w:${attribute}="(-?\\d+)"`).exec(xml)?.[1]);
  const millimetres = (twips: number) => (twips / 1440) * 25.4;
  const [width, height] = [of("pgSz", "w"), of("pgSz", "h")];
  const [top, left, bottom, right] = ["top", "left", "bottom", "right"].map((side) => of("pgMar", side)) as [
    number,
    number,
    number,
    number,
  ];
  expect([width, height, top, left].map((one) => Math.round(millimetres(one)))).toEqual([210, 297, 37, 28]);
  expect(millimetres(width - left - right)).toBeCloseTo(156, 1);
  expect(millimetres(height - top - bottom)).toBeCloseTo(225, 1);
  expect(xml).toContain('w:docGrid w:type="lines"');
  expect(Math.floor((height - top - bottom) / of("docGrid", "linePitch"))).toBe(22);
  const character = 16 * 20 + of("spacing", "val");
  expect(Math.floor((width - left - right) / character), "characters in a line").toBe(28);
  for (const font of ["仿宋_GB2312", "方正小标宋简体", "黑体"]) expect(xml).toContain(`w:eastAsia="${font}"`);
});

test("the same data print the same paper", async () => {
  expect(Buffer.compare(await pdfOf(letter), await pdfOf(letter))).toBe(0);
  // The file's own properties name the moment it was made; nothing of the paper does.
  const { "docProps/core.xml": _, ...first } = await parts(await docxOf(letter));
  const { "docProps/core.xml": __, ...second } = await parts(await docxOf(letter));
  expect(second).toEqual(first);
});

test("whatever is typed comes out as it was typed", async () => {
  const { "word/document.xml": xml = "" } = await parts(await docxOf(wild));
  expect(textOf(xml).split(literal)).toHaveLength(8);
  expect(textOf(xml)).toContain("长".repeat(5000));
  const pdf = await pdfOf(wild);
  expect(Number(/\/Type \/Pages[\s\S]{0,40}?\/Count (\d+)/.exec(Buffer.from(pdf).toString("latin1"))?.[1])).toBeGreaterThan(9);
});

test("points that follow each other in a line begin a line of their own", () => {
  expect(
    paragraphs("一、甲；二、乙。\r\n三、基本情况\n\n说明：其一、其二").map(({ kind, ...one }) => [kind, "text" in one ? one.text : ""]),
  ).toEqual([
    ["paragraph", "一、甲；"],
    ["paragraph", "二、乙。"],
    ["heading", "三、基本情况"],
    ["paragraph", "说明：其一、其二"],
  ]);
});

const engine = start();

/** On which pages the marked places of the layout, or what `asked` names, come to stand. */
async function pagesOf(paper: OfficialPaper, asked: string): Promise<number[]> {
  const { compiler, layout } = await engine;
  const marked = layout.replace("let words = ", "let words = [#metadata(cell.text) <cell>] + ");
  const found: { value: number[] }[] = compiler.query(
    { mainFileContent: `${marked}\n#context [#metadata(${asked}) <asked>]`, inputs: inputsOf(paper) },
    { selector: "<asked>" },
  );
  return found[0]?.value ?? [];
}

const lines = (count: number): OfficialPaper["blocks"] =>
  Array.from({ length: count }, (_, index) => ({ kind: "paragraph", text: `第${index + 1}段` }));

test.each([9, 10, 11, 12, 13, 14, 15, 16])("no signature stands alone on a page, after %i lines", async (count) => {
  const [closing, signature] = await pagesOf(
    { ...letter, blocks: lines(count) },
    "(query(<closing>), query(<signature>)).map(one => one.first().location().page())",
  );
  expect(closing).toBe(signature);
});

test("in Word the last words, the signature and what stands below it hold together", async () => {
  const { "word/document.xml": xml = "" } = await parts(await docxOf({ ...letter, blocks: lines(3) }));
  const held = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/g)].flatMap(([one]) => (one.includes("<w:keepNext/>") ? [textOf(one)] : []));
  expect(held).toEqual(["第3段", "杜集区交通运输局", "2023年9月22日", "（联系人：李四）"]);
});

test.each(Array.from({ length: 12 }, (_, index) => index + 8))(
  "no group's heading stands at the foot of a page, after %i rows",
  async (count) => {
    const group = { cells: [{ text: "组", span: 2, label: true }], height: 9 };
    const rows = [listRow(["栏", "栏"], true), ...Array.from({ length: count }, () => listRow(["行", "行"])), group, listRow(["首", "首"])];
    const list: OfficialPaper = {
      ...{
        ...letter,
        head: null,
        mark: null,
        documentNo: null,
        addressee: null,
        signature: null,
        contact: null,
        copies: null,
        lying: true,
      },
      blocks: [{ kind: "table", columns: [100, 125], rows, heading: 1 }],
    };
    const [heading, first] = await pagesOf(
      list,
      '("组", "首").map(word => query(<cell>).find(one => one.value == word).location().page())',
    );
    expect(heading).toBe(first);
  },
);
