import { randomUUIDv7 } from "node:crypto";
import { sql } from "kysely";
import { type DateISO, type Instant, yearIn } from "../../../../platform/clock/instant.ts";
import type { Tx } from "../../../../platform/db/database.ts";
import { notFound, type Refusal } from "../../../../platform/refusal.ts";
import type { Statute, Statutes } from "../../../calendar/index.ts";
import { type Actor, type Intake, organisationsAs, type Values } from "../../../identity/index.ts";
import { house } from "../../access.ts";
import type { Doer } from "../../context.ts";
import { takenOver } from "../../earlier.ts";
import { beginning } from "../../play.ts";
import { reviewerFor } from "../drafting.ts";
import { mandatesIn, perform } from "../perform.ts";
import { type Fresh, storeAllNew } from "../store.ts";
import { type Directory, directoryFor } from "./directory.ts";
import { knownOf } from "./known.ts";
import { settled } from "./settle.ts";
import { columns, earlierIn, fields, initial } from "./sheet.ts";
import { sayings } from "./words.ts";

/** Rows written by one statement; a statement can carry a limited number of values. */
const portion = 200;

/** Earlier suggestions, known by congress, session or year, and number. What lives in the house already is never touched. */
export function earlierSuggestions(statutes: Statutes): Intake {
  // One comparison settles its rows and then looks for what they speak of, by the same directory.
  const directories = new WeakMap<readonly object[], Directory>();
  return {
    ...{ kind: "suggestion", title: "suggestion.import.title", help: "suggestion.import.help", sayings, columns, fields, initial },
    async settle(db, { district }, rows, now) {
      const directory = await directoryFor(db, district, rows, { statutes, now });
      const all = rows.map((row) => settled(row, directory));
      directories.set(all, directory);
      return all;
    },
    async known(db, { district }, rows) {
      const directory = directories.get(rows);
      if (!directory) throw new Error("rows are settled before they are compared");
      return knownOf(db, district, rows, directory);
    },
    add: (tx, actor, bodies, now) => addAll(tx, actor, bodies, { statutes, now }),
    change: (tx, actor, { id, body, now }) =>
      perform(tx, statutes, { district: actor.district, id, verb: "import", input: inputIn(body), now }, doerOf(actor)),
  };
}

const inputIn = (body: Values) => earlierIn(body).told;

/** Whoever keeps the house's records takes them over for the house: no relation to the case gives him the right. */
const doerOf = (actor: Actor): Doer => ({
  ...house,
  account: actor.account,
  person: actor.person,
  actingFor: organisationsAs(actor, "officer", "leader")[0] ?? null,
});

interface At {
  readonly statutes: Statutes;
  readonly now: Instant;
}

async function addAll(tx: Tx, actor: Actor, bodies: readonly Values[], { statutes, now }: At): Promise<Refusal | undefined> {
  const statute = await statutes.held(tx, actor.district);
  const all = bodies.map(earlierIn);
  const reviewers = new Map<string, string>();
  for (const congressId of new Set(all.map((one) => one.congressId))) {
    const reviewerId = await reviewerFor(tx, actor.district, congressId);
    if (!reviewerId) return notFound;
    reviewers.set(congressId, reviewerId);
  }
  for (let from = 0; from < all.length; from += portion)
    await addSome(tx, actor, all.slice(from, from + portion), { statute, now, reviewerOf: (id) => reviewers.get(id) ?? "" });
  await raiseSeries(tx, actor.district, all);
}

interface Around {
  readonly statute: Statute;
  readonly now: Instant;
  readonly reviewerOf: (congressId: string) => string;
}

type Taken = ReturnType<typeof earlierIn>;

async function addSome(tx: Tx, actor: Actor, some: readonly Taken[], { statute, now, reviewerOf }: Around): Promise<void> {
  const { district } = actor;
  const mandates = await mandatesIn(
    tx,
    district,
    some.flatMap(({ told }) => told.mandateIds),
  );
  const around = { newId: randomUUIDv7, statute, mandate: (id: string) => mandates.get(id) };
  const fresh = some.map(({ told, series, number, congressId, status }): Fresh => {
    const [, of = ""] = series.split(" ");
    const inSession = series.startsWith("session");
    const numberYear = inSession ? yearIn(told.submittedOn as DateISO) : Number(of);
    const place = { id: randomUUIDv7(), congressId, number, numberYear, status, reviewerId: reviewerOf(congressId) };
    const suggestion = takenOver(told, { ...place, sessionId: inSession ? of : null }, around);
    return { of: suggestion, ...beginning({ district, newId: randomUUIDv7, verb: "import" }, suggestion, doerOf(actor), now) };
  });
  await storeAllNew(tx, district, fresh, now);
}

/** The next number that the house gives comes after those that were given before. */
async function raiseSeries(tx: Tx, district: string, all: readonly Taken[]): Promise<void> {
  const rows = all.map(({ congressId, series, number }) => ({ congress_id: congressId, series: series.split(" ")[1], number }));
  await sql`
    insert into suggestion_series (district, congress_id, series, last)
    select ${district}, congress_id, series, max(number)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(congress_id uuid, series text, number integer) group by congress_id, series
    on conflict (district, congress_id, series) do update set last = greatest(suggestion_series.last, excluded.last)`.execute(tx);
}
