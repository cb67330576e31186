import type { Matter } from "./matter.ts";
import { peopleMatters } from "./people.ts";
import { roadMatters } from "./roads.ts";
import { villageMatters } from "./village.ts";
import { waterMatters } from "./water.ts";

export type { Matter } from "./matter.ts";

/** Everything that people come with. */
export const matters: readonly Matter[] = [...roadMatters, ...waterMatters, ...peopleMatters, ...villageMatters];
