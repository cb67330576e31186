import { z } from "zod";
import type { Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import { type FieldFault, invalid, type Refusal } from "../../platform/refusal.ts";
import type { Claim, Mark, Rating, RatingItem } from "./rating.ts";
import type { RatingVerb } from "./rating-lifecycle.ts";
import type { RatingState } from "./terms.ts";

const points = z.number().min(0).max(100).multipleOf(0.5);

export const claimSheet = z.strictObject({
  claimed: z
    .array(
      z.strictObject({
        code: z.string().max(40),
        points,
        evidence: z.string().trim().min(2).max(1000),
        attachments: z.array(z.uuid()).max(9).default([]),
      }),
    )
    .min(1)
    .max(40),
});

const assessSheet = z.strictObject({
  assessed: z
    .array(z.strictObject({ code: z.string().max(40), points, reason: z.string().trim().max(500).nullable().default(null) }))
    .min(1)
    .max(40),
  stars: z.int().min(0).max(5),
  remark: z.string().trim().max(1000).nullable().default(null),
});

export interface RatingContext {
  readonly now: Instant;
  /** What is known of the files that a claim names. */
  readonly attached: ReadonlyMap<string, Attached>;
}

export interface RatingChange {
  readonly to?: RatingState;
  readonly set: Partial<Omit<Rating, "id" | "status" | "version">>;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Verb {
  readonly input: z.ZodObject;
  readonly decide: (of: Rating, input: never, context: RatingContext) => RatingChange | Refusal;
}
const verb = <Input>(
  input: z.ZodObject & z.ZodType<Input>,
  decide: (of: Rating, input: Input, context: RatingContext) => RatingChange | Refusal,
): Verb => ({ input, decide });

/** Every item of the sheet once, none above what it is worth. */
export function sheetFault(
  items: readonly RatingItem[],
  rows: readonly { readonly code: string; readonly points: number }[],
  field: string,
): Refusal | undefined {
  const faults: FieldFault[] = rows.flatMap((row, at): FieldFault[] => {
    const item = items.find(({ code }) => code === row.code);
    if (!item) return [{ field: `${field}.${at}.code`, code: "field.no_such_thing" }];
    if (rows.findIndex(({ code }) => code === row.code) < at) return [{ field: `${field}.${at}.code`, code: "field.twice" }];
    return row.points > item.points
      ? [{ field: `${field}.${at}.points`, code: "field.too_big_number", params: { limit: String(item.points) } }]
      : [];
  });
  if (faults.length > 0) return invalid(...faults);
  const missing = items.filter(({ code }) => !rows.some((row) => row.code === code));
  return missing.length > 0
    ? invalid({ field, code: "rating.items_missing", params: { names: missing.map(({ name }) => name).join("、") } })
    : undefined;
}

/** A claim as it is kept: files by their digests. */
export const claimsOf = (rows: z.output<typeof claimSheet>["claimed"], attached: ReadonlyMap<string, Attached>): Claim[] =>
  rows.map(({ attachments, ...row }) => ({ ...row, attachments: attachments.flatMap((id) => attached.get(id) ?? []) }));

/** Every verb of a rating with what it takes and does; the table says when and by whom. */
export const ratingDecisions: Readonly<Record<RatingVerb, Verb>> = {
  revise: verb(claimSheet, (of, { claimed }, { attached }) => {
    const fault = sheetFault(of.items, claimed, "claimed");
    return fault ?? { set: { claimed: claimsOf(claimed, attached) } };
  }),
  assess: verb(assessSheet, (of, { assessed, stars, remark }) => {
    const fault = sheetFault(of.items, assessed, "assessed");
    if (fault) return fault;
    const unreasoned = assessed.findIndex((mark) => lowered(of, mark) && !mark.reason);
    if (unreasoned >= 0) return invalid({ field: `assessed.${unreasoned}.reason`, code: "rating.lowered_why" });
    const score = assessed.reduce((sum, mark) => sum + mark.points, 0);
    return { to: "assessed", set: { assessed, stars, remark, score } };
  }),
  publish: verb(z.strictObject({}), (of, _input, { now }) => ({
    ...{ to: "published", set: { publishedAt: now } },
    data: { stationId: of.stationId, year: of.year, stars: of.stars },
  })),
};

/** Less than was claimed wants a reason, so that the station can do better. */
const lowered = (of: Rating, mark: Mark): boolean => mark.points < (of.claimed.find(({ code }) => code === mark.code)?.points ?? 0);
