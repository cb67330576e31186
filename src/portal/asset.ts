import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { PublicPage } from "../platform/http/page.ts";

/** A small script as a page of its own. Its address tells its content, so that it is fetched once and never stale. */
export function scriptPage(file: URL, name: string): PublicPage {
  const text = readFileSync(file, "utf8");
  const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" };
  return {
    method: "get",
    path: `/portal/${name}-${createHash("sha256").update(text).digest("hex").slice(0, 10)}.js`,
    handle: async () => new Response(text, { headers }),
  };
}
