import type { Rating } from "../../src/modules/stations/rating.ts";
import { ratingDecisions } from "../../src/modules/stations/rating-decisions.ts";
import { mayRating, type RatingVerb, ratingRow } from "../../src/modules/stations/rating-lifecycle.ts";
import { ratingItems } from "../../src/modules/stations/rule-definitions.ts";
import type { RatingRelation, RatingState } from "../../src/modules/stations/terms.ts";
import { type DateISO, type Instant, momentOn } from "../../src/platform/clock/instant.ts";
import type { Fact } from "../../src/platform/ledger/fact.ts";
import { evidenceOf, type Step } from "../../src/platform/lifecycle/evidence.ts";
import { isRefusal } from "../../src/platform/refusal.ts";
import { idAt } from "./ids.ts";
import { staffOf } from "./people.ts";
import { accountOf } from "./personas.ts";
import { district } from "./places.ts";
import { type Station, stations } from "./stations.ts";
import { statute } from "./statute.ts";
import { type Random, randomFrom } from "./texts/random.ts";
import { ratingEvidence } from "./texts/station-texts.ts";

/** The rating of a station for 2022. */
export interface Rated {
  thing: Rating;
  readonly steps: Step[];
  readonly facts: Fact[];
}

const at = (day: string, hour: number) => momentOn(day as DateISO, hour * 60);
const year = 2022;

/** Every station that was open in 2022 claimed; the office has assessed all of them and published all but two. */
export function ratings(): Rated[] {
  const random = randomFrom("ratings");
  return stations
    .filter(({ kind }) => kind === "station" || kind === "room")
    .map((station, index) => {
      const rated = claimed(random, station);
      const marks = rated.thing.claimed.map(({ code, points }) => {
        const less = random.chance(0.3) ? random.int(1, 3) : 0;
        return { code, points: Math.max(0, points - less), reason: less > 0 ? "台账不全，酌情扣减" : null };
      });
      const score = marks.reduce((sum, { points }) => sum + points, 0);
      const stars = score >= 92 ? 5 : score >= 85 ? 4 : 3;
      act(
        rated,
        "assess",
        { assessed: marks, stars, remark: score >= 92 ? "材料扎实，作用发挥好" : "请补齐接待台账和回访记录" },
        at("2023-02-14", 15),
      );
      if (index > 1) act(rated, "publish", {}, at("2023-03-01", 10));
      return rated;
    });
}

function claimed(random: Random, station: Station): Rated {
  const now = at("2023-01-12", 10);
  const id = idAt(now, `rating ${station.code} ${year}`);
  const rule = statute.rule(ratingItems, "2023-01-12" as DateISO);
  const sheet = rule.value.map(({ code, points }) => ({
    ...{ code, points: points - random.int(0, Math.floor(points / 6)), evidence: ratingEvidence[code] ?? "见台账", attachments: [] },
  }));
  const thing: Rating = {
    ...{ id, stationId: station.id, year, ruleVersion: rule.version, items: rule.value, claimed: sheet, assessed: null, score: null },
    ...{ stars: null, remark: null, status: "claimed", publishedAt: null, version: 1 },
  };
  const by = { account: accountOf(station.liaison), person: station.liaison, actingFor: station.id };
  const occasion = {
    id: idAt(now, `${id} begin`),
    district,
    now,
    subjectType: "rating",
    verb: "begin",
    tells: "rating.claimed",
    to: "claimed",
  } as const;
  const told = { data: { stationId: station.id, year } };
  const { step, fact } = evidenceOf<RatingState, RatingVerb>({ ...thing, version: 0 }, by, { ...occasion, told });
  return { thing, steps: [step], facts: [fact] };
}

/** The office performs a verb; a refusal here is a mistake of the world. */
function act(rated: Rated, verb: RatingVerb, input: object, now: Instant): void {
  const { thing } = rated;
  const relations: RatingRelation[] = ["station", "office"];
  const change = mayRating(thing, verb, relations) ?? ratingDecisions[verb].decide(thing, input as never, { now, attached: new Map() });
  if (isRefusal(change)) throw new Error(`${verb} of ${thing.id}: ${JSON.stringify(change)}`);
  const to = change.to ?? thing.status;
  const person = staffOf("deputy_office", "officer");
  const by = { account: accountOf(person), person, actingFor: thing.stationId };
  const occasion = { id: idAt(now, `${thing.id} ${verb}`), district, now, subjectType: "rating", verb, tells: ratingRow(verb).tells, to };
  const told = { data: { stationId: thing.stationId, year: thing.year, ...change.data } };
  const { step, fact } = evidenceOf<RatingState, RatingVerb>(thing, by, { ...occasion, told });
  rated.thing = { ...thing, ...change.set, status: to, version: thing.version + 1 };
  rated.steps.push(step);
  rated.facts.push(fact);
}
