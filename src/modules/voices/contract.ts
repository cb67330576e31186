import { z } from "@hono/zod-openapi";
import { Attachments, AttachmentView, SizeQuery } from "../../platform/files/contract.ts";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { transitionOf } from "./lifecycle.ts";
import {
  channels,
  endings,
  enteredChannels,
  escalations,
  publicities,
  voiceGrades,
  voiceMeasures,
  voiceRelations,
  voiceStates,
} from "./terms.ts";
import { verbs } from "./verbs.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const Named = z.object({ id: z.uuid(), name: text });
const Sentence = z.object({
  code: text,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  source: z.string().optional(),
});

export const VoiceLine = z
  .object({
    id: z.uuid(),
    label: text,
    /** The beginning of what was said. */
    title: text,
    status: z.enum(voiceStates),
    channel: z.enum(channels),
    category: text,
    areaName: text,
    place: maybe,
    urgent: z.boolean(),
    stationName: maybe,
    unitName: maybe,
    takerName: maybe,
    joiners: z.int(),
    receivedAt: text,
    dueOn: maybe,
    /** Where it was found; given to a search only. */
    match: z
      .object({ field: z.enum(["words", "answer"]), text })
      .nullable()
      .optional(),
  })
  .meta({ id: "VoiceLine" });

export const VoiceView = z
  .object({
    id: z.uuid(),
    label: text,
    words: text,
    additions: z.array(z.object({ id: z.uuid(), words: text, byVoter: z.boolean(), at: text })),
    channel: z.enum(channels),
    category: text,
    areaId: z.uuid(),
    areaName: text,
    place: maybe,
    longitude: z.number().nullable(),
    latitude: z.number().nullable(),
    urgent: z.boolean(),
    station: Named.nullable(),
    receptionId: z.uuid().nullable(),
    /** To whom it was spoken. */
    deputy: Named.nullable(),
    receiver: Named,
    unit: Named.nullable(),
    taker: Named.nullable(),
    joinedTo: z.object({ id: z.uuid(), label: text, gist: text }).nullable(),
    joined: z.array(z.object({ id: z.uuid(), label: text, gist: text, receivedAt: text })),
    status: z.enum(voiceStates),
    round: z.int(),
    tries: z.int(),
    spokenAt: text,
    receivedAt: text,
    answeredAt: maybe,
    closedAt: maybe,
    ending: z.enum(endings).nullable(),
    escalation: z.enum(escalations).nullable(),
    opinionId: z.uuid().nullable(),
    suggestionId: z.uuid().nullable(),
    publicity: z.enum(publicities),
    publicWords: maybe,
    reopened: z.boolean(),
    /** There is a name or a telephone to be opened with a reason. */
    hasContact: z.boolean(),
    reachable: z.boolean(),
    shareContact: z.boolean(),
    answers: z.array(
      z.object({
        id: z.uuid(),
        round: z.int(),
        answer: maybe,
        outcome: maybe,
        solved: z.boolean(),
        answeredOn: text,
        grade: z.enum(voiceGrades).nullable(),
        gradeReasons: maybe,
        gradedAt: maybe,
        gradedBy: z.enum(["voter", "visitor"]).nullable(),
      }),
    ),
    clocks: z.array(
      z.object({ id: z.uuid(), key: text, startsOn: text, dueOn: text, stoppedOn: maybe, paused: z.boolean(), steps: z.array(Sentence) }),
    ),
    timeline: z.array(
      z.object({
        id: z.uuid(),
        verb: text,
        at: text,
        byName: maybe,
        actingFor: maybe,
        fromStatus: z.enum(voiceStates),
        toStatus: z.enum(voiceStates),
        note: maybe,
        data: z.record(z.string(), z.unknown()),
        attachments: z.array(AttachmentView),
      }),
    ),
    relations: z.array(z.enum(voiceRelations)),
    can: z.array(text),
    cannot: z.array(z.object({ verb: text, reasons: z.array(Sentence) })),
    version: z.int(),
  })
  .meta({ id: "Voice" });

/** Name and telephone of whoever spoke, as given. */
export const Contact = z
  .strictObject({
    name: z.string().trim().min(1).max(40).nullable().default(null),
    phone: z
      .string()
      .trim()
      .regex(/^\+?\d[\d\s-]{4,18}\d$/)
      .nullable()
      .default(null),
  })
  .meta({ id: "VoiceContact" });

/** What someone says, by whatever way it comes. */
export const spokenShape = {
  /** Chosen by the form, by chance: sent again after a lost connection, it makes nothing twice and gets the same receipt. */
  submission: z.uuid(),
  words: z.string().trim().min(4).max(2000),
  category: z.string().max(40).default("other"),
  areaId: z.uuid().nullable().default(null),
  place: z.string().trim().min(1).max(200).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  urgent: z.boolean().default(false),
  stationId: z.uuid().nullable().default(null),
  mandateId: z.uuid().nullable().default(null),
  contact: Contact.nullable().default(null),
  attachments: Attachments.optional(),
  /** The speaker may show these photos, and whoever is on them agrees. */
  photoConsent: z.boolean().default(false),
} as const;

