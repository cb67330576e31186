import type { Step } from "../../../platform/lifecycle/evidence.ts";
import type { VerbName } from "../lifecycle.ts";
import type { CaseState } from "../terms.ts";

export type CaseStep = Step<CaseState, VerbName>;
