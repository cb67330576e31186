import { z } from "zod";
import type { Instant } from "../../platform/clock/instant.ts";
import { type FieldFault, invalid, type Refusal, refuse } from "../../platform/refusal.ts";
import type { Edition, Plan, PlanColumns, PlanItem } from "./plan.ts";
import type { PlanVerb } from "./plan-lifecycle.ts";
import type { PlanState } from "./terms.ts";

const words = (max: number, min = 2) => z.string().trim().min(min).max(max);
const maybe = (max: number) => z.string().trim().max(max).nullable().default(null);
const month = z.int().min(1).max(12);

const item = z.strictObject({
  /** That of an item which is there already; null for a new one. */
  id: z.uuid().nullable().default(null),
  theme: words(80),
  kind: z.string().min(1).max(40),
  fromMonth: month,
  toMonth: month,
  place: maybe(80),
  campaignId: z.uuid().nullable().default(null),
  concern: maybe(200),
  deputies: z.int().min(1).max(999).nullable().default(null),
  remarks: maybe(200),
});

/** The whole working text; `seen` is the version it was written over. */
const planSheet = z.strictObject({ seen: z.int().min(1), aim: maybe(1000), items: z.array(item).max(60) });

export interface PlanContext {
  readonly now: Instant;
  /** For whom the doer acts with this verb: his mandate or his organisation. */
  readonly actingFor: string;
  readonly person: string | null;
  readonly newId: () => string;
  /** The organ that reviews plans of this group today. */
  readonly reviewerId: string;
  /** Is it one of the kinds of activity in force? */
  readonly isKind: (code: string) => boolean;
  readonly isCampaign: (id: string) => boolean;
}

export interface PlanChange {
  readonly to?: PlanState;
  readonly set?: Partial<Omit<PlanColumns, "id" | "status" | "version">>;
  readonly note?: string | null;
  /** The working text, where it changes. */
  readonly items?: readonly PlanItem[];
  /** Editions that are new or were withdrawn. */
  readonly editions?: readonly Edition[];
  /** What everybody sees from now on, where that changes. */
  readonly published?: Edition | null;
}

interface Verb {
  readonly input: z.ZodObject;
  readonly decide: (of: Plan, input: never, context: PlanContext) => PlanChange | Refusal;
}
const verb = <Input>(
  input: z.ZodObject & z.ZodType<Input>,
  decide: (of: Plan, input: Input, context: PlanContext) => PlanChange | Refusal,
): Verb => ({ input, decide });

const told = z.strictObject({ note: maybe(500) });
const reasoned = z.strictObject({ note: words(500) });

/** What is wrong with the items as typed: months, kinds, campaigns, and what each is tied to (F3.1). */
function itemFaults(of: Plan, items: z.output<typeof planSheet>["items"], { isKind, isCampaign }: PlanContext): FieldFault[] {
  // What a plan holds already stays, even where a list has changed since.
  const [kinds, campaigns] = [new Set(of.items.map(({ kind }) => kind)), new Set(of.items.map(({ campaignId }) => campaignId))];
  const ids = items.map(({ id }) => id);
  return items.flatMap((row, at): FieldFault[] => {
    const field = (name: string) => `items.${at}.${name}`;
    const faults: FieldFault[] = [];
    if (row.id !== null && !of.items.some(({ id }) => id === row.id)) faults.push({ field: field("id"), code: "field.no_such_thing" });
    if (row.id !== null && ids.indexOf(row.id) < at) faults.push({ field: field("id"), code: "field.twice" });
    if (!isKind(row.kind) && !kinds.has(row.kind)) faults.push({ field: field("kind"), code: "field.no_such_thing" });
    if (row.toMonth < row.fromMonth) faults.push({ field: field("toMonth"), code: "activity_plan.months_backwards" });
    if (row.campaignId !== null && !isCampaign(row.campaignId) && !campaigns.has(row.campaignId))
      faults.push({ field: field("campaignId"), code: "field.no_such_thing" });
    if (row.campaignId === null && !row.concern) faults.push({ field: field("concern"), code: "activity_plan.untied", source: "F3.1" });
    return faults;
  });
}

const revise = verb(planSheet, (of, { seen, aim, items }, context) => {
  if (seen !== of.version) return refuse("conflict", { code: "problem.changed_meanwhile" });
  const faults = itemFaults(of, items, context);
  if (faults.length > 0) return invalid(...faults);
  const named = items.map(
    ({ id, place, concern, remarks, ...row }): PlanItem => ({
      ...{ id: id ?? context.newId(), ...row, place: place || null, concern: concern || null, remarks: remarks || null },
    }),
  );
  return { set: { aim: aim || null, drafterId: context.actingFor }, items: byMonth(named) };
});

/** Items in the order of the year. */
export const byMonth = (items: readonly PlanItem[]): PlanItem[] =>
  items.toSorted((a, b) => a.fromMonth - b.fromMonth || a.toMonth - b.toMonth);

/** Every verb of a plan with what it takes and does; the table says when and by whom. */
export const planDecisions: Readonly<Record<PlanVerb, Verb>> = {
  revise,
  submit: verb(told, (_of, { note }, { person, actingFor, reviewerId }) => ({
    ...{ to: "submitted", set: { submittedBy: person, drafterId: actingFor, reviewerId }, note },
  })),
  take_back: verb(told, (_of, { note }, { actingFor }) => ({ to: "draft", set: { drafterId: actingFor }, note })),
  approve: verb(told, (_of, { note }) => ({ to: "approved", note })),
  return: verb(reasoned, (_of, { note }) => ({ to: "draft", note })),
  publish: verb(told, (of, { note }, { now }) => {
    const edition = of.edition + 1;
    const published = { edition, aim: of.aim, items: of.items, publishedAt: now, withdrawnAt: null, withdrawalReason: null };
    return { to: "published", set: { edition, publicEdition: edition, publishedAt: now }, note, editions: [published], published };
  }),
  send_back: verb(reasoned, (_of, { note }) => ({ to: "draft", note })),
  amend: verb(reasoned, (_of, { note }, { actingFor }) => ({ to: "draft", set: { drafterId: actingFor }, note })),
  drop_amendment: verb(told, ({ published }, { note }) => ({
    ...{ to: "published", note },
    ...(published ? { set: { aim: published.aim }, items: published.items } : {}),
  })),
  discard: verb(told, (_of, { note }) => ({ to: "discarded", note })),
  withdraw: verb(reasoned, ({ published }, { note }, { now }) => ({
    ...{ to: "draft", set: { publicEdition: null, publishedAt: null }, note, published: null },
    ...(published ? { editions: [{ ...published, withdrawnAt: now, withdrawalReason: note }] } : {}),
  })),
};
