import { autumnAccepted, autumnTransport } from "./autumn-handling.ts";
import { autumnReview } from "./autumn-review.ts";
import { otherCountryside } from "./other-countryside.ts";
import { otherOrder } from "./other-order.ts";
import { otherPeople } from "./other-people.ts";
import { otherTown } from "./other-town.ts";
import { sessionThreeBuilding } from "./session-three-building.ts";
import { sessionThreeCountryside } from "./session-three-countryside.ts";
import { sessionThreePeople } from "./session-three-people.ts";
import type { SuggestionSource } from "./source.ts";

export const sessionThreeSources: readonly SuggestionSource[] = [
  ...sessionThreePeople,
  ...sessionThreeBuilding,
  ...sessionThreeCountryside,
];

export const otherSources: readonly SuggestionSource[] = [...otherPeople, ...otherCountryside, ...otherTown, ...otherOrder];

export const autumnSources = { review: autumnReview, accepted: autumnAccepted, transport: autumnTransport };
