import type { z } from "@hono/zod-openapi";
import { type RawBuilder, sql } from "kysely";
import { type DateISO, dateIn, type Instant, momentOn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { foundBy, hasWord } from "../../../platform/db/search.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { matchIn } from "../../../platform/text/snippet.ts";
import { wordsOf } from "../../../platform/text/words.ts";
import type { Actor } from "../../identity/index.ts";
import { endOfCounting, yearUntil } from "../../stations/index.ts";
import type { AtStations } from "../access.ts";
import type { VoiceLine, voiceContracts } from "../contract.ts";
import { endStates } from "../terms.ts";
import { atStations } from "./at-stations.ts";
import { countedVoices } from "./counted.ts";
import { gistOf, labelOf } from "./label.ts";
import { ownOf, scopeOf } from "./scope.ts";
import { preparedCounts } from "./sums.ts";

export type Query = z.output<(typeof voiceContracts)["list"]["query"]>;
export type Line = z.input<typeof VoiceLine>;
export type Row = Omit<Line, "label" | "title" | "match"> & {
  readonly words: string;
  readonly number: number | null;
  readonly numberYear: number | null;
  readonly answers?: string[];
};

/** A page of the voices in the actor's sight, and how many there are in each state under the same filters. */
export async function listVoices(db: Db, actor: Actor, query: Query, now: Instant) {
  const at = await atStations(db, actor, dateIn(now));
  const page = await pageOf(db, actor, at, query, now);
  const { unitId, stationId } = query;
  const filters = filtersOf(actor, { ...query, status: undefined }, dateIn(now));
  const unfiltered = filters.length === [unitId, stationId].filter(Boolean).length;
  return {
    ...page,
    counts: unfiltered ? await preparedCounts(db, actor, at, query) : await countRows(db, [scopeOf(actor, at), ...filters]),
  };
}

/** The number of voices in each state, counted one by one. */
async function countRows(db: Db, where: readonly RawBuilder<unknown>[]): Promise<Record<string, number>> {
  const counted = await sql<{ status: string; count: number }>`
    select v.status, count(*) as count from voice v where ${sql.join(where, sql` and `)} group by 1`.execute(db);
  return Object.fromEntries(counted.rows.map(({ status, count }) => [status, count]));
}

/** A page of the voices in the actor's sight, as sorted. */
export async function voicePage(db: Db, actor: Actor, query: Query, now: Instant) {
  return pageOf(db, actor, await atStations(db, actor, dateIn(now)), query, now);
}

const due = sql<DateISO | null>`(select min(c.due_on) from clock c
  where c.district = v.district and c.subject_type = 'voice' and c.subject_id = v.id and c.stopped_on is null)`;

/** What a line of a list is made of. */
export const lineColumns = sql`v.id, v.number, v.number_year, v.words, v.status, v.channel, v.category, a.name as area_name, v.place, v.urgent,
  s.name as station_name, u.short_name as unit_name, v.received_at, ${due} as due_on,
  (select p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
    where m.district = v.district and m.id = v.taker_id) as taker_name,
  (select count(*) from voice j where j.district = v.district and j.joined_to = v.id) as joiners`;
export const lineSources = sql`voice v
  join area a on a.district = v.district and a.id = v.area_id
  left join station s on s.district = v.district and s.id = v.station_id
  left join organisation u on u.district = v.district and u.id = v.unit_id`;

const answers = sql`, array(select w.answer from voice_answer w where w.district = v.district and w.voice_id = v.id and w.answer is not null
  order by w.round) as answers`;

interface Order {
  readonly by: RawBuilder<unknown>;
  /** Where a page ends, for the next one to begin after. */
  readonly keys: (last: Row) => (string | number | null)[];
  readonly after: (keys: readonly unknown[]) => RawBuilder<unknown>;
}

const forever = "9999-12-31";
/** What cannot wait stands before everything else. */
const calm = sql`(not v.urgent)::integer`;
const dueOrNever = sql`coalesce(${due}, ${forever}::date)`;

/** Every order ends with the identifier, so that a page begins where the one before ended. */
const orders: Readonly<Record<Query["sort"], Order>> = {
  received: {
    by: sql`v.received_at, v.id`,
    keys: ({ receivedAt, id }) => [receivedAt, id],
    after: ([at, id]) => sql`(v.received_at, v.id) > (${at}, ${id})`,
  },
  "-received": {
    by: sql`v.received_at desc, v.id desc`,
    keys: ({ receivedAt, id }) => [receivedAt, id],
    after: ([at, id]) => sql`(v.received_at, v.id) < (${at}, ${id})`,
  },
  due: {
    by: sql`${calm}, ${dueOrNever}, v.id`,
    keys: ({ urgent, dueOn, id }) => [urgent ? 0 : 1, dueOn ?? forever, id],
    after: ([first, at, id]) => sql`(${calm}, ${dueOrNever}, v.id) > (${first}::integer, ${at}::date, ${id}::uuid)`,
  },
};

async function pageOf(db: Db, actor: Actor, at: AtStations, query: Query, now: Instant) {
  const matching = [scopeOf(actor, at), ...filtersOf(actor, query, dateIn(now))];
  const order = orders[query.sort];
  const after = keysAt(query.cursor, query.sort === "due" ? 3 : 2);
  const where = after ? [...matching, order.after(after)] : matching;
  const words = wordsOf(query.search ?? "");
  const found = await sql<Row>`
    select ${lineColumns} ${words.length > 0 ? answers : sql``} from ${lineSources}
    where ${sql.join(where, sql` and `)} order by ${order.by} limit ${query.limit + 1}`.execute(db);
  const rows = found.rows.slice(0, query.limit);
  const last = rows.at(-1);
  const next = found.rows.length > query.limit && last ? cursorAt(order.keys(last)) : null;
  return { items: rows.map((row) => lineOf(row, words)), next };
}

/** Before anybody was heard here. */
const first = "2000-01-01" as DateISO;

function filtersOf(actor: Actor, query: Query, today: DateISO): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  const [states, ways] = [[query.status ?? []].flat(), [query.channel ?? []].flat()];
  if (states.length > 0) all.push(sql`v.status = any(${states})`);
  if (ways.length > 0) all.push(sql`v.channel = any(${ways})`);
  if (query.category) all.push(sql`v.category = ${query.category}`);
  if (query.stationId) all.push(sql`v.station_id = ${query.stationId}`);
  if (query.receptionId) all.push(sql`v.reception_id = ${query.receptionId}`);
  if (query.unitId) all.push(sql`v.unit_id = ${query.unitId}`);
  if (query.opinionId) all.push(sql`v.opinion_id = ${query.opinionId}`);
  if (query.suggestionId) all.push(sql`v.id in (${grownInto(actor.district, query.suggestionId)})`);
  const span = query.year ? yearUntil(query.year, today) : { from: first, to: today, asOf: today };
  if (query.year) all.push(sql`v.received_at >= ${momentOn(span.from)} and v.received_at < ${endOfCounting({ asOf: span.to })}`);
  if (query.counted) {
    const stations = query.stationId ? [query.stationId] : undefined;
    const counted = countedVoices({ district: actor.district, stations, ...span });
    all.push(sql`v.id in (select m.id from (${counted}) m where ${sql.ref(`m.${query.counted}`)})`);
  }
  if (query.mine === "true") all.push(ownOf(actor));
  if (query.open) all.push(query.open === "true" ? sql`v.closed_at is null` : sql`v.status = any(${[...endStates]})`);
  if (query.urgent) all.push(sql`v.urgent = ${query.urgent === "true"}`);
  if (query.overdue === "true") all.push(sql`${due} < ${today}`);
  if (query.areaId)
    all.push(sql`v.area_id in (with recursive down as (select id from area where district = ${actor.district} and id = ${query.areaId}
      union all select a.id from area a join down on a.parent_id = down.id where a.district = ${actor.district}) select id from down)`);
  for (const word of wordsOf(query.search ?? "")) all.push(sql`v.id = ${voicesWith(actor.district, word)}`);
  return all;
}

