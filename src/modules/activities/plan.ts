import type { Instant } from "../../platform/clock/instant.ts";
import type { Hand } from "../../platform/lifecycle/evidence.ts";
import type { PlanRelation, PlanState } from "./terms.ts";

/** One activity that a plan holds; its identifier stays through every revision and in every edition. */
export interface PlanItem {
  readonly id: string;
  readonly theme: string;
  /** A code of `activity.kinds`. */
  readonly kind: string;
  readonly fromMonth: number;
  readonly toMonth: number;
  readonly place: string | null;
  /** What it is tied to: a campaign, or a priority of the district or a concern of voters in words (F3.1). */
  readonly campaignId: string | null;
  readonly concern: string | null;
  /** How many deputies are expected. */
  readonly deputies: number | null;
  readonly remarks: string | null;
}

/** A plan as it was published. */
export interface Edition {
  readonly edition: number;
  readonly aim: string | null;
  readonly items: readonly PlanItem[];
  readonly publishedAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly withdrawalReason: string | null;
}

export interface PlanColumns {
  readonly id: string;
  readonly groupId: string;
  readonly year: number;
  /** The organ that approves it. */
  readonly reviewerId: string;
  /** The mandate or the organisation for which it was last written. */
  readonly drafterId: string;
  readonly aim: string | null;
  /** The person who submitted it. */
  readonly submittedBy: string | null;
  /** How many editions there have been. */
  readonly edition: number;
  /** The edition that everybody sees; null while none is public. */
  readonly publicEdition: number | null;
  readonly publishedAt: Instant | null;
  readonly status: PlanState;
  readonly version: number;
}

export interface Plan extends PlanColumns {
  /** The working text. */
  readonly items: readonly PlanItem[];
  /** The edition that everybody sees. */
  readonly published: Edition | null;
}

/** Whoever does something with a plan, and for whom in each of his relations. */
export interface Planner extends Omit<Hand, "actingFor"> {
  readonly relations: readonly PlanRelation[];
  readonly actsFor: Readonly<Partial<Record<PlanRelation, string>>>;
}

/** A plan in the hands of a person. */
export type InHands<Of> = Of & { readonly person: string | null };

export const planType = "activity_plan";
