/** What the figures of a duty station are counted from (F2); each source is one row per thing. */
export const stationMeasuresOf = {
  receptions: ["planned", "held", "missed", "cancelled", "unrecorded", "announced", "announcedInTime"],
  turns: ["rostered", "expected", "signedIn", "excused", "absent", "substituted"],
  voices: [
    ...(["heard", "heardAtReceptions", "heardByLiaison", "heardByCode", "heardOnPortal", "heardByVisit", "heardByPhone"] as const),
    ...(["heardByHotline", "heardAtActivities"] as const),
    ...(["awaiting", "answeredAtOnce", "routed", "takenUp", "toldElsewhere", "joined", "becameOpinion", "becameSuggestion"] as const),
    ...(["becameProject", "withdrawn"] as const),
    ...(["answered", "answersDue", "answeredInTime", "overdue"] as const),
    ...(["asked", "satisfied", "basic", "satisfiedOrBasic", "dissatisfied", "unreachable"] as const),
  ],
  listenings: ["listenings"],
  points: ["points", "pointsDue", "pointsAnswered", "pointsInTime", "pointsOverdue"],
  happenings: ["happened", "atReception", "atWork", "atLearning", "atService", "atPublicity"],
} as const;

export type StationSource = keyof typeof stationMeasuresOf;
export const stationSources = Object.keys(stationMeasuresOf) as StationSource[];

export type CountedMeasure = (typeof stationMeasuresOf)[StationSource][number];
/** Visitors are a sum over the receptions held; everything else is a number of rows. */
export type StationMeasure = CountedMeasure | "visitors";
export const stationMeasures: readonly [StationMeasure, ...StationMeasure[]] = [
  ...stationMeasuresOf.receptions,
  "visitors",
  ...stationMeasuresOf.turns,
  ...stationMeasuresOf.voices,
  ...stationMeasuresOf.listenings,
  ...stationMeasuresOf.points,
  ...stationMeasuresOf.happenings,
];

/** The source that a measure is counted from. */
export const sourceOf = (measure: StationMeasure): StationSource =>
  stationSources.find((source) => (stationMeasuresOf[source] as readonly StationMeasure[]).includes(measure)) ?? "receptions";

/** A rate is one measure against another; the first is always part of the second. */
export const stationRates = {
  in_time_rate: ["announcedInTime", "announced"],
  attendance_rate: ["signedIn", "expected"],
  answered_in_time_rate: ["answeredInTime", "answersDue"],
  satisfaction_rate: ["satisfied", "asked"],
  satisfaction_and_basic_rate: ["satisfiedOrBasic", "asked"],
  points_in_time_rate: ["pointsInTime", "pointsDue"],
} as const satisfies Record<string, readonly [StationMeasure, StationMeasure]>;
export type StationRate = keyof typeof stationRates;
export const stationRateKeys = Object.keys(stationRates) as [StationRate, ...StationRate[]];

/** The five functions in their order, each with what counts for it (F2.1). */
export const functionMeasures = stationMeasuresOf.happenings.slice(1) as readonly StationMeasure[];

/** The figures as a reader takes them up: who received, who came, what was heard and became of it, the five functions. */
export const stationGroups = {
  receptions: [...stationMeasuresOf.receptions, "visitors"],
  turns: stationMeasuresOf.turns,
  came: stationMeasuresOf.voices.slice(0, 9),
  went: stationMeasuresOf.voices.slice(9, 19),
  answers: stationMeasuresOf.voices.slice(19, 23),
  grades: stationMeasuresOf.voices.slice(23),
  listening: [...stationMeasuresOf.listenings, ...stationMeasuresOf.points],
  functions: stationMeasuresOf.happenings,
} as const satisfies Record<string, readonly StationMeasure[]>;
export type StationGroup = keyof typeof stationGroups;

/** Where the catalogue names a figure, and says what it counts; what a voice can count as, its own module names. */
export function figureWords(key: StationMeasure | StationRate): { readonly label: string; readonly definition: string } {
  if (key in stationRates) return { label: `statistics.station_rate.${key}`, definition: `statistics.station_rate_definition.${key}` };
  const named = sourceOf(key as StationMeasure) === "voices" ? "voice.counted" : "statistics.station_measure";
  return { label: `${named}.${key}`, definition: `statistics.station_measure_definition.${key}` };
}

/** What stations can be ordered by. */
export const stationSorts = ["name", "stars", "functionsSeen", ...stationRateKeys, ...stationMeasures] as const;
export type StationSort = (typeof stationSorts)[number];
