import type { Channel } from "../../src/modules/voices/terms.ts";
import type { Instant } from "../../src/platform/clock/instant.ts";
import { idAt } from "./ids.ts";
import type { Life } from "./opinions.ts";
import { mandates } from "./people.ts";
import { type Area, areas, villagesOf } from "./places.ts";
import { areaOf } from "./stations.ts";
import type { Way } from "./suggestion-stage.ts";
import { boundIn } from "./texts/opinion-texts.ts";
import type { Random } from "./texts/random.ts";
import { grownWords, originAt } from "./texts/voice-origins.ts";
import { matterOf, type VoiceText, voiceText } from "./texts/voice-texts.ts";
import { now, seasonOf } from "./times.ts";
import { asked } from "./voice-courses.ts";
import type { Seat } from "./voice-plan.ts";
import { deputy, house, inDays, inMinutes, type Speech, say } from "./voice-stage.ts";

/** A voice that a deputy made something of. */
export interface Linked {
  readonly key: string;
  readonly id: string;
  readonly at: Instant;
  readonly seat: Seat | undefined;
  readonly channel: Extract<Channel, "visit" | "qr">;
  readonly area: Area;
  readonly mandateId: string;
  readonly said: { readonly words: string; readonly category: string; readonly place: string | null };
  /** What became of it. */
  readonly after: (speech: Speech) => void;
}

const atReceptions = 80;
const withoutReception = 40;

/** Opinions that deputies raised after somebody had told them of the matter; the opinions themselves stay as they are. */
export function linkedToOpinions(random: Random, lives: readonly Life[], seats: readonly Seat[]): Linked[] {
  const found: Linked[] = [];
  const count = { seat: 0, none: 0 };
  const bySeat = new Map<string, Seat[]>();
  for (const seat of seats) for (const one of seat.mandates) bySeat.set(one, [...(bySeat.get(one) ?? []), seat]);
  // From the newest to the oldest, so that many are still on their way.
  for (const life of lives.toReversed()) {
    const { thing } = life;
    if (thing.id === lives[0]?.thing.id || thing.submittedAt < "2022-10-20") continue;
    const matter = matterOf(thing);
    const bound = boundIn(thing);
    if (!matter || !bound) continue;
    const since = inMinutes(thing.submittedAt, -6 * 1440);
    const seat = (bySeat.get(thing.mandateId) ?? []).find(
      ({ sitting, free }) => free > 0 && sitting.thing.endsAt < thing.submittedAt && sitting.thing.startsAt > since,
    );
    if (seat ? count.seat >= atReceptions : count.none >= withoutReception || !random.chance(0.05)) continue;
    if (seat) seat.free--;
    count[seat ? "seat" : "none"]++;
    const at = seat ? inMinutes(seat.sitting.thing.startsAt, random.int(8, 100)) : inMinutes(thing.submittedAt, -random.int(600, 5000));
    const area = areaOf(thing.areaId);
    const place = { village: area.name, town: areas.find(({ id }) => id === area.parentId)!.name };
    const text = voiceText(random, place, seasonOf(at), { matter, bound });
    const key = `opinion ${thing.id}`;
    found.push({
      ...{ key, id: idAt(at, `voice ${key}`), at, seat, area, mandateId: thing.mandateId, channel: random.pick(["visit", "qr"]) },
      said: { words: text.words, category: thing.category, place: bound.get("spot") ?? null },
      after: (speech) => grownToOpinion(random, speech, life, text),
    });
  }
  return found;
}

/** Taken up, raised as an opinion, and answered when that has ended. */
function grownToOpinion(random: Random, speech: Speech, { thing, facts }: Life, text: VoiceText): void {
  const soon = inMinutes(speech.at, random.int(20, 500));
  if (soon < thing.submittedAt && random.chance(0.6)) say(speech, "take_up", {}, soon, deputy(thing.mandateId, "addressed"));
  const doer = deputy(
    thing.mandateId,
    ...(speech.thing.status === "taken_up" ? (["addressed", "taker"] as const) : (["addressed"] as const)),
  );
  if (!say(speech, "become_opinion", { opinionId: thing.id }, thing.submittedAt, doer)) return;
  followOpinion(speech, { thing, facts });
  if (speech.thing.status === "answered") asked(random, speech, text);
}

const opinionEnds = ["opinion.appraisal_lapsed", "opinion.upgrade_concluded", "opinion.declined", "opinion.withdrawn"];

/** The house tells it on when the opinion has ended, at that very moment. */
export function followOpinion(speech: Speech, { thing, facts }: Pick<Life, "thing" | "facts">): void {
  const end = facts.find(({ type, data }) => (type === "opinion.appraised" ? data["to"] === "closed" : opinionEnds.includes(type)));
  if (end) say(speech, "follow_end", { outcome: end.type, solved: thing.results.at(-1)?.solved ?? false }, end.at, house);
}

/** Suggestions that began with somebody's words; they know it themselves. */
export function linkedToSuggestions(random: Random, ways: readonly Way[]): Linked[] {
  return ways.flatMap((way): Linked[] => {
    const words = grownWords[way.text.title];
    const begun = way.facts[0]!.at;
    if (!words || way.thing.originId === null) return [];
    const { id, at } = originAt(way.text.title, begun);
    const area = areaFor(way);
    return [
      {
        ...{ key: `suggestion ${way.thing.id}`, id, at, seat: undefined, channel: "visit", area, mandateId: way.lead.id },
        said: { words, category: way.text.category, place: null },
        after: (speech) => grownToSuggestion(random, speech, way, begun),
      },
    ];
  });
}

const areaFor = ({ lead }: Way): Area => {
  const own = mandates.find(({ id }) => id === lead.id)!;
  return areaOf(own.areaId).kind === "village" || areaOf(own.areaId).kind === "community"
    ? areaOf(own.areaId)
    : villagesOf(own.township)[0]!;
};

const suggestionEnds = ["suggestion.closed", "suggestion.turned_to_letter"];

function grownToSuggestion(random: Random, speech: Speech, way: Way, begun: Instant): void {
  say(speech, "take_up", {}, inDays(random, speech.at, 0, 1), deputy(way.lead.id, "addressed"));
  if (!say(speech, "become_suggestion", { suggestionId: way.thing.id }, begun, deputy(way.lead.id, "addressed", "taker"))) return;
  const end = way.facts.find(({ type }) => suggestionEnds.includes(type));
  if (!end || end.at >= now) return;
  const last = way.thing.replies.findLast(({ signedAt }) => signedAt !== null);
  say(speech, "follow_end", { outcome: end.type, solved: last?.outcome === "resolved" }, end.at, house);
  asked(random, speech, undefined);
}
