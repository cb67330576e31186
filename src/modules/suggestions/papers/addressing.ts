import type { z } from "@hono/zod-openapi";
import type { SuggestionView } from "../contract.ts";

type View = z.input<typeof SuggestionView>;
type Of = Pick<View, "addressees">;
type Signed = Pick<View["replies"][number], "addressing">;

/** Whom the papers of a reply go to: everyone who is owed an answer, or the leads alone; of a merged suggestion, too (R2.21, R2.30). */
export const addressedBy = ({ addressees }: Of, { addressing }: Signed): View["addressees"] =>
  addressing === "each" ? addressees : addressees.filter(({ role }) => role !== "cosigner");

/** Those who signed with the lead and hear of the reply from him. */
export const passedOnBy = ({ addressees }: Of, { addressing }: Signed): View["addressees"] =>
  addressing === "each" ? [] : addressees.filter(({ role }) => role === "cosigner");
