import type { CategoryCode } from "../categories.ts";
import { agricultureKinds } from "./agriculture.ts";
import { cultureKinds } from "./culture.ts";
import { economyKinds } from "./economy.ts";
import { educationKinds } from "./education.ts";
import { elderlyKinds } from "./elderly.ts";
import { employmentKinds } from "./employment.ts";
import { environmentKinds } from "./environment.ts";
import { governmentKinds } from "./government.ts";
import { healthKinds } from "./health.ts";
import { housingKinds } from "./housing.ts";
import type { OpinionKind } from "./kind.ts";
import { landKinds } from "./land.ts";
import { otherKinds } from "./other.ts";
import { powerKinds } from "./power.ts";
import { roadKinds } from "./roads.ts";
import { safetyKinds } from "./safety.ts";
import { sanitationKinds } from "./sanitation.ts";
import { trafficKinds } from "./traffic.ts";
import { waterKinds } from "./water.ts";

export const opinionKinds: Readonly<Record<CategoryCode, readonly OpinionKind[]>> = {
  roads: [...roadKinds, ...trafficKinds],
  water: waterKinds,
  power: powerKinds,
  housing: housingKinds,
  sanitation: sanitationKinds,
  environment: environmentKinds,
  education: educationKinds,
  health: healthKinds,
  employment: employmentKinds,
  elderly: elderlyKinds,
  agriculture: agricultureKinds,
  land: landKinds,
  safety: safetyKinds,
  government: governmentKinds,
  culture: cultureKinds,
  economy: economyKinds,
  other: otherKinds,
};
