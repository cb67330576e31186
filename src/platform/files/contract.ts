import { z } from "@hono/zod-openapi";
import { contract } from "../http/contract.ts";

/** Identifiers of files taken in before, as the input of a step that can have papers. */
export const Attachments = z.array(z.uuid()).max(9);

/** Which size of a picture is wanted; documents have one only. */
export const SizeQuery = z.object({ size: z.enum(["whole", "small"]).default("whole") });

export const AttachmentView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    /** In bytes. */
    size: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.infer<typeof AttachmentView>;

/** What a step and its fact keep of a file: enough to prove later that it is the same one. */
export interface Attached {
  readonly id: string;
  readonly digest: string;
}

const Id = z.object({ id: z.uuid() });
const own = { tag: "files", access: "signed-in" } as const;

export const fileContracts = {
  take: contract({
    ...own,
    method: "post",
    path: "/api/files",
    name: "take_in_file",
    summary: "Take in a photo or a document, to be named by a later step; unused ones are thrown away after a day",
    body: z.strictObject({ file: z.file().openapi({ type: "string", format: "binary" }) }),
    output: AttachmentView,
    status: 201,
    bytes: "in",
    transaction: "own",
  }),
  look: contract({
    ...own,
    method: "get",
    path: "/api/files/{id}",
    name: "get_file",
    summary: "A file of mine that is not used yet",
    params: Id,
    query: SizeQuery,
    status: 200,
    bytes: "out",
  }),
};
