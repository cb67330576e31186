import { z } from "zod";

/** Kinds of input that many verbs share. */
export const words = (max: number, min = 1) => z.string().trim().min(min).max(max);
export const maybeWords = (max: number) => z.string().trim().max(max).nullable().default(null);
export const day = z.iso.date();
export const maybeDay = z.iso.date().nullable().default(null);
export const id = z.uuid();
export const maybeId = z.uuid().nullable().default(null);
export const note = z.strictObject({ note: maybeWords(2000) });
export const reasoned = z.strictObject({ note: words(2000, 2) });
