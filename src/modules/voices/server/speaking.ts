import type { z } from "@hono/zod-openapi";
import { dateIn, yearIn } from "../../../platform/clock/instant.ts";
import type { Database } from "../../../platform/db/database.ts";
import { inRounds } from "../../../platform/db/rounds.ts";
import { unhurried } from "../../../platform/db/unhurried.ts";
import { granted, isRefusal, type Reason, type Refusal, Refused } from "../../../platform/refusal.ts";
import { voter } from "../access.ts";
import type { publicContracts } from "../public-contract.ts";
import { spokenLimit, stationLimit } from "../rule-definitions.ts";
import type { Calling } from "./calling.ts";
import { labelOf } from "./label.ts";
import { countedAll } from "./limits.ts";
import { takeNumbers } from "./numbers.ts";
import { bringerOf } from "./photos.ts";
import { type Place, placeOf } from "./places.ts";
import { publicDistrict } from "./public-district.ts";
import { writtenAmong } from "./receipts.ts";
import { wayOut } from "./way-out.ts";
import { faultsOfSaid, type Parts, type Said, type Writing, type Written, writeAll } from "./writing.ts";

export type Speech = z.output<(typeof publicContracts)["speak"]["body"]>;

/** What became of what a voter said: the receipt by which he finds it again. */
export interface Spoken {
  readonly receipt: string;
  readonly label: string;
}

interface Speaking {
  readonly speech: Speech;
  readonly calling: Calling;
}

const rounds = new WeakMap<Database, (one: Speaking) => Promise<Spoken | Refusal>>();

/**
 * What a voter says, with or without a name. Gives the receipt, the same one for the same form however often it is sent.
 * Too much from one address or for one station is refused, with a way to a person. Who speak at the same moment are written down together.
 */
