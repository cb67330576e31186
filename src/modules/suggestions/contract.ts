import { z } from "@hono/zod-openapi";
import { Attachments, AttachmentView, SizeQuery } from "../../platform/files/contract.ts";
import { type Contract, contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { paperFormats } from "../../platform/papers/paper.ts";
import { MeetingView } from "./escalation-contract.ts";
import { transitionOf, type VerbName, verbNames } from "./lifecycle.ts";
import { addressedKinds, issuedKinds, paperKinds } from "./papers/kinds.ts";
import { SupervisionView } from "./supervision-contract.ts";
import {
  addressings,
  caseStates,
  commitmentStates,
  contactStages,
  contactWays,
  grades,
  outcomes,
  partRoles,
  partStates,
  relations,
  requestKinds,
} from "./terms.ts";
import { paper } from "./verbs/raising.ts";
import { verbs } from "./verbs.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();
const Sentence = z
  .object({ code: text, params: z.record(z.string(), z.union([z.string(), z.number()])).optional(), source: z.string().optional() })
  .meta({ id: "Sentence" });
const Named = z.object({ id: z.uuid(), name: text });

const Clock = z
  .object({
    id: z.uuid(),
    key: text,
    partId: maybe,
    startsOn: text,
    dueOn: text,
    stoppedOn: maybe,
    paused: z.boolean(),
    ruleVersion: z.int(),
    daysLeft: z.int(),
    steps: z.array(Sentence),
  })
  .meta({ id: "SuggestionClock" });

const Line = {
  id: z.uuid(),
  label: text,
  title: text,
  status: z.enum(caseStates),
  category: text,
  key: z.boolean(),
  congress: Named,
  sessionNo: z.int().nullable(),
  lead: Named,
  /** The unit that the deputy proposes (R2.17). */
  proposedUnit: Named.nullable(),
  units: z.array(text),
  createdAt: text,
  submittedAt: maybe,
  dueOn: maybe,
};

const match = z.object({ field: z.enum(["title", "reason", "proposal", "reply"]), text }).nullable();

/** `match`: where it was found; given to a search only. */
export const SuggestionLine = z.object({ ...Line, match: match.optional() }).meta({ id: "SuggestionLine" });

export const SuggestionView = z
  .object({
    id: z.uuid(),
    label: text,
    ...paper.shape,
    areaName: maybe,
    congress: Named,
    sessionNo: z.int().nullable(),
    number: z.int().nullable(),
    status: z.enum(caseStates),
    round: z.int(),
    key: z.boolean(),
    reviewer: Named,
    forwarder: Named.nullable(),
    mergedInto: Named.nullable(),
    merged: z.array(Named),
    /** Deputies who are answered, each with the suggestion that is his: those of merged cases, too. */
    addressees: z.array(
      z.object({
        ...{ mandateId: z.uuid(), name: text, role: z.enum(["lead", "cosigner", "merged_lead"]) },
        ...{ title: text, label: text, number: z.int().nullable(), sessionNo: z.int().nullable() },
      }),
    ),
    origin: z.object({ type: text, id: z.uuid() }).nullable(),
    /** Taken over from earlier records. */
    imported: z.boolean(),
    createdAt: text,
    submittedAt: maybe,
    assignedOn: maybe,
    closedAt: maybe,
    signers: z.array(z.object({ mandateId: z.uuid(), name: text, role: z.enum(["lead", "cosigner"]), state: text, at: text })),
    parts: z.array(
      z.object({
        id: z.uuid(),
        unit: Named,
        role: z.enum(partRoles),
        scope: maybe,
        status: z.enum(partStates),
        offeredOn: text,
        handbackRefused: z.boolean(),
        mine: z.boolean(),
      }),
    ),
    contacts: z.array(
      z.object({
        id: z.uuid(),
        partId: maybe,
        stage: z.enum(contactStages),
        way: z.enum(contactWays),
        heldOn: text,
        withWhom: text,
        content: text,
        round: z.int(),
        confirmedAt: maybe,
        byName: text,
      }),
    ),
    replies: z.array(
      z.object({
        id: z.uuid(),
        partId: z.uuid(),
        round: z.int(),
        body: text,
        /** What the body is composed of, where it was written point by point. */
        answers: z.object({ opening: text, points: z.array(z.object({ asked: text, answer: text })), closing: text }).nullable(),
        resultClass: text,
        className: text,
        outcome: z.enum(outcomes),
        reason: maybe,
        draftedByName: maybe,
        documentNo: maybe,
        signedByName: maybe,
        signedAt: maybe,
        /** Whom its letters go to, by the rule of the day on which it was signed; of today, until it is. */
        addressing: z.enum(addressings),
      }),
    ),
    commitments: z.array(
      z.object({
        id: z.uuid(),
        partId: z.uuid(),
        content: text,
        owner: text,
        dueOn: text,
        state: z.enum(commitmentStates),
        carriedTo: maybe,
        settledOn: maybe,
        evidence: maybe,
      }),
    ),
    /** Hidden from handlers until it has been decided upon. */
    feedbacks: z.array(
      z.object({
        mandateId: z.uuid(),
        name: text,
        round: z.int(),
        attitude: z.enum(grades).nullable(),
        result: z.enum(grades).nullable(),
        reasons: maybe,
        at: text,
      }),
    ),
    requests: z.array(
      z.object({
        ...{ id: z.uuid(), kind: z.enum(requestKinds), partId: maybe, reason: text, askedOn: text, decision: maybe, decidedOn: maybe },
        /** By when a co-handler is asked for its opinion, and on which point of the proposal. */
        ...{ dueOn: maybe, point: z.int().nullable() },
      }),
    ),
    /** Notices that were numbered and issued. */
    papers: z.array(z.object({ kind: z.enum(issuedKinds), stepId: z.uuid(), documentNo: text, issuedAt: text, byName: text })),
    /** Of a key suggestion: who leads, what comes next, what the council of chairpersons was told. */
    supervisions: z.array(SupervisionView),
    escalations: z.array(MeetingView),
    clocks: z.array(Clock),
    timeline: z.array(
      z.object({
        id: z.uuid(),
        verb: text,
        at: text,
        byName: maybe,
        byOrganisation: maybe,
        fromStatus: z.enum(caseStates),
        toStatus: z.enum(caseStates),
        partId: maybe,
        note: maybe,
        data: z.record(z.string(), z.unknown()),
        attachments: z.array(AttachmentView),
      }),
    ),
    /** Photos and papers of what is asked. */
    attachments: z.array(AttachmentView),
    relations: z.array(z.enum(relations)),
    can: z.array(text),
    cannot: z.array(z.object({ verb: text, reasons: z.array(Sentence) })),
    version: z.int(),
  })
  .meta({ id: "Suggestion" });

const read = { tag: "suggestions", access: "scope:suggestions", method: "get", status: 200 } as const;

export const suggestionContracts = {
  list: contract({
    ...read,
    path: "/api/suggestions",
    name: "list_suggestion",
    summary: "Suggestions in my sight",
    query: Paging.extend({
      search: z.string().max(100).optional(),
      status: z.union([z.enum(caseStates), z.array(z.enum(caseStates))]).optional(),
      congressId: z.uuid().optional(),
      sessionId: z.uuid().optional(),
      category: z.string().max(40).optional(),
      unitId: z.uuid().optional(),
      key: z.enum(["true", "false"]).optional(),
      mine: z.enum(["true", "false"]).optional(),
      /** Only what my office reviews and assigns. */
      reviewing: z.literal("true").optional(),
      overdue: z.enum(["true", "false"]).optional(),
      sort: z.enum(["newest", "due"]).default("newest"),
    }),
    /** `counts`: how many in each state; null where too many were found to count. */
    output: pageOf(SuggestionLine).extend({ counts: z.record(z.string(), z.int()).nullable() }),
  }),
  get: contract({
    ...read,
    path: "/api/suggestions/{id}",
    name: "get_suggestion",
    summary: "One suggestion, its timeline, clocks, and what I can do",
    params: Id,
    output: SuggestionView,
    versioned: true,
  }),
  attachment: contract({
    ...read,
    path: "/api/suggestions/{id}/attachments/{fileId}",
    name: "get_suggestion_attachment",
    summary: "A photo or document of a suggestion in my sight",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  paper: contract({
    ...read,
    path: "/api/suggestions/{id}/papers/{kind}",
    name: "print_suggestion_paper",
    summary: "An official paper of a suggestion, from what I may see of it",
    params: Id.extend({ kind: z.enum(paperKinds) }),
    query: z.object({
      format: z.enum(paperFormats).default("docx"),
      replyId: z.uuid().optional(),
      /** The mandate of the one deputy to whom a letter or a form goes. */
      addresseeId: z.uuid().optional(),
    }),
    bytes: "out",
    untimely: true,
  }),
  papersToEach: contract({
    ...read,
    path: "/api/suggestions/{id}/papers/{kind}/each",
    name: "print_suggestion_papers_to_each",
    summary: "All letters or forms of a signed reply in one ZIP, a file for each deputy",
    params: Id.extend({ kind: z.enum(addressedKinds) }),
    query: z.object({ format: z.enum(paperFormats).default("docx"), replyId: z.uuid().optional() }),
    bytes: "out",
    untimely: true,
    transaction: "own",
  }),
  codes: contract({
    ...read,
    path: "/api/suggestion-codes",
    name: "get_suggestion_codes",
    summary: "Categories, grounds for rejection, result classes and the addressing of replies in force",
    output: z.object({
      categories: z.array(z.object({ code: text, name: text })),
      rejectionReasons: z.array(z.object({ code: text, name: text })),
      classes: z.array(z.object({ code: text, name: text, outcomes: z.array(z.enum(outcomes)) })),
      addressing: z.enum(addressings),
    }),
  }),
  draft: contract({
    tag: "suggestions",
    access: "verb:suggestions.draft",
    method: "post",
    path: "/api/suggestions",
    name: "draft_suggestion",
    summary: "Begin a suggestion",
    body: paper.extend({ mandateId: z.uuid(), attachments: Attachments.optional() }),
    output: SuggestionView,
    status: 201,
  }),
};

/** `POST /api/suggestions/{id}/replies` and its like: one for each verb that a person can perform. */
export const verbContracts = verbNames
  .filter((verb) => !(transitionOf(verb).by.length === 1 && transitionOf(verb).by[0] === "house"))
  .map((verb) => ({ verb, contract: verbContract(verb) }));

/** What is typed, and the files that come with it where the table lets files come. */
function inputOf(verb: VerbName) {
  const { input } = verbs[verb];
  return transitionOf(verb).attaches ? input.extend({ attachments: Attachments.optional() }) : input;
}

function verbContract(verb: VerbName) {
  const { path } = transitionOf(verb);
  return contract({
    tag: "suggestions",
    access: `verb:suggestions.${verb}`,
    method: "post",
    path: `/api/suggestions/{id}/${path}`,
    name: `suggestion_${verb}`,
    summary: `${verb.replaceAll("_", " ")} (${transitionOf(verb).source})`,
    params: Id,
    body: inputOf(verb),
    output: SuggestionView,
    status: 201,
  } satisfies Contract);
}
