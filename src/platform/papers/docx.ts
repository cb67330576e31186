import type * as Docx from "docx";
import encodeQR from "qr";
import { characterPitch, edges, linePitch, lying, page, red, size, twips } from "./layout.ts";
import { type Block, isLow, type OfficialPaper, printable, type Row } from "./paper.ts";

/** The paper for Word and WPS, naming the fonts that offices have. */
export async function docxOf(given: OfficialPaper): Promise<Uint8Array<ArrayBuffer>> {
  docx ??= await import("docx");
  const paper = printable(given);
  const document = new docx.Document({
    creator: "",
    title: paper.name,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: run(fonts.body, size.body) } } },
    sections: [{ properties: section(paper), headers: headers(paper), footers: footers(), children: content(paper) }],
  });
  return new Uint8Array(await docx.Packer.toArrayBuffer(document));
}

let docx: typeof Docx;

const fonts = { body: "仿宋_GB2312", title: "方正小标宋简体", heading: "黑体" } as const;
const font = (name: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: name, cs: name });
/** 28 characters of 3号 are wider than a line by a hair: each gives way a little, in every program alike, which a grid of characters does not. */
const narrowed = Math.floor((characterPitch - size.body) * 20);
const run = (name: string, points: number) => ({
  ...{ font: font(name), size: points * 2 },
  ...(points === size.body ? { characterSpacing: narrowed } : {}),
});
const exact = (points: number) => ({ line: Math.floor(points * 20), lineRule: docx.LineRuleType.EXACT });

function section(paper: OfficialPaper): Docx.ISectionPropertiesOptions {
  const area = paper.lying ? lying : page;
  const { right, bottom } = edges(area);
  return {
    titlePage: paper.head !== null,
    page: {
      // The writer turns a page that lies down by itself.
      size: {
        width: twips(page.width),
        height: twips(page.height),
        ...(paper.lying ? { orientation: docx.PageOrientation.LANDSCAPE } : {}),
      },
      margin: {
        top: twips(area.top),
        left: twips(area.left),
        right: twips(right),
        bottom: twips(bottom),
        header: twips(20),
        footer: twips(24),
      },
    },
    // Rows of a list or a form are lower than a line of the grid.
    ...(paper.lying || paper.head === null ? {} : { grid: { type: docx.DocumentGridType.LINES, linePitch: Math.floor(linePitch * 20) } }),
  };
}

interface Look {
  readonly name?: string;
  readonly points?: number;
  readonly color?: string;
  readonly pitch?: number;
}

/** A paragraph; line breaks inside its text stay line breaks. */
function paragraph(
  text: string,
  options: Docx.IParagraphOptions = {},
  { name = fonts.body, points = size.body, color, pitch = linePitch }: Look = {},
) {
  const children = text
    .split("\n")
    .map(
      (line, index) =>
        new docx.TextRun({ text: line, ...run(name, points), ...(color ? { color } : {}), ...(index > 0 ? { break: 1 } : {}) }),
    );
  return new docx.Paragraph({ spacing: exact(pitch), ...options, children });
}

const indented = { indent: { firstLine: Math.round(characterPitch * 40) } };
const rule = (style: "thickThin" | "thinThick") => ({
  style: style === "thickThin" ? docx.BorderStyle.THICK_THIN_SMALL_GAP : docx.BorderStyle.THIN_THICK_SMALL_GAP,
  size: 24,
  color: red,
  space: 4,
});
const wide = { left: -twips(7), right: -twips(7) };

function content(paper: OfficialPaper): (Docx.Paragraph | Docx.Table)[] {
  const { AlignmentType } = docx;
  const start =
    paper.mark && paper.head === null ? [paragraph(paper.mark, { alignment: AlignmentType.RIGHT }, { name: fonts.heading })] : [];
  return [
    ...start,
    ...(paper.head === null ? [] : letterHead(paper.head, paper.mark, paper.documentNo)),
    paragraph(
      paper.title,
      { alignment: AlignmentType.CENTER, spacing: { ...exact(linePitch), after: Math.round(linePitch * 20) } },
      { name: fonts.title, points: size.title },
    ),
    ...(paper.addressee ? [paragraph(paper.addressee)] : []),
    ...paper.blocks.map((block, index) => blockOf(block, paper.signature !== null && index === paper.blocks.length - 1)),
    ...(paper.signature ? signature(paper.signature, paper.contact !== null || paper.copies !== null) : []),
    ...(paper.contact ? [paragraph(`（${paper.contact}）`, { ...indented, keepNext: paper.copies !== null })] : []),
    ...(paper.copies ? [copies(paper.copies)] : []),
  ];
}

function letterHead(head: string, mark: string | null, documentNo: string | null): Docx.Paragraph[] {
  const { AlignmentType } = docx;
  const points = Math.min(size.head, Math.floor(440 / Math.max([...head].length, 1)));
  return [
    ...(mark ? [paragraph(mark, { alignment: AlignmentType.RIGHT }, { name: fonts.heading })] : []),
    paragraph(
      head,
      { alignment: AlignmentType.CENTER, border: { bottom: rule("thickThin") }, indent: wide },
      { name: fonts.title, points, color: red, pitch: points * 1.5 },
    ),
    paragraph(documentNo ?? "", {
      alignment: AlignmentType.RIGHT,
      spacing: { ...exact(linePitch), before: 120, after: Math.round(linePitch * 20) },
    }),
  ];
}

