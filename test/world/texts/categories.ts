export const categoryCodes = [
  "roads",
  "water",
  "power",
  "housing",
  "sanitation",
  "environment",
  "education",
  "health",
  "employment",
  "elderly",
  "agriculture",
  "land",
  "safety",
  "government",
  "culture",
  "economy",
  "other",
] as const;

export type CategoryCode = (typeof categoryCodes)[number];
