import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type DateISO, dateIn, daysBetween, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf, namedIn } from "../../../platform/files/attachments.ts";
import type { Attachment } from "../../../platform/files/contract.ts";
import { stepsOf } from "../../../platform/ledger/steps.ts";
import { type ClockRow, isPaused, type Statute } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { standingOf } from "../access.ts";
import type { Case, Reply } from "../case.ts";
import { subjectType } from "../clockwork.ts";
import type { Doer } from "../context.ts";
import type { SuggestionView } from "../contract.ts";
import { labelOf } from "../label.ts";
import { offers, type VerbName } from "../lifecycle.ts";
import { documentNo } from "../papers/chinese.ts";
import { replyAddressing, resultScheme } from "../rule-definitions.ts";
import type { CaseState } from "../terms.ts";
import { isOnlooker, isRatingFinal, keepsRating, seenStatus, seesPapers, seesStep } from "../visibility.ts";
import { addresseesOf } from "./addressees.ts";
import { type Names, namesIn } from "./names.ts";
import { partOf } from "./perform.ts";
import type { CaseStep } from "./steps.ts";
import { kept } from "./store.ts";

type View = z.input<typeof SuggestionView>;

/** A case as `actor` may see it, field by field; undefined for a stranger. */
export async function viewOf(db: Db, actor: Actor, of: Case, statute: Statute, now: Instant): Promise<View | undefined> {
  const doer = standingOf(actor, of);
  if (!doer.sees) return undefined;
  const steps = await stepsOf<CaseState, VerbName>(db, kept, actor.district, of.id);
  const [name, around] = [await namesIn(db, actor.district, of, steps), await surroundings(db, actor.district, of)];
  const files = await attachmentsOf(db, actor.district, { subjectType, subjectId: of.id });
  const named = (id: string) => ({ id, name: name(id) });
  const { can, cannot } = offers(of, { relations: doer.relations, part: partOf(of, doer), today: dateIn(now) });
  const {
    id,
    title,
    reason,
    proposal,
    category,
    areaId,
    formation,
    repetition,
    publicity,
    number,
    round,
    key,
    createdAt,
    submittedAt,
    assignedOn,
    closedAt,
    version,
  } = of;
  return {
    ...{
      id,
      title,
      reason,
      proposal,
      category,
      areaId,
      formation,
      repetition,
      publicity,
      number,
      round,
      key,
      createdAt,
      submittedAt,
      assignedOn,
      closedAt,
      version,
    },
    imported: of.imported,
    ...{ wishContact: of.wishContact, referenceOnly: of.referenceOnly, confidential: of.confidential, secrecyDeclared: of.secrecyDeclared },
    ...{
      proposedUnitId: of.proposedUnitId,
      areaName: name(of.areaId) || null,
      congress: named(of.congressId),
      reviewer: named(of.reviewerId),
    },
    ...around,
    addressees: await addresseesOf(db, {
      district: actor.district,
      of,
      own: { title, number, ...around },
      name,
      onlooker: isOnlooker(doer),
    }),
    forwarder: of.forwarderId ? named(of.forwarderId) : null,
    status: seenStatus(of, of.status, doer),
    signers: of.signers.map(({ mandateId, role, state, at }) => ({ mandateId, name: name(mandateId), role, state, at })),
    parts: of.parts.map(({ id, unitId, role, scope, status, offeredOn, handbackRefused }) => ({
      ...{ id, unit: named(unitId), role, scope, status, offeredOn, handbackRefused, mine: doer.partIds.includes(id) },
    })),
    ...correspondence(of, doer, name, { statute, today: dateIn(now) }),
    papers: of.papers.map(({ kind, stepId, issuedAt, issuedBy, ...one }) => ({
      ...{ kind, stepId, issuedAt, documentNo: documentNo(one), byName: name(issuedBy) },
    })),
    clocks: isOnlooker(doer)
      ? []
      : of.clocks.filter((clock) => !(keepsRating(of, doer) && /feedback/.test(clock.key))).map((clock) => clockView(clock, dateIn(now))),
    timeline: timeline(of, steps, doer, { name, files }),
    attachments: namedIn(steps.findLast(({ verb, data }) => tellsWhatIsAsked(verb) && data["attachments"])?.data ?? {}, files),
    relations: [...doer.relations],
    can,
    cannot: cannot.map(({ verb, reasons }) => ({ verb, reasons: [...reasons] })),
  };
}

type Correspondence = Pick<View, "contacts" | "replies" | "commitments" | "feedbacks" | "requests" | "supervisions" | "escalations">;

interface Rules {
  readonly statute: Statute;
  readonly today: DateISO;
}