/** The voices that grew into a suggestion, also those whose opinion was upgraded to it. */
const grownInto = (district: string, suggestionId: string) => sql`
  select w.id from voice w where w.district = ${district} and w.suggestion_id = ${suggestionId}
  union all select w.id from opinion o join voice w on w.district = o.district and w.opinion_id = o.id
    where o.district = ${district} and o.suggestion_id = ${suggestionId}`;

/** The voices that a word stands in: what was said, what was answered, or their number. Never who said it. */
export function voicesWith(district: string, word: string): RawBuilder<unknown> {
  const [, year, number] = /^(?:(\d{4})-)?(\d{1,6})$/.exec(word) ?? [];
  const ways = [
    sql`select w.id from voice w where w.district = ${district} and ${hasWord(sql`w.words`, word)}`,
    sql`select r.voice_id from voice_answer r where r.district = ${district} and r.answer is not null and ${hasWord(sql`r.answer`, word)}`,
  ];
  if (number)
    ways.push(
      sql`select w.id from voice w where w.district = ${district} and w.number = ${Number(number)} ${year ? sql`and w.number_year = ${Number(year)}` : sql``}`,
    );
  return foundBy(ways);
}

export function lineOf({ number, numberYear, words: said, answers: given, ...rest }: Row, words: readonly string[] = []): Line {
  const line = { ...rest, label: labelOf({ number, numberYear }), title: gistOf(said) };
  if (!given) return line;
  return { ...line, match: matchIn([["words", said], ...given.map((answer) => ["answer", answer] as const)], words) };
}
