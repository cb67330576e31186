import { type DateISO, dateIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Subscriber } from "../../../platform/ledger/subscribers.ts";
import { concernedWithPlan } from "../../activities/index.ts";
import { concernedWithOpinion } from "../../opinions/index.ts";
import { concernedWithListening, concernedWithReception } from "../../stations/index.ts";
import { concernedWithSuggestion } from "../../suggestions/index.ts";
import { concernedWithVoice } from "../../voices/index.ts";
import type { ChannelName } from "../terms.ts";
import { audience, type Concerned, nobody, toldTo } from "../told.ts";
import { post } from "./post.ts";

/** Whom a thing concerns, asked of the module that owns it, which also knows who may see a step. */
type Asked = (
  db: Db,
  district: string,
  id: string,
  stepId: string | null,
  today: DateISO,
) => Promise<{ label: string; partId: string | null; people: readonly Concerned[] } | undefined>;

export const concernedWith: Readonly<Record<string, Asked>> = {
  suggestion: concernedWithSuggestion,
  opinion: concernedWithOpinion,
  voice: concernedWithVoice,
  reception: concernedWithReception,
  listening: concernedWithListening,
  activity_plan: concernedWithPlan,
};

/** What happened longer ago than this is history: an installation that reads its old facts tells nobody of them. */
const longAgo = 14 * 86_400_000;

const types = Object.keys(toldTo).filter((type) => toldTo[type] !== nobody);

/** Tells people what happened to the things that concern them. */
export const tellPeople = (channels: readonly ChannelName[]): Subscriber => ({
  name: "notices.tell",
  types,
  within: longAgo,
  async handle(tx, { district, id, at, subjectType, subjectId, type }, now) {
    const found = await concernedWith[subjectType]?.(tx, district, subjectId, id, dateIn(now));
    if (!found) return;
    const people = audience(found.people, toldTo[type] ?? nobody, found.partId);
    await post(tx, { district, occasion: id, subjectType, subjectId, type, label: found.label, at, people }, channels, now);
  },
});
