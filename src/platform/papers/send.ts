import { attached } from "../files/send.ts";
import { docxOf } from "./docx.ts";
import type { OfficialPaper, PaperFormat } from "./paper.ts";
import { pdfOf } from "./pdf.ts";

const mediaTypes = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", pdf: "application/pdf" } as const;

/** A paper as an answer: PDF opens in the page, Word is saved. */
export async function sendPaper(paper: OfficialPaper, format: PaperFormat): Promise<Response> {
  const bytes = await (format === "pdf" ? pdfOf(paper) : docxOf(paper));
  return new Response(bytes, {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": attached(format === "pdf" ? "inline" : "attachment", `${paper.name}.${format}`),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
