import { readFile } from "node:fs/promises";
import encodeQR from "qr";
import { characterPitch, edges, linePitch, lying, page, red, size } from "./layout.ts";
import { type OfficialPaper, printable } from "./paper.ts";

/** The paper as PDF, with its fonts inside. The same paper gives the same bytes. */
export async function pdfOf(paper: OfficialPaper): Promise<Uint8Array<ArrayBuffer>> {
  engine ??= start();
  const { compiler, layout } = await engine;
  const bytes = compiler.pdf({ mainFileContent: layout, inputs: inputsOf(paper) }, { creationTimestamp: 0 });
  // What has been laid out is kept only for the next few papers.
  compiler.evictCache(10);
  return new Uint8Array(bytes);
}

/** What the layout reads: the paper, and the measures of its page. */
export function inputsOf(paper: OfficialPaper): { paper: string; grid: string } {
  const area = paper.lying ? lying : page;
  const grid = { ...area, ...size, ...edges(area), linePitch, characterPitch, red };
  return { paper: JSON.stringify(drawn(printable(paper))), grid: JSON.stringify(grid) };
}

/** Codes come to the typesetter as drawings. */
const drawn = (paper: OfficialPaper) => ({
  ...paper,
  blocks: paper.blocks.map((block) =>
    block.kind === "code" ? { ...block, drawing: encodeQR(block.text, "svg", { ecc: "medium", border: 2 }) } : block,
  ),
});

let engine: ReturnType<typeof start> | undefined;

/** 宋体 for everything that is read, 黑体 for heads; woff2 would silently be replaced by another font. */
const fonts = [
  "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
];

/** The compiler is large: made at the first paper and kept. */
export async function start() {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler");
  const fontBlobs = await Promise.all(fonts.map((font) => readFile(new URL(import.meta.resolve(font)))));
  const layout = await readFile(new URL("./layout.typ", import.meta.url), "utf8");
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs }] }), layout };
}
