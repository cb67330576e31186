import { type DateISO, daysBetween } from "../../platform/clock/instant.ts";

/**
 * Which voices may be of one matter (domain.md §10.3): the same kind, within ninety days, at the same village or within three hundred
 * metres, and with words in common that are rare enough to say something (the rule of suggestions, decision 16).
 */

export interface Placed {
  readonly category: string;
  readonly areaId: string;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly receivedOn: DateISO;
}

/** What their words have in common, by the rule for texts. */
interface Wording {
  readonly points: number;
  readonly words: readonly string[];
}

export interface Alike {
  readonly points: number;
  /** The rarest first. */
  readonly words: readonly string[];
  readonly samePlace: boolean;
  /** In metres; null where one of them has no point. */
  readonly metres: number | null;
  readonly daysApart: number;
}

export const nearby = { metres: 300, days: 90 } as const;
const pointsForPlace = 10;

/** How alike `other` is to `of`, given what their words have in common; undefined when it is another matter. */
export function alike(of: Placed, other: Placed, wording: Wording | undefined): Alike | undefined {
  if (!wording || of.category !== other.category) return undefined;
  const daysApart = Math.abs(daysBetween(of.receivedOn, other.receivedOn));
  const metres = metresBetween(of, other);
  const samePlace = of.areaId === other.areaId;
  const near = metres !== null && metres <= nearby.metres;
  if (daysApart > nearby.days || !(samePlace || near)) return undefined;
  return { points: wording.points + (near ? pointsForPlace : 0), words: wording.words, samePlace, metres, daysApart };
}

type Point = Pick<Placed, "longitude" | "latitude">;
const earthRadius = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance of two points on the ground, in whole metres; null where one has none. */
export function metresBetween(one: Point, other: Point): number | null {
  if (one.longitude === null || one.latitude === null || other.longitude === null || other.latitude === null) return null;
  const [latitude, longitude] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const half =
    Math.sin(latitude / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(longitude / 2) ** 2;
  return Math.round(2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half))));
}

/** A part that a unit had in a voice of the past. */
export interface PastHandling {
  readonly voiceId: string;
  readonly unitId: string;
  /** How alike that voice is. */
  readonly points: number;
  readonly handedBack: boolean;
  readonly solved: boolean;
}

export interface Recommended {
  readonly unitId: string;
  readonly answered: number;
  readonly solved: number;
  readonly handedBack: number;
  /** The voices that speak for it and against it, the most alike first. */
  readonly voices: readonly { readonly voiceId: string; readonly handedBack: boolean }[];
}

const mostRecommended = 5;
const mostVoices = 5;

/** Units to which voices like this one went: each counts by how alike it is, and against the unit where it was handed back. */
export function recommended(past: readonly PastHandling[]): Recommended[] {
  const weighed = [...Map.groupBy(past, ({ unitId }) => unitId)].map(([unitId, all]) => {
    const sorted = all.toSorted((one, other) => other.points - one.points);
    const back = all.filter(({ handedBack }) => handedBack);
    const kept = all.filter(({ handedBack }) => !handedBack);
    const counts = { answered: kept.length, solved: kept.filter(({ solved }) => solved).length, handedBack: back.length };
    const voices = sorted.slice(0, mostVoices).map(({ voiceId, handedBack }) => ({ voiceId, handedBack }));
    return { worth: worth(kept) - worth(back), unit: { unitId, ...counts, voices } };
  });
  return weighed
    .filter((one) => one.worth > 0)
    .toSorted((one, other) => other.worth - one.worth || (one.unit.unitId < other.unit.unitId ? -1 : 1))
    .slice(0, mostRecommended)
    .map(({ unit }) => unit);
}

const worth = (all: readonly PastHandling[]): number => all.reduce((sum, { points }) => sum + points, 0);