/** A heading stays with what it heads, the last words with the signature. */
function blockOf(block: Block, isClosing: boolean): Docx.Paragraph | Docx.Table {
  if (block.kind === "table") return table(block);
  if (block.kind === "code") return code(block);
  return paragraph(
    block.text,
    { ...indented, alignment: docx.AlignmentType.BOTH, keepNext: isClosing || block.kind === "heading" },
    { name: block.kind === "heading" ? fonts.heading : fonts.body },
  );
}

/** As points without edges that blur: each module of the code is eight pixels. */
function code({ text, width }: Extract<Block, { kind: "code" }>): Docx.Paragraph {
  const side = Math.round((width / 25.4) * 96);
  const data = encodeQR(text, "gif", { ecc: "medium", scale: 8, border: 2 });
  const picture = new docx.ImageRun({
    type: "gif",
    data,
    transformation: { width: side, height: side },
    altText: { name: text, title: text, description: text },
  });
  return new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, spacing: { before: 120, after: 120 }, children: [picture] });
}

function table({ columns, rows, heading = 0 }: Extract<Block, { kind: "table" }>): Docx.Table {
  const look = heading > 0 ? { points: size.list, pitch: 15 } : { points: size.small, pitch: 22 };
  const cell = ({ text, span, label }: Row["cells"][number]) =>
    new docx.TableCell({
      columnSpan: span,
      verticalAlign: docx.VerticalAlignTable.CENTER,
      margins: { left: twips(2), right: twips(2), top: twips(1), bottom: twips(1) },
      children: text.split("\n").map((line) =>
        // The heading of a group stays with the first row of it.
        paragraph(line, label ? { alignment: docx.AlignmentType.CENTER, keepNext: heading > 0 } : {}, {
          name: label ? fonts.heading : fonts.body,
          ...look,
        }),
      ),
    });
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    columnWidths: columns.map(twips),
    width: { size: twips(columns.reduce((sum, width) => sum + width, 0)), type: docx.WidthType.DXA },
    rows: rows.map(
      (one, index) =>
        new docx.TableRow({
          height: { value: twips(one.height), rule: docx.HeightRule.ATLEAST },
          children: one.cells.map(cell),
          cantSplit: heading > 0 || isLow(one),
          ...(heading > 0 ? { tableHeader: index < heading } : {}),
        }),
    ),
  });
}

/** The longer of unit and date ends two characters before the edge, the other stands in the middle of it. */
function signature({ unit, date }: NonNullable<OfficialPaper["signature"]>, isFollowed: boolean): Docx.Paragraph[] {
  const widest = Math.max(charactersIn(unit), charactersIn(date));
  const at = (text: string) => ({
    alignment: docx.AlignmentType.RIGHT,
    keepLines: true,
    indent: { right: Math.round(characterPitch * 20 * (2 + (widest - charactersIn(text)) / 2)) },
  });
  return [
    paragraph(unit, { ...at(unit), keepNext: true, spacing: { ...exact(linePitch), before: Math.round(linePitch * 20) } }),
    paragraph(date, { ...at(date), keepNext: isFollowed }),
  ];
}

/** How wide a line is, in characters: digits and letters are half as wide. */
const charactersIn = (text: string): number => [...text].reduce((sum, one) => sum + (one <= "\u00ff" ? 0.5 : 1), 0);

function copies(text: string): Docx.Paragraph {
  const line = { style: docx.BorderStyle.SINGLE, size: 8, color: "000000", space: 4 };
  const spacing = { ...exact(22), before: Math.round(linePitch * 20) };
  return paragraph(text, { border: { top: line, bottom: line }, spacing }, { points: size.small });
}

function headers(paper: OfficialPaper) {
  if (!paper.draft) return {};
  const draft = paragraph(
    paper.draft,
    { alignment: docx.AlignmentType.CENTER },
    { name: fonts.heading, points: size.small, color: "707070" },
  );
  const header = new docx.Header({ children: [draft] });
  return { default: header, even: header, first: header };
}

/** "— 1 —", on the outer side of the leaf; the first page of a letter has a line instead of a number. */
function footers() {
  const look = run("宋体", size.small);
  const number = (side: "left" | "right") =>
    new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment: docx.AlignmentType[side === "left" ? "LEFT" : "RIGHT"],
          indent: { [side]: size.small * 20 },
          children: [new docx.TextRun({ ...look, children: ["— ", docx.PageNumber.CURRENT, " —"] })],
        }),
      ],
    });
  const line = new docx.Paragraph({ border: { top: rule("thinThick") }, indent: wide, children: [] });
  return { default: number("right"), even: number("left"), first: new docx.Footer({ children: [line] }) };
}
