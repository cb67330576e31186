import { z } from "@hono/zod-openapi";
import { contract } from "../../platform/http/contract.ts";
import { spokenShape } from "./contract.ts";
import { spokenGrades, voiceStates } from "./terms.ts";

const text = z.string();
const maybe = z.string().nullable();

/** One thing that happened, in plain words: no names but those of offices and of deputies in office. */
const Hop = z
  .object({
    at: text,
    of: z.enum(["voice", "joined_voice", "opinion", "suggestion"]),
    verb: text,
    /** What happened, as a sentence. */
    said: text,
    /** The office or the deputy whose doing it was; null for the voter himself. */
    by: maybe,
    /** What was written for the voter: an answer, a report of progress, where to go. */
    words: maybe,
  })
  .meta({ id: "ThreadHop" });

export const ThreadView = z
  .object({
    label: text,
    words: text,
    additions: z.array(z.object({ words: text, at: text })),
    category: text,
    place: maybe,
    areaName: text,
    stationName: maybe,
    spokenAt: text,
    /** The state of the matter; that of the voice it joined, where it did. */
    status: z.enum(voiceStates),
    statusSaid: text,
    dueOn: maybe,
    /** So many others said the same. */
    together: z.int(),
    hops: z.array(Hop),
    answer: z.object({ answer: maybe, solved: z.boolean(), answeredOn: text, grade: maybe, gradeReasons: maybe }).nullable(),
    photos: z.array(z.object({ id: z.uuid(), name: text, width: z.int().nullable(), height: z.int().nullable() })),
    can: z.array(z.enum(["add_words", "appraise", "reopen", "withdraw"])),
  })
  .meta({ id: "VoiceThread" });

const receipt = z.string().max(60);
const open = { tag: "public", access: "public", method: "post", transaction: "own" } as const;
const District = { district: z.string().max(20).optional() };

export const publicContracts = {
  takePhoto: contract({
    ...open,
    path: "/api/public/voice-photos",
    name: "take_voice_photo",
    summary: "Take in a photo for a voice that is being written; unused ones are thrown away after a day",
    body: z.strictObject({ file: z.file().openapi({ type: "string", format: "binary" }), submission: z.uuid(), ...District }),
    output: z.object({ id: z.uuid(), name: text }),
    status: 201,
    bytes: "in",
  }),
  speak: contract({
    ...open,
    path: "/api/public/voices",
    name: "speak",
    summary: "Say something to the deputies of the district, with or without a name; gives the receipt",
    body: z.strictObject({ ...spokenShape, channel: z.enum(["portal", "qr"]).default("portal"), ...District }),
    output: z.object({ receipt: text, label: text }),
    status: 201,
  }),
  look: contract({
    ...open,
    path: "/api/public/voice-threads",
    name: "look_up_voice",
    summary: "Everything that became of what I said, by its receipt",
    body: z.strictObject({ receipt, ...District }),
    output: ThreadView,
    status: 200,
    hidden: true,
  }),
  photo: contract({
    ...open,
    path: "/api/public/voice-photo-views",
    name: "get_voice_photo",
    summary: "A photo of what I said, by its receipt",
    body: z.strictObject({ receipt, fileId: z.uuid(), size: z.enum(["whole", "small"]).default("small"), ...District }),
    status: 200,
    bytes: "out",
    hidden: true,
  }),
  addWords: contract({
    ...open,
    path: "/api/public/voice-additions",
    name: "add_to_voice",
    summary: "Add words or photos to what I said, by its receipt",
    body: z.strictObject({
      ...{ receipt, words: z.string().trim().min(2).max(2000), submission: z.uuid() },
      ...{ attachments: spokenShape.attachments, photoConsent: spokenShape.photoConsent, ...District },
    }),
    output: ThreadView,
    status: 201,
    hidden: true,
  }),
  appraise: contract({
    ...open,
    path: "/api/public/voice-appraisals",
    name: "appraise_voice_answer",
    summary: "Say whether the answer satisfies me, by the receipt",
    body: z.strictObject({
      receipt,
      grade: z.enum(spokenGrades),
      reasons: z.string().trim().max(2000).nullable().default(null),
      ...District,
    }),
    output: ThreadView,
    status: 201,
    hidden: true,
  }),
  reopen: contract({
    ...open,
    path: "/api/public/voice-reopenings",
    name: "reopen_voice",
    summary: "Open the matter once more, by the receipt",
    body: z.strictObject({ receipt, reasons: z.string().trim().min(2).max(2000), ...District }),
    output: ThreadView,
    status: 201,
    hidden: true,
  }),
  withdraw: contract({
    ...open,
    path: "/api/public/voice-withdrawals",
    name: "withdraw_voice",
    summary: "Take back what I said, by its receipt",
    body: z.strictObject({ receipt, ...District }),
    output: ThreadView,
    status: 201,
    hidden: true,
  }),
};