export const Entry = z.strictObject({
  ...spokenShape,
  channel: z.enum(enteredChannels),
  receptionId: z.uuid().nullable().default(null),
  /** When it was said, where it is written down later. */
  spokenAt: z.iso.datetime().nullable().default(null),
  /** How long ago it was said: for a phone that was without a line, whose own clock need not be right. */
  minutesAgo: z.int().min(0).max(527_040).nullable().default(null),
});

const Written = z.object({ id: z.uuid(), label: text, receipt: text }).meta({ id: "WrittenVoice" });

const read = { tag: "voices", access: "scope:voices", method: "get", status: 200 } as const;
/** Not remembered for a repetition, as other answers are: receipts and contacts lie open nowhere, not even for a day. */
const toldOnce = { transaction: "own" } as const;
const flag = z.enum(["true", "false"]).optional();
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]).optional();

const AlikeLine = VoiceLine.omit({ match: true }).extend({
  words: z.array(text),
  samePlace: z.boolean(),
  /** The same telephone was given with both. */
  sameSpeaker: z.boolean(),
  metres: z.int().nullable(),
  daysApart: z.int(),
  /** What was said, whole: to be read side by side. */
  text,
});

export const voiceContracts = {
  list: contract({
    ...read,
    path: "/api/voices",
    name: "list_voice",
    summary: "Voters' voices in my sight",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      status: oneOrMore(z.enum(voiceStates)),
      channel: oneOrMore(z.enum(channels)),
      category: z.string().max(40).optional(),
      areaId: z.uuid().optional(),
      stationId: z.uuid().optional(),
      receptionId: z.uuid().optional(),
      unitId: z.uuid().optional(),
      /** Those that grew into this opinion. */
      opinionId: z.uuid().optional(),
      /** Those that grew into this suggestion, at once or through an opinion. */
      suggestionId: z.uuid().optional(),
      /** The year in which they were received. */
      year: z.coerce.number().int().min(2000).max(2100).optional(),
      /** Those heard at a station that count as this in its figures today. */
      counted: z.enum(voiceMeasures).optional(),
      mine: flag,
      open: flag,
      urgent: flag,
      overdue: flag,
      sort: z.enum(["received", "-received", "due"]).default("-received"),
    }),
    output: pageOf(VoiceLine).extend({ counts: z.record(z.string(), z.int()) }),
  }),
  get: contract({
    ...read,
    path: "/api/voices/{id}",
    name: "get_voice",
    summary: "One voice, its timeline, and what I can do",
    params: Id,
    output: VoiceView,
    versioned: true,
  }),
  attachment: contract({
    ...read,
    path: "/api/voices/{id}/attachments/{fileId}",
    name: "get_voice_attachment",
    summary: "A photo or document of a voice in my sight",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  similar: contract({
    ...read,
    path: "/api/voices/{id}/similar-voices",
    name: "list_similar_voice",
    summary: "Voices that may be of the same matter, with the reasons why",
    params: Id,
    output: z.object({ items: z.array(AlikeLine) }),
  }),
  recommended: contract({
    ...read,
    path: "/api/voices/{id}/recommended-units",
    name: "list_recommended_unit",
    summary: "Units that voices like this one went to, with those voices",
    params: Id,
    output: z.object({
      items: z.array(
        z.object({
          unit: Named,
          answered: z.int(),
          solved: z.int(),
          handedBack: z.int(),
          voices: z.array(z.object({ id: z.uuid(), label: text, gist: text, status: z.enum(voiceStates), handedBack: z.boolean() })),
        }),
      ),
    }),
  }),
  codes: contract({
    ...read,
    path: "/api/voice-codes",
    name: "list_voice_code",
    summary: "Categories, and what is not taken with where to go, by the rules in force",
    output: z.object({
      categories: z.array(z.object({ code: text, name: text })),
      elsewhere: z.array(z.object({ code: text, name: text, where: text })),
    }),
  }),
  enter: contract({
    tag: "voices",
    access: "verb:voices.enter",
    method: "post",
    path: "/api/voices",
    name: "enter_voice",
    summary: "Write down what someone said; gives the receipt to hand over",
    body: Entry,
    output: Written,
    status: 201,
    ...toldOnce,
  }),
  enterAll: contract({
    tag: "voices",
    access: "verb:voices.enter",
    method: "post",
    path: "/api/voice-batches",
    name: "enter_voices",
    summary: "Write down what was kept on the phone while there was no line; each entry is answered on its own",
    body: z.strictObject({ entries: z.array(Entry).min(1).max(50) }),
    output: z.object({
      results: z.array(
        z.object({
          submission: z.uuid(),
          written: Written.nullable(),
          refusal: z.object({ reasons: z.array(Sentence), fields: z.array(Sentence.extend({ field: text })) }).nullable(),
        }),
      ),
    }),
    status: 201,
    ...toldOnce,
  }),
  openContact: contract({
    tag: "voices",
    access: "verb:voices.open_contact",
    method: "post",
    path: `/api/voices/{id}/${transitionOf("open_contact").path}`,
    name: "voice_open_contact",
    summary: "Name and telephone of whoever spoke, with the reason for asking; the asking is kept",
    params: Id,
    body: verbs.open_contact.input,
    output: z.object({ name: maybe, phone: maybe }),
    status: 201,
    ...toldOnce,
  }),
};
