import { z } from "@hono/zod-openapi";

/** `?limit&cursor`: the cursor is opaque and comes from the page before. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

export interface Page<Item> {
  items: Item[];
  /** Ask for the following page with it; null on the last. */
  next: string | null;
}

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Where a page ends, as the caller gets it. */
export const cursorAt = (keys: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(keys)).toString("base64url");

/** The keys inside a cursor; undefined for none, or for one that no page ever gave. */
export function keysAt(cursor: string | undefined, count: number): (string | number | null)[] | undefined {
  if (!cursor) return undefined;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(keys) && keys.length === count && keys.every(isKey) ? keys : undefined;
  } catch {
    return undefined;
  }
}

const isKey = (key: unknown): key is string | number | null => key === null || typeof key === "string" || typeof key === "number";
