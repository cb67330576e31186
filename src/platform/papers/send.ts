import { setImmediate as others } from "node:timers/promises";
import type { DateISO } from "../clock/instant.ts";
import { attached } from "../files/send.ts";
import { docxOf } from "./docx.ts";
import type { OfficialPaper, PaperFormat } from "./paper.ts";
import { pdfOf } from "./pdf.ts";
import { type Packed, zipOf } from "./zip.ts";

const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  zip: "application/zip",
} as const;

/** A paper as an answer: PDF opens in the page, Word is saved. */
export const sendPaper = async (paper: OfficialPaper, format: PaperFormat): Promise<Response> =>
  answer(await bytesOf(paper, format), paper.name, format);

interface Together {
  readonly name: string;
  readonly papers: readonly OfficialPaper[];
  /** The day that the files bear. */
  readonly on: DateISO;
}

/** Some tens of papers as one ZIP, numbered in their order. */
export async function sendPapers({ name, papers, on }: Together, format: PaperFormat): Promise<Response> {
  const files: Packed[] = [];
  for (const [index, paper] of papers.entries()) {
    files.push({ name: `${String(index + 1).padStart(2, "0")} ${paper.name}.${format}`, bytes: await bytesOf(paper, format) });
    // A paper is laid out without a pause: whoever else waits comes before the next one.
    await others();
  }
  return answer(await zipOf(files, on), name, "zip");
}

const bytesOf = (paper: OfficialPaper, format: PaperFormat) => (format === "pdf" ? pdfOf(paper) : docxOf(paper));

const answer = (bytes: Uint8Array<ArrayBuffer>, name: string, ending: keyof typeof mediaTypes): Response =>
  new Response(bytes, {
    headers: {
      "content-type": mediaTypes[ending],
      "content-disposition": attached(ending === "pdf" ? "inline" : "attachment", `${name}.${ending}`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
