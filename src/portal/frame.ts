import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { html, raw } from "hono/html";
import type { PageCall, Piece, PublicWay } from "../platform/http/page.ts";

const css = readFileSync(new URL("./style.css", import.meta.url), "utf8").replaceAll(/\s*\n\s*/g, "");
/** The style sheet, the same for every page, and so fetched once. Its name tells its content. */
export const style = { css, path: `/portal/style-${createHash("sha256").update(css).digest("hex").slice(0, 10)}.css` };

export interface Content {
  /** What the page is about; stands in the title of the window, and above it unless the body says it itself. */
  readonly title: string;
  readonly body: Piece | readonly Piece[];
  readonly status?: number;
  /** A page that shows one voter's matter is kept by nobody on the way. */
  readonly confidential?: boolean;
  /** A small script that makes the page more comfortable; it works without. */
  readonly script?: string;
  /** Feeds and other forms of the same thing. */
  readonly links?: readonly { readonly type: string; readonly href: string; readonly title: string }[];
}

/** A whole page: the same head and foot for all, and the content between. */
export async function page(
  call: PageCall,
  { title, body, status = 200, confidential = false, script, links = [] }: Content,
): Promise<Response> {
  const { words, language, large } = call;
  const text = await html`<!DOCTYPE html>
<html lang="${language}"${large ? html` class="large"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#a8201a">
${confidential ? html`<meta name="robots" content="noindex">` : ""}
<title>${title} - ${words("portal.name")}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style.path}">
${links.map(({ type, href, title: name }) => html`<link rel="alternate" type="${type}" href="${href}" title="${name}">`)}
${script ? html`<script src="${script}" defer></script>` : ""}
</head>
<body>
<a class="skip" href="#main">${words("portal.skip")}</a>
<header class="top"><div class="wide">
<a class="name" href="/portal">${words("portal.name")}<small>${words("portal.of", { district: call.districtName })}</small></a>
${call.request.method === "POST" ? "" : reading(call)}
</div></header>
<nav class="ways" aria-label="${words("portal.ways")}"><ul class="wide">
${call.ways.filter(({ under }) => under === undefined).map((way) => html`<li><a href="${way.path}"${isHere(call, way) ? raw(' aria-current="page"') : ""}>${words(way.words)}</a></li>`)}
</ul></nav>
<main class="wide" id="main" tabindex="-1">
${body}
</main>
<footer class="foot"><div class="wide">
<a href="/portal/privacy">${words("portal.privacy.title")}</a> <a href="/portal/accessibility">${words("portal.accessibility.title")}</a> <a href="/sign-in">${words("portal.sign_in")}</a>
</div></footer>
</body>
</html>`;
  return new Response(String(text), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "cache-control": confidential ? "no-store" : "no-cache",
    },
  });
}

/** Sends the reader on after a form, so that going back or reloading does not send it again. */
export const onward = (path: string, headers: Record<string, string> = {}): Response =>
  new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store", ...headers } });

/** Ways to read otherwise. Not on the answer to a form: a link asks anew, and what was typed would be gone. */
const reading = (call: PageCall): Piece => {
  const { language, large, url, words } = call;
  return html`<span class="reading"><a href="${asking(url, "print", large ? "plain" : "large")}">${words(large ? "portal.plain_print" : "portal.large_print")}</a>
<a href="${asking(url, "lang", language === "en" ? "zh-CN" : "en")}" lang="${language === "en" ? "zh-CN" : "en"}">${language === "en" ? "中文" : "English"}</a></span>`;
};

/** The page stands at this way or beneath it, or at one that stands beneath it in the menu. */
const isHere = ({ url, ways }: PageCall, { path }: PublicWay): boolean =>
  [path, ...ways.filter(({ under }) => under === path).map((way) => way.path)].some(
    (one) => url.pathname === one || (one !== "/portal" && url.pathname.startsWith(`${one}/`)),
  );

function asking(url: URL, name: string, value: string): string {
  const asked = new URLSearchParams(url.search);
  asked.set(name, value);
  return `?${asked}`;
}
