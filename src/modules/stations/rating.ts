import type { Instant } from "../../platform/clock/instant.ts";
import type { Attached } from "../../platform/files/contract.ts";
import type { RatingState } from "./terms.ts";

/** An item of the sheet as in force when the rating began. */
export interface RatingItem {
  readonly code: string;
  readonly name: string;
  readonly points: number;
}

/** What a station claims for an item, and what shows it. */
export interface Claim {
  readonly code: string;
  readonly points: number;
  readonly evidence: string;
  readonly attachments: readonly Attached[];
}

/** What the office gives for an item. */
export interface Mark {
  readonly code: string;
  readonly points: number;
  readonly reason: string | null;
}

export interface Rating {
  readonly id: string;
  readonly stationId: string;
  readonly year: number;
  readonly ruleVersion: number;
  readonly items: readonly RatingItem[];
  readonly claimed: readonly Claim[];
  readonly assessed: readonly Mark[] | null;
  readonly score: number | null;
  readonly stars: number | null;
  readonly remark: string | null;
  readonly status: RatingState;
  readonly publishedAt: Instant | null;
  readonly version: number;
}

export const ratingType = "rating";
