export const paperFormats = ["docx", "pdf"] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** An official paper as data (公文, GB/T 9704-2012); `docx.ts` and `pdf.ts` write the same paper from it. */
export interface OfficialPaper {
  /** The file's name without its ending. */
  readonly name: string;
  /** The organisation in red at the head of a letter (信函格式); null for forms and sheets. */
  readonly head: string | null;
  readonly documentNo: string | null;
  /** Top right on the first page, such as the class of a reply. */
  readonly mark: string | null;
  /** Stands on every page until the paper has been signed. */
  readonly draft: string | null;
  readonly title: string;
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  readonly signature: { readonly unit: string; readonly date: string } | null;
  /** In brackets below the signature. */
  readonly contact: string | null;
  readonly copies: string | null;
  /** Lists lie down: wider than high. */
  readonly lying?: true;
}

export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly text: string }
  /** An address to be read by a phone: a QR code in the middle, so many millimetres wide. */
  | { readonly kind: "code"; readonly text: string; readonly width: number }
  /** Columns are widths in millimetres; together they fill the 156 mm of the type area, or 225 mm where it lies down. */
  | {
      readonly kind: "table";
      readonly columns: readonly number[];
      readonly rows: readonly Row[];
      /** So many rows stand at the head of every page; such a table is a list, in small letters. */
      readonly heading?: number;
    };

export interface Row {
  readonly cells: readonly Cell[];
  /** At least so many millimetres: room to write by hand. */
  readonly height: number;
}

export interface Cell {
  readonly text: string;
  readonly span: number;
  readonly label: boolean;
}

/** Is a row low enough to go over to the next page whole? Longer ones break there, or a page would stand half empty. */
export const isLow = ({ cells }: Row): boolean =>
  cells.every(({ text }) => text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / 24)), 0) <= 10);

/** A row of a list: one text for each column. */
export const listRow = (texts: readonly string[], label = false): Row => ({
  cells: texts.map((text) => ({ text, span: 1, label })),
  height: label ? 9 : 8,
});

/** A row of label and text in turns; the last cell fills what is left of `columns`. */
export function row(columns: number, texts: readonly string[], height = 11): Row {
  const cells = texts.map((text, index) => ({
    text,
    span: index === texts.length - 1 ? columns - texts.length + 1 : 1,
    label: index % 2 === 0,
  }));
  return { cells, height };
}

/** One paragraph for each line; points that follow each other in a line (…；二、…) begin a line of their own. */
export const paragraphs = (text: string): Block[] =>
  text
    .replaceAll(/([；。;])\s*(?=[一二三四五六七八九十]{1,3}、)/g, "$1\n")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ kind: isHeading(line) ? "heading" : "paragraph", text: line }));

const isHeading = (line: string): boolean => line.length <= 24 && /^[一二三四五六七八九十]{1,3}、.*[^。；;.，：:]$/.test(line);

/** The same paper without what no file can carry: control characters and halves of characters. Line breaks stay. */
export function printable<T>(value: T): T;
export function printable(value: unknown): unknown {
  if (typeof value === "string")
    return value
      .toWellFormed()
      .replaceAll(/\t/g, " ")
      .replaceAll(/(?!\n)\p{Cc}|[\uFFFE\uFFFF]/gu, "");
  if (Array.isArray(value)) return value.map((one) => printable(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printable(one)]));
}
