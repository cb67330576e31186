import { listed } from "../../src/modules/identity/index.ts";
import {
  begunSuggestion,
  documentMarks,
  playSuggestion,
  type Suggestion,
  type SuggestionDoer,
  type SuggestionStage,
  type SuggestionVerb,
  suggestionBeginning,
} from "../../src/modules/suggestions/index.ts";
import { dateIn, type Instant } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import type { Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { sessions } from "./congresses.ts";
import { idAt } from "./ids.ts";
import { organisationId, organisations } from "./organisations.ts";
import { type Mandate, mandates, staffOf } from "./people.ts";
import { accountOf } from "./personas.ts";
import { district } from "./places.ts";
import { clocks, statute } from "./statute.ts";
import type { SuggestionText } from "./texts/suggestion-texts.ts";
import { grownWords, originAt } from "./texts/voice-origins.ts";

/** A suggestion on its way through the world, with all that it leaves behind. */
export interface Way {
  thing: Suggestion;
  readonly lead: Mandate;
  readonly text: SuggestionText;
  readonly steps: Step[];
  readonly facts: Fact[];
  at: Instant;
}

const kinds = new Map(organisations.map((one) => [one.id, listed(one.kind, false)]));
const held = new Map(mandates.map((one) => [one.id, { congressId: one.congressId, status: "in_force" as const, personId: one.personId }]));
const numbers = new Map<string, number>();

/** The last number given in each series. */
export const suggestionSeries = () =>
  [...numbers].map(([key, last]) => {
    const [congressId = "", series = ""] = key.split(" ");
    return { congressId, series, last };
  });

const papers = new Map<string, number>();

/** The last number given under each 发文代字. */
export const paperSeries = () =>
  [...papers].map(([key, last]) => {
    const [mark = "", year = ""] = key.split(" ");
    return { mark, year: Number(year), last };
  });

export const forgetNumbers = (): void => {
  numbers.clear();
  papers.clear();
};

function takeNumber(of: Suggestion, at: Instant): number {
  const key = `${of.congressId} ${of.sessionId ?? dateIn(at).slice(0, 4)}`;
  const next = (numbers.get(key) ?? 0) + 1;
  numbers.set(key, next);
  return next;
}

interface Beginning {
  readonly key: string;
  readonly lead: Mandate;
  readonly text: SuggestionText;
  readonly reviewer: string;
  readonly at: Instant;
  readonly areaId: string | null;
}

/** A draft by its lead deputy. */
export function beginWay({ key, lead, text, reviewer, at, areaId }: Beginning): Way {
  let ids = 0;
  const newId = () => idAt(at, `suggestion ${key} ${ids++}`);
  const { title, reason, proposal, category } = text;
  const paper = {
    title,
    reason,
    proposal,
    category,
    areaId,
    formation: "visit",
    repetition: "first",
    publicity: "full",
    wishContact: true,
    proposedUnitId: null,
  } as const;
  const whose = {
    id: newId(),
    signerId: newId(),
    congressId: lead.congressId,
    reviewerId: organisationId(reviewer),
    mandateId: lead.id,
    personId: lead.personId,
    ...(grownWords[title] ? { origin: { type: "voice", id: originAt(title, at).id } } : {}),
  };
  const thing = begunSuggestion(whose, { ...paper, referenceOnly: false, confidential: false, secrecyDeclared: true }, at);
  const { step, fact } = suggestionBeginning({ district, newId }, thing, deputy(lead), at);
  return { thing, lead, text, steps: [step], facts: [fact], at };
}

/** What the assignment notice of a case would be numbered. */
function assignmentNotice(way: Way, at: Instant): NonNullable<SuggestionStage["paper"]> {
  return () => {
    const step = way.steps.findLast((one) => one.verb === "assign");
    if (!step) return undefined;
    const { value } = statute.rule(documentMarks, dateIn(at));
    const mark = value[0]?.assignment;
    const key = `${mark} ${dateIn(at).slice(0, 4)}`;
    const number = (papers.get(key) ?? 0) + 1;
    papers.set(key, number);
    return { stepId: step.id, mark, number };
  };
}

/** Performs a verb as whoever's business it is; a refusal here is a mistake of the world. */
export function act(way: Way, verb: SuggestionVerb, input: unknown, at: Instant, doer: SuggestionDoer): void {
  let ids = 0;
  const { thing } = way;
  const stage: SuggestionStage = {
    ...{ district, statute, clocks, newId: () => idAt(at, `${thing.id} ${thing.version} ${ids++}`), nextNumber: takeNumber },
    ...{
      organisation: (id) => kinds.get(id),
      mandate: (id) => held.get(id),
      sessions: sessions.filter((one) => one.congressId === thing.congressId),
    },
    ...(verb === "issue_paper" ? { paper: assignmentNotice(way, at) } : {}),
    other: (id) => ({ id, congressId: thing.congressId, status: "handling", mergedIntoId: null }),
  };
  const played = playSuggestion(stage, thing, verb, input, doer, at);
  if (isRefusal(played)) throw new Error(`${verb} of ${thing.title} (${thing.status}) at ${at}: ${JSON.stringify(played)}`);
  way.thing = played.after;
  way.steps.push(played.step);
  way.facts.push(played.fact);
  way.at = at;
}

export const deputy = (mandate: Mandate, relation: "lead" | "cosigner" | "invited" | "merged_lead" = "lead"): SuggestionDoer => ({
  ...{ account: accountOf(mandate.personId), person: mandate.personId, relations: [relation], mandateId: mandate.id },
  ...{ organisationId: null, actingFor: mandate.id, partIds: [] },
});

/** An officer of the reviewing or forwarding organ. */
export function officer(key: string, relation: "reviewer" | "forwarder"): SuggestionDoer {
  const person = staffOf(key, "officer");
  return {
    account: accountOf(person),
    person,
    relations: [relation],
    mandateId: null,
    organisationId: organisationId(key),
    actingFor: organisationId(key),
    partIds: [],
  };
}

/** An officer or the leader of a handling unit, on its own part of the case. */
export function unit(way: Way, key: string, role: "officer" | "leader" = "officer"): SuggestionDoer {
  const person = staffOf(key, role);
  const partIds = way.thing.parts.filter((part) => part.unitId === organisationId(key)).map((part) => part.id);
  const relations = role === "leader" ? (["unit_officer", "unit_leader"] as const) : (["unit_officer"] as const);
  return {
    account: accountOf(person),
    person,
    relations,
    mandateId: null,
    organisationId: organisationId(key),
    actingFor: organisationId(key),
    partIds,
  };
}

export const house: SuggestionDoer = {
  account: null,
  person: null,
  relations: ["house"],
  mandateId: null,
  organisationId: null,
  actingFor: null,
  partIds: [],
};