function correspondence(of: Case, doer: Doer, name: Names, rules: Rules): Correspondence {
  const onlooker = isOnlooker(doer);
  const rated = of.feedbacks.filter((feedback) => !onlooker && (!keepsRating(of, doer) || isRatingFinal(of, feedback.round)));
  return {
    contacts: onlooker ? [] : of.contacts.map(({ byPerson, ...contact }) => ({ ...contact, byName: name(byPerson) })),
    replies: of.replies
      .filter((reply) => reply.signedAt !== null || doer.partIds.includes(reply.partId))
      .map((reply) => replyView(reply, name, rules)),
    commitments: of.commitments
      .filter(({ state, partId }) => state !== "dropped" && (state !== "draft" || doer.partIds.includes(partId)))
      .map(({ replyId: _, ...commitment }) => commitment),
    feedbacks: rated.map(({ id: _, ...feedback }) => ({ ...feedback, name: name(feedback.mandateId) })),
    requests: onlooker ? [] : of.requests.map(({ agreedBy: _, ...request }) => request),
    supervisions: onlooker
      ? []
      : of.supervisions.map(({ bodyId, ...one }) => ({ ...one, body: bodyId ? { id: bodyId, name: name(bodyId) } : null })),
    escalations: onlooker ? [] : [...of.escalations],
  };
}

function replyView(of: Reply, name: Names, { statute, today }: Rules): View["replies"][number] {
  const { draftedBy, signedBy, scheme, addressing, answers, ...reply } = of;
  const className = statute.ruleVersion(resultScheme, scheme).classes.find((one) => one.code === reply.resultClass)?.name ?? "";
  const spoken = { draftedByName: draftedBy ? name(draftedBy) : null, signedByName: signedBy ? name(signedBy) : null };
  const rule = addressing === null ? statute.rule(replyAddressing, today).value : statute.ruleVersion(replyAddressing, addressing);
  return { ...reply, className, answers: answers && { ...answers, points: [...answers.points] }, ...spoken, addressing: rule.to };
}

const clockView = (clock: ClockRow, today: DateISO): View["clocks"][number] => ({
  ...{ id: clock.id, key: clock.key, partId: clock.partId, startsOn: clock.startsOn, dueOn: clock.dueOn, stoppedOn: clock.stoppedOn },
  ...{
    paused: isPaused(clock),
    ruleVersion: clock.ruleVersion,
    daysLeft: daysBetween(today, clock.dueOn),
    steps: clock.steps.map(sentence),
  },
});

const sentence = ({ code, params, source }: ClockRow["steps"][number]) => ({
  code,
  ...(params ? { params: { ...params } } : {}),
  ...(source ? { source } : {}),
});

/** The steps whose papers are those of the suggestion itself; each names all of them anew. */
const tellsWhatIsAsked = (verb: VerbName | "begin"): boolean => verb === "begin" || verb === "revise";

interface Known {
  readonly name: Names;
  readonly files: ReadonlyMap<string, Attachment>;
}

function timeline(of: Case, steps: readonly CaseStep[], doer: Doer, { name, files }: Known): View["timeline"] {
  const onlooker = isOnlooker(doer);
  let round = 1;
  return steps.flatMap((step) => {
    if (step.toStatus === "reworking" && step.fromStatus !== "reworking") round++;
    if (!seesStep(of, { verb: step.verb, round }, doer)) return [];
    const { id, verb, at, partId, note, data } = step;
    const [fromStatus, toStatus] = [seenStatus(of, step.fromStatus, doer), seenStatus(of, step.toStatus, doer)];
    const by = {
      byName: step.byPerson ? name(step.byPerson) : null,
      byOrganisation: step.actingFor ? name(step.actingFor) : null,
    };
    const open = seesPapers(of, step, doer);
    const words = { note: onlooker ? null : note, data: onlooker || !open ? {} : { ...data } };
    return [{ id, verb, at, ...by, fromStatus, toStatus, partId, ...words, attachments: open ? namedIn(data, files) : [] }];
  });
}

type Around = Pick<View, "label" | "sessionNo" | "mergedInto" | "merged" | "origin">;

/** What stands beside the case: its session, the cases merged with it, the opinion it grew from. */
async function surroundings(db: Db, district: string, of: Case): Promise<Around> {
  const found = await sql<{ sessionNo: number | null; congressNo: number; mergedInto: View["mergedInto"]; merged: View["merged"] }>`
    select (select session_no from congress_session where district = ${district} and id = ${of.sessionId}) as session_no,
      (select congress_no from congress where district = ${district} and id = ${of.congressId}) as congress_no,
      (select jsonb_build_object('id', id, 'name', title) from suggestion where district = ${district} and id = ${of.mergedIntoId}) as merged_into,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', title) order by created_at), '[]') from suggestion
        where district = ${district} and merged_into_id = ${of.id}) as merged`.execute(db);
  const row = found.rows[0]!;
  return {
    sessionNo: row.sessionNo,
    mergedInto: row.mergedInto,
    merged: row.merged,
    origin: of.originType && of.originId ? { type: of.originType, id: of.originId } : null,
    label: labelOf({ ...of, ...row }),
  };
}
