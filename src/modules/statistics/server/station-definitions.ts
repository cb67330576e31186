import { type RawBuilder, sql } from "kysely";
import {
  type Counting,
  countedHappenings,
  countedListenings,
  countedPoints,
  countedReceptions,
  countedTurns,
} from "../../stations/index.ts";
import { countedVoices } from "../../voices/index.ts";
import {
  type StationMeasure,
  type StationRate,
  type StationSource,
  sourceOf,
  stationMeasures,
  stationRateKeys,
  stationRates,
} from "../station-terms.ts";

/** Where each figure of a station is counted: the rows of a source, marked with what each counts as by the end of the cut-off day. */
export const stationPopulations: Readonly<Record<StationSource, (counting: Counting) => RawBuilder<unknown>>> = {
  receptions: countedReceptions,
  turns: countedTurns,
  voices: countedVoices,
  listenings: countedListenings,
  points: countedPoints,
  happenings: countedHappenings,
};

/** Which marked rows `m` a measure counts. Of visitors these are the receptions that any came to. */
export const holdsOf = (measure: StationMeasure): RawBuilder<boolean> =>
  measure === "visitors" ? sql<boolean>`m.held and coalesce(m.amount, 0) > 0` : sql<boolean>`${sql.ref(`m.${measure}`)}`;

/** One figure of every station (law 11): what is counted, against what, from which source. Its words are in the catalogue. */
export interface StationDefinition {
  readonly key: StationMeasure | StationRate;
  readonly source: StationSource;
  readonly numerator: StationMeasure;
  /** Only rates have one. */
  readonly denominator: StationMeasure | null;
}

export const stationDefinitions: readonly StationDefinition[] = [
  ...stationMeasures.map((key) => ({ key, source: sourceOf(key), numerator: key, denominator: null })),
  ...stationRateKeys.map((key) => {
    const [numerator, denominator] = stationRates[key];
    return { key, source: sourceOf(numerator), numerator, denominator };
  }),
];
