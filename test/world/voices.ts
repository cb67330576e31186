import { awaitedOfVoice } from "../../src/modules/voices/index.ts";
import type { Channel } from "../../src/modules/voices/terms.ts";
import { type DateISO, dateIn, type Instant, momentOn, shift } from "../../src/platform/clock/instant.ts";
import { idAt } from "./ids.ts";
import { personName } from "./names.ts";
import type { Life } from "./opinions.ts";
import { receiverOf } from "./organisations.ts";
import { mandates } from "./people.ts";
import { accountOf } from "./personas.ts";
import { type Area, areas, townshipArea, townships, villagesOf } from "./places.ts";
import type { Sitting } from "./receptions.ts";
import { areaOf, type Station, stationIn } from "./stations.ts";
import type { Way } from "./suggestion-stage.ts";
import { type Random, randomFrom } from "./texts/random.ts";
import { fill } from "./texts/template.ts";
import { elsewhereSaid, type VoiceText, voiceText } from "./texts/voice-texts.ts";
import { now, seasonOf } from "./times.ts";
import { answeredAtOnce, directed, joined, proposed, routed, takenUp, withdrawn } from "./voice-courses.ts";
import { type Linked, linkedToOpinions, linkedToSuggestions } from "./voice-links.ts";
import type { Plan, Seat } from "./voice-plan.ts";
import { type Beginning, beginSpeech, type Contact, forgetVoices, inMinutes, type Speech, voter } from "./voice-stage.ts";
import { zhuzhuangVoices } from "./zhuzhuang-voices.ts";

/** How many are spoken altogether. */
const wanted = 3000;

/** Every voice of the world, each through its own life, in the order in which they were spoken. */
export function speeches(sittings: readonly Sitting[], opinions: readonly Life[], suggestions: readonly Way[]): Speech[] {
  forgetVoices();
  const random = randomFrom("voices");
  const seats = seatsIn(sittings);
  const linked = [...linkedToOpinions(random, opinions, seats), ...linkedToSuggestions(random, suggestions)].map((one) =>
    linkedPlan(random, one),
  );
  const road = zhuzhuangVoices(sittings, opinions);
  const heard = seats.flatMap((seat) => Array.from({ length: seat.free }, (_, index) => atReception(random, seat, index)));
  const others = wanted - linked.length - road.length - heard.length;
  const rest = Array.from({ length: others }, (_, index) => elsewhere(random, index));
  const plans = [...linked, ...road, ...heard, ...rest].sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1));
  const all: Speech[] = [];
  for (const plan of plans) all.push(plan.run(all));
  return all;
}

/** Six in ten of those who come have something that is kept; the others come to ask, to look, to greet. */
function seatsIn(sittings: readonly Sitting[]): Seat[] {
  const random = randomFrom("visitors");
  return sittings
    .filter(({ thing, station }) => thing.status === "held" && !(station.code === "ZZ01" && thing.day < "2022-10-01"))
    .map((sitting) => {
      const { thing, station } = sitting;
      const area = areaWithin(random, thing.areaId ? { ...station, cover: [{ areaId: thing.areaId, grid: null }] } : station);
      const free = Array.from({ length: thing.visitors ?? 0 }).filter(() => random.chance(0.6)).length;
      const there = thing.deputies.filter(({ state }) => state === "signed_in").map(({ mandateId }) => mandateId);
      return { sitting, area, township: townshipOf(area), mandates: there, free };
    });
}

/** One of the villages that a station covers; for whole towns, one of theirs. */
function areaWithin(random: Random, station: Pick<Station, "cover">): Area {
  const area = areaOf(random.pick(station.cover).areaId);
  if (area.kind === "village" || area.kind === "community") return area;
  const township = area.kind === "district" ? random.pick(townships).key : townships.find(({ key }) => townshipArea(key) === area.id)!.key;
  return random.pick(villagesOf(township));
}

const townshipOf = (area: Area): string => townships.find(({ key }) => townshipArea(key) === area.parentId)!.key;
const placeNames = (area: Area) => ({ village: area.name, town: areas.find(({ id }) => id === area.parentId)!.name });

