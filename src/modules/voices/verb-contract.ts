import { z } from "@hono/zod-openapi";
import { Attachments } from "../../platform/files/contract.ts";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { VoiceView } from "./contract.ts";
import { type Row, transitionOf, type VoiceVerb, voiceVerbs } from "./lifecycle.ts";
import { verbs } from "./verbs.ts";

/** What a deputy types when a voice grows into something of his; the thing itself is made by the product. */
const Grown = z.strictObject({
  title: z.string().trim().min(4).max(60),
  content: z.string().trim().min(10).max(2000),
  category: z.string().max(40).nullable().default(null),
});

const isGrowing = (verb: VoiceVerb): boolean => verb === "become_opinion" || verb === "become_suggestion";

/** Verbs that people of the house perform; the voter's own are performed by receipt. */
const performed = (verb: VoiceVerb): boolean =>
  verb !== "open_contact" && transitionOf(verb).by.some((relation) => relation !== "house" && relation !== "voter");

/** `POST /api/voices/{id}/answers` and its like: one for each verb that a person can perform. */
export const verbContracts = voiceVerbs.filter(performed).map((verb) => ({ verb, contract: verbContract(verb) }));

/** What is typed, and the files that come with it where the table lets files come. */
function inputOf(verb: VoiceVerb) {
  const input = isGrowing(verb) ? Grown : verbs[verb].input;
  const row: Row = transitionOf(verb);
  return row.attaches ? input.extend({ attachments: Attachments.optional() }) : input;
}

function verbContract(verb: VoiceVerb) {
  const { path, source } = transitionOf(verb);
  return contract({
    tag: "voices",
    access: `verb:voices.${verb}`,
    method: "post",
    path: `/api/voices/{id}/${path}`,
    name: `voice_${verb}`,
    summary: `${verb.replaceAll("_", " ")} (${source})`,
    params: z.object({ id: z.uuid() }),
    body: inputOf(verb),
    output: VoiceView,
    status: 201,
  } satisfies Contract);
}