export async function speak(database: Database, parts: Parts, speech: Speech, calling: Calling): Promise<Spoken | Refusal> {
  const together = rounds.get(database) ?? inRounds((all) => speakAll(database, parts, all));
  rounds.set(database, together);
  try {
    if (!withPhotos(speech)) return await together({ speech, calling });
    return (await speakAll(database, parts, [{ speech, calling }]))[0]!;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

const withPhotos = ({ attachments = [] }: Pick<Speech, "attachments">): boolean => attachments.length > 0;

/** Answers in the order of those who speak. */
async function speakAll(database: Database, parts: Parts, all: readonly Speaking[]): Promise<(Spoken | Refusal)[]> {
  const answers: (Spoken | Refusal)[] = [];
  for (const [wanted, places] of Map.groupBy(all.keys(), (at) => all[at]!.speech.district)) {
    const some = places.map((at) => all[at]!);
    const district = await publicDistrict(database.read, wanted);
    const told = isRefusal(district) ? some.map(() => district) : await speakIn(database, parts, district, some);
    for (const [at, answer] of told.entries()) answers[places[at]!] = answer;
  }
  return answers;
}

async function speakIn(database: Database, parts: Parts, district: string, all: readonly Speaking[]): Promise<(Spoken | Refusal)[]> {
  const forms = new Map(all.map((one) => [one.speech.submission.toLowerCase(), one]));
  const told = new Map<string, Spoken | Refusal>();
  const before = await writtenAmong(database.read, parts.seal, district, [...forms.keys()]);
  for (const [at, form] of [...forms.keys()].entries()) {
    const known = before[at];
    if (known) told.set(form, { receipt: known.receipt, label: labelOf(known) });
  }
  const fresh = await settled(
    database,
    parts,
    district,
    [...forms].filter(([form]) => !told.has(form)),
  );
  const numbers = await letIn(database, parts, district, fresh);
  const writings = fresh.flatMap(({ said, place, calling }, at): Writing[] => {
    const number = numbers[at];
    if (isRefusal(place) || isRefusal(number)) return [];
    return [{ said, place, by: { district, doer: voter, now: calling.now, bringer: bringerOf(parts, district, said.submission), number } }];
  });
  const written = (await writeTogether(database, parts, district, writings)).values();
  for (const [at, { form, place }] of fresh.entries()) {
    const number = numbers[at];
    const refusal = isRefusal(number) ? number : isRefusal(place) ? place : undefined;
    const answer = refusal ?? written.next().value!;
    told.set(form, isRefusal(answer) ? answer : { receipt: answer.receipt, label: answer.label });
  }
  return all.map(({ speech }) => told.get(speech.submission.toLowerCase())!);
}

/** What someone says, and where it belongs. */
interface Settled {
  readonly form: string;
  readonly said: Said;
  readonly calling: Calling;
  readonly place: Place | Refusal;
}

/** Where everything belongs that is said, unless something in it is wrong. */
async function settled(database: Database, parts: Parts, district: string, all: readonly [string, Speaking][]): Promise<Settled[]> {
  if (all.length === 0) return [];
  const statute = await parts.statutes.of(database.read, district);
  const places = new Map<string, Place | Refusal>();
  const done: Settled[] = [];
  for (const [form, { speech, calling }] of all) {
    const { district: _, ...rest } = speech;
    const said = { ...rest, receptionId: null, spokenAt: calling.now };
    const spot = `${said.areaId} ${said.stationId}`;
    const place = places.get(spot) ?? (await placeOf(database.read, district, said, dateIn(calling.now)));
    places.set(spot, place);
    const wrong = isRefusal(place) ? place : await faultsOfSaid(database.read, district, said, statute, calling.now);
    done.push({ form, said, calling, place: wrong ?? place });
  }
  return done;
}

/** In one transaction. A form whose photos are refused leaves them as they were. */
async function writeTogether(database: Database, parts: Parts, district: string, all: readonly Writing[]): Promise<(Written | Refusal)[]> {
  if (all.length === 0) return [];
  return database.write(async (tx) => {
    const written = await writeAll(tx, parts, district, all);
    return all.some(({ said }) => withPhotos(said)) ? written.map((one) => granted(one)) : written;
  });
}

/**
 * Counts who speak, and for which stations; refuses what is too much. Whoever is let in gets his number here: taken together with the
 * voice it would be held until that is on the disk, and all who speak to the same receiver would wait for one another.
 */
async function letIn(
  database: Database,
  parts: Parts,
  district: string,
  all: readonly Settled[],
): Promise<readonly (number | undefined | Refusal)[]> {
  if (all.length === 0) return [];
  const answers = await database.write(async (tx) => {
    await unhurried(tx);
    const byAddress = all.map(({ calling }) => ({ district, what: "speak", of: calling.address, rule: spokenLimit, now: calling.now }));
    const flooded = await countedAll(tx, parts, byAddress);
    // What is refused by its address does not use up what a station can take.
    const atStation = all.flatMap(({ said, calling }, at) =>
      said.stationId === null || flooded[at]
        ? []
        : [{ at, limit: { district, what: "station", of: said.stationId, rule: stationLimit, now: calling.now } }],
    );
    const full = await countedAll(
      tx,
      parts,
      atStation.map(({ limit }) => limit),
    );
    for (const [index, { at }] of atStation.entries()) flooded[at] = full[index];
    const wanted = all.map(({ place, calling }, at) =>
      flooded[at] || isRefusal(place) ? undefined : { receiverId: place.receiverId, year: yearIn(dateIn(calling.now)) },
    );
    const numbers = (
      await takeNumbers(
        tx,
        district,
        wanted.filter((one) => one !== undefined),
      )
    ).values();
    return wanted.map((one, at) => flooded[at] ?? (one && numbers.next().value));
  });
  const ways = new Map<string | null, Reason[]>();
  const told: (number | undefined | Refusal)[] = [];
  for (const [at, answer] of answers.entries()) {
    if (!isRefusal(answer)) {
      told.push(answer);
      continue;
    }
    const { stationId } = all[at]!.said;
    // A flood is many refusals at once, and whoever speaks beside it waits for them.
    const way = ways.get(stationId) ?? (await wayOut(database.read, district, stationId));
    ways.set(stationId, way);
    told.push({ ...answer, reasons: [...answer.reasons, ...way] });
  }
  return told;
}