/** Names and numbers that nobody has: the numbers begin as no mobile number does. */
function contactOf(random: Random): Contact | null {
  if (random.chance(0.28)) return null;
  const name = random.chance(0.85)
    ? personName(random, random.pick(["male", "female"]))
    : `${random.pick("王李张刘陈杨赵周".split(""))}${random.pick(["大爷", "大娘", "师傅", "老师", "嫂"])}`;
  return { name, phone: random.chance(0.88) ? `100${String(random.int(0, 99_999_999)).padStart(8, "0")}` : null };
}

type Situated = Pick<Beginning, "channel" | "stationId" | "receptionId" | "mandateId" | "enteredBy"> & {
  readonly key: string;
  readonly area: Area;
  readonly spokenAt: Instant;
  readonly at: Instant;
};

/** What all beginnings have in common. */
export function beginning(
  random: Random,
  { area, at, key, spokenAt, ...rest }: Situated,
  said: { words: string; category: string; place?: string | null },
  contact = contactOf(random),
): Beginning {
  const township = townshipOf(area);
  const external = rest.channel === "hotline" ? `HB${dateIn(at).replaceAll("-", "")}${String(random.int(1, 9999)).padStart(4, "0")}` : null;
  return {
    ...rest,
    ...{
      key,
      township,
      contact,
      spokenAt,
      id: idAt(at, `voice ${key}`),
      receiverId: receiverOf(township),
      areaId: area.id,
      words: said.words,
    },
    ...{ category: said.category, place: said.place ?? null, longitude: null, latitude: null, urgent: false, externalId: external },
  };
}

const enteredBy = (person: string | null, stationSide: boolean) =>
  person === null
    ? voter
    : { account: accountOf(person), person, actingFor: null, relations: stationSide ? (["station"] as const) : (["addressed"] as const) };

/** A visitor of a reception: the liaison officer writes down what he says. */
function atReception(random: Random, { sitting, area, mandates: there }: Seat, index: number): Plan {
  const { thing, station } = sitting;
  const length = (Date.parse(thing.endsAt) - Date.parse(thing.startsAt)) / 60_000;
  const spokenAt = inMinutes(thing.startsAt, random.int(3, length - 12));
  const at = inMinutes(spokenAt, random.int(2, 9));
  const mandateId = there.length > 0 ? random.pick(there) : null;
  const from = { channel: "reception", stationId: station.id, receptionId: thing.id, mandateId, enteredBy: station.liaison } as const;
  return planned(random, { ...from, key: `reception ${thing.id} ${index}`, area, spokenAt, at });
}

/** How they come, each with the share of those before it and its own. */
const ways: readonly (readonly [Channel, number])[] = [
  ["qr", 0.32],
  ["portal", 0.48],
  ["visit", 0.67],
  ["phone", 0.81],
  ["letter", 0.84],
  ["hotline", 0.94],
  ["activity", 1],
];
const first = "2022-06-20" as DateISO;
const days = 459;

/** Somebody who did not wait for a reception. */
function elsewhere(random: Random, index: number): Plan {
  // More in the second half than in the first: word gets around.
  const on = shift(first, Math.floor(Math.sqrt(random.next()) * days));
  const spokenAt = momentOn(on, random.int(6 * 60 + 20, 21 * 60));
  const turn = random.next();
  const [channel] = ways.find(([, share]) => turn < share)!;
  const area = random.pick(villagesOf(random.pick(townships).key));
  const station = stationIn(area.id);
  const atStation = channel === "qr" || channel === "visit" || channel === "phone" ? station : undefined;
  const addressed = atStation && random.chance(0.3) && atStation.placed.length > 0 ? random.pick(atStation.placed) : null;
  const byHand = channel === "visit" || channel === "phone" || channel === "letter" || channel === "activity";
  const at = byHand ? inMinutes(spokenAt, random.int(3, 160)) : spokenAt;
  const from = {
    channel,
    stationId: atStation?.id ?? null,
    receptionId: null,
    mandateId: addressed,
    enteredBy: byHand ? (station?.liaison ?? null) : null,
  };
  return planned(random, { ...from, key: `voice ${index}`, area, spokenAt, at: at < now ? at : inMinutes(now, -random.int(20, 400)) });
}

