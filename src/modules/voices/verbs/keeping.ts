import { z } from "zod";
import { reasoned, verb, words } from "./making.ts";

/** More of the same matter, as spoken; what was said before stays as it is. */
export const addWords = verb(z.strictObject({ words: words(2000) }), (_of, typed) => ({ added: typed.words }));

/** What everyone may read, with names and numbers taken out by whoever clears it; nothing takes it back. */
export const clearPublic = verb(z.strictObject({ publicWords: words(2000).nullable() }), (_of, { publicWords }) => ({
  set: { publicity: publicWords === null ? "none" : "public", publicWords },
  data: { publicity: publicWords === null ? "none" : "public" },
}));

/** Sees name and phone, and says why; that it was done is kept, what was seen is not. */
export const openContact = verb(reasoned, (_of, { note }) => ({ note }));
