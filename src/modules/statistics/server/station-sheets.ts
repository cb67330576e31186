import type { Words } from "../../../platform/i18n/words.ts";
import type { SheetColumn, SheetRow } from "../../../platform/sheets/sheet.ts";
import { figureWords, type StationMeasure, type StationRate, stationMeasures, stationRateKeys } from "../station-terms.ts";

interface Figures {
  readonly counts: Readonly<Record<StationMeasure, number>>;
  readonly rates: readonly { readonly key: StationRate; readonly value: number | null }[];
  readonly functionsSeen: number;
}

/** What a figure is called, and what it counts. */
export const saidOf = (words: Words, key: StationMeasure | StationRate) => {
  const { label, definition } = figureWords(key);
  return { label: words(label), definition: words(definition) };
};

const text = (words: Words, key: string, width: number): SheetColumn => ({
  ...{ key, heading: words(`statistics.stations.${key}`), kind: "text", width },
});

export const figureColumns = (words: Words): SheetColumn[] => [
  text(words, "name", 30),
  text(words, "code", 10),
  text(words, "kind", 16),
  text(words, "townName", 16),
  text(words, "organisationName", 20),
  { key: "stars", heading: words("statistics.stations.stars"), kind: "whole", width: 8 },
  ...stationMeasures.map((key) => ({ key, heading: saidOf(words, key).label, kind: "whole" as const, width: 12 })),
  { key: "functionsSeen", heading: words("statistics.stations.functionsSeen"), kind: "whole", width: 12 },
  ...stationRateKeys.map((key) => ({ key, heading: `${saidOf(words, key).label}（%）`, kind: "decimal" as const, width: 14 })),
];

/** One line of the sheet; of the sum only its name is known. */
export const figureRow = (
  named: { name: string; code?: string; kind?: string; townName?: string; organisationName?: string; stars?: number | null },
  { counts, rates, functionsSeen }: Figures,
): SheetRow => {
  const { name, code = "", kind = "", townName = "", organisationName = "", stars = null } = named;
  const shares = Object.fromEntries(rates.map(({ key, value }) => [key, value]));
  return { name, code, kind, townName, organisationName, stars, ...counts, functionsSeen, ...shares };
};

export const rowColumns = (words: Words): SheetColumn[] => [
  { key: "day", heading: words("statistics.stations.day"), kind: "day", width: 12 },
  text(words, "stationName", 28),
  text(words, "who", 20),
  text(words, "about", 36),
  text(words, "place", 20),
  text(words, "state", 14),
  { key: "amount", heading: words("statistics.stations.amount"), kind: "whole", width: 10 },
];