/** What is said, and what becomes of it. */
function planned(random: Random, from: Situated): Plan {
  const season = seasonOf(from.at);
  const doer = enteredBy(from.enteredBy, true);
  const begin = (said: Parameters<typeof beginning>[2]) => beginSpeech(beginning(random, from, said), doer, from.at);
  return {
    ...{ key: from.key, at: from.at },
    run(before) {
      const turn = random.next();
      if (turn < 0.04) {
        const { way, words } = misplaced(random, before.at(-1)?.thing.words);
        const speech = begin({ words, category: "other" });
        directed(random, speech, way);
        return speech;
      }
      const same = turn < 0.14 ? recent(before, from) : undefined;
      const text = voiceText(random, placeNames(from.area), season, same && { matter: same.text.matter, bound: same.text.bound });
      const place = text.bound.get("spot") ?? null;
      const speech = begin({ words: text.words, category: text.matter.category, place });
      texts.set(speech.thing.id, text);
      if (same && joined(random, speech, same.speech)) return speech;
      live(random, speech, text, turn);
      return speech;
    },
  };
}

/** Something that is not taken, in other words than those spoken just before. */
function misplaced(random: Random, last: string | undefined): { way: string; words: string } {
  const way = random.pick(Object.keys(elsewhereSaid));
  const words = fill(random.pick(elsewhereSaid[way]!), random, {}, new Map());
  return words === last ? misplaced(random, last) : { way, words };
}

const texts = new Map<string, VoiceText>();

/** Somebody of the same village with something of the last three weeks, who stands for himself. */
function recent(before: readonly Speech[], { area, at }: Situated) {
  const since = inMinutes(at, -21 * 1440);
  const speech = before.findLast(
    ({ thing }) => thing.areaId === area.id && thing.receivedAt > since && thing.status !== "joined" && texts.has(thing.id),
  );
  return speech && { speech, text: texts.get(speech.thing.id)! };
}

function live(random: Random, speech: Speech, text: VoiceText, turn: number): void {
  if (turn > 0.985) withdrawn(random, speech);
  else if (turn > 0.979) proposed(random, speech, text, turn > 0.982 ? "project" : "lead");
  else if (!(turn < 0.34 && answeredAtOnce(random, speech, text)) && !(turn < 0.44 && takenUp(random, speech, text)))
    routed(random, speech, text);
}

/** Somebody whose words a deputy made an opinion or a suggestion of. */
function linkedPlan(random: Random, linked: Linked): Plan {
  const { key, at, seat, area, mandateId, said, after } = linked;
  const station = seat?.sitting.station ?? stationIn(area.id);
  const person = seat
    ? seat.sitting.station.liaison
    : linked.channel === "visit"
      ? mandates.find(({ id }) => id === mandateId)!.personId
      : null;
  const from = {
    ...{ key, area, at, spokenAt: inMinutes(at, -3), mandateId, channel: seat ? ("reception" as const) : linked.channel },
    ...{
      stationId: seat || linked.channel === "qr" ? (station?.id ?? null) : null,
      receptionId: seat?.sitting.thing.id ?? null,
      enteredBy: person,
    },
  };
  return {
    ...{ key, at },
    run() {
      const begun = beginning(random, from, said);
      const speech = beginSpeech({ ...begun, id: linked.id }, enteredBy(person, seat !== undefined), at);
      after(speech);
      return speech;
    },
  };
}

/** What voices wait for on the world's day. */
export const awaitedOfSpeeches = (all: readonly Speech[]) =>
  all.flatMap(({ thing, steps }) =>
    awaitedOfVoice(thing).map((one) => ({ subjectType: "voice", subjectId: thing.id, ...one, since: steps.at(-1)!.at, urgedAt: null })),
  );
