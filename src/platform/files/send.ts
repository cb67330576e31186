import type { Attachment } from "./contract.ts";
import type { FileFolder, Size } from "./folder.ts";
import { kinds } from "./kinds.ts";

/** The bytes of a file as an answer. Pictures and PDF open in the page, everything else is saved; nothing is ever run. */
export async function sendFile(files: FileFolder, file: Attachment, size: Size = "whole"): Promise<Response> {
  const picture = kinds[file.mediaType]?.picture === true;
  const small = size === "small" && picture;
  const found = await files.read(file.id, small ? "small" : "whole");
  if (!found) throw new Error(`the bytes of file ${file.id} are missing`);
  const inline = picture || file.mediaType === "application/pdf";
  return new Response(found.stream, {
    headers: {
      "content-type": small ? "image/webp" : inline ? file.mediaType : "application/octet-stream",
      "content-length": String(found.length),
      "content-disposition": attached(inline ? "inline" : "attachment", file.name),
      // A file never changes; the browser may keep it for whoever was allowed to see it, but asks again tomorrow.
      "cache-control": "private, max-age=86400",
      "x-content-type-options": "nosniff",
    },
  });
}

/** The header that names a file in any script. */
export const attached = (how: "inline" | "attachment", name: string): string => `${how}; filename*=UTF-8''${encoded(name)}`;

/** RFC 8187: what `encodeURIComponent` leaves and the rule does not allow. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
