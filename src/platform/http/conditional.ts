import { createHash } from "node:crypto";

interface PublicDocument {
  /** With its character set. */
  readonly type: string;
  readonly body: string;
  /** So many seconds it may be kept by whoever asked, and on the way. */
  readonly fresh: number;
}

/** A document for everybody, readable from any site: whoever has it already is told so instead of getting it again. */
export function documentAnswer(request: Request, { type, body, fresh }: PublicDocument): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": `public, max-age=${fresh}`, "access-control-allow-origin": "*", vary: "accept-language" };
  if (named(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": type } });
}

/** RFC 9110 §13.1.2: compared weakly, for a shrunk answer has a weak mark. */
const named = (asked: string | null, etag: string): boolean =>
  asked !== null && (asked.trim() === "*" || asked.split(",").some((one) => one.trim().replace(/^W\//, "") === etag));
