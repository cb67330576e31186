import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** As much of what the bundler made as is looked at here. */
interface Made {
  readonly type: "chunk" | "asset";
  readonly fileName: string;
  readonly isEntry?: boolean;
  /** The sources in it. */
  readonly moduleIds?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> };
}

interface Wanted {
  /** The source of the page that opens without a line. */
  readonly page: RegExp;
  /** Sources that the shell fetches only when they are asked for, and that the page does without. */
  readonly without: RegExp;
}

export interface Build {
  /** Another build has another name. */
  readonly name: string;
  /** The script that the client's page begins with. */
  readonly entry: string;
  readonly files: readonly string[];
  /** What a reader of another language needs besides. */
  readonly languages: Readonly<Record<string, readonly string[]>>;
}

const of = ({ moduleIds = [] }: Made, source: RegExp): RegExpExecArray | undefined =>
  moduleIds.map((id) => source.exec(id)).find((found) => found !== null);
const catalogue = /\/messages\/([\w-]+)\.json$/;

/** Which files of a build the page needs: those of the shell and its own, with everything that either fetches on the way. */
export function buildOf(bundle: Readonly<Record<string, Made>>, { page, without }: Wanted, document: string): Build {
  const made = Object.values(bundle);
  const [entry, own] = [made.find(({ isEntry }) => isEntry), made.find((one) => of(one, page))];
  if (!entry || !own) throw new Error(`the build has no page ${page} to open without a line`);
  const files = new Set<string>();
  const languages: Record<string, string[]> = {};
  const take = (fileName: string): void => {
    const one = bundle[fileName];
    if (!one || files.has(fileName)) return;
    files.add(fileName);
    for (const style of one.viteMetadata?.importedCss ?? []) files.add(style);
    for (const next of one.imports ?? []) take(next);
    for (const next of one.dynamicImports ?? []) later(next, one === own);
  };
  const later = (fileName: string, ofPage: boolean): void => {
    const one = bundle[fileName];
    if (!one || files.has(fileName)) return;
    const language = of(one, catalogue)?.[1];
    if (language) languages[language] = [...(languages[language] ?? []), `/${fileName}`];
    else if (ofPage || !of(one, without)) take(fileName);
  };
  for (const { fileName } of [entry, own]) take(fileName);
  const said = { entry: `/${entry.fileName}`, files: [...files].map((file) => `/${file}`), languages };
  const name = createHash("sha256")
    .update(`${JSON.stringify(said)}${document}`)
    .digest("hex")
    .slice(0, 12);
  return { name, ...said };
}

const source = new URL("./worker.js", import.meta.url);
export const workerFile = "without-line.js";

/** The worker of this build, as the browser fetches it. */
export const workerOf = (build: Build): string => `const build = ${JSON.stringify(build)};\n${readFileSync(source, "utf8")}`;

/** Lays beside the client the worker that opens one of its pages without a line, with the names of the files it needs. */
export const opensWithoutLine = (wanted: Wanted): Plugin => ({
  name: "opens-without-line",
  apply: "build",
  enforce: "post",
  generateBundle(_options, bundle) {
    const document = bundle["index.html"];
    const build = buildOf(bundle, wanted, document?.type === "asset" ? String(document.source) : "");
    this.emitFile({ type: "asset", fileName: workerFile, source: workerOf(build) });
  },
});
