import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf } from "../../../platform/files/attachments.ts";
import type { FileFolder } from "../../../platform/files/folder.ts";
import { sendFile } from "../../../platform/files/send.ts";
import { cursorAt, keysAt } from "../../../platform/http/paging.ts";
import { binder } from "../../../platform/http/route.ts";
import { isRefusal, notFound } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { isOffice } from "../access.ts";
import { ratingType } from "../rating.ts";
import { ratingContracts as contracts, type RatingLine, type RatingView, ratingVerbContracts } from "../rating-contract.ts";
import { ratingOffers } from "../rating-lifecycle.ts";
import { ratingItems } from "../rule-definitions.ts";
import { claim, loadRating, performRating, raterOf } from "./ratings.ts";
import { stationSide } from "./sides.ts";

type Line = z.input<typeof RatingLine>;
type Query = z.output<typeof contracts.list.query>;

const route = binder<Actor>();

/** Star ratings that the actor may see: of his stations, and every one that was published. */
async function list(db: Db, actor: Actor, query: Query, now: Instant) {
  const conditions = [sql`g.district = ${actor.district}`, sql`(g.status = 'published' or ${stationSide(actor, dateIn(now))})`];
  if (query.stationId) conditions.push(sql`g.station_id = ${query.stationId}`);
  if (query.year) conditions.push(sql`g.year = ${query.year}`);
  const after = keysAt(query.cursor, 2);
  if (after) conditions.push(sql`(g.year, g.id) < (${after[0]}::int, ${after[1]}::uuid)`);
  const seen = isOffice(actor) ? sql`true` : sql`g.status = 'published'`;
  const found = await sql<Omit<Line, "score"> & { score: string | null }>`
    select g.id, g.station_id, s.name as station_name, g.year, ${shownStatus(actor)} as status, g.version,
      case when ${seen} then g.stars end as stars, case when ${seen} then g.score end as score
    from station_rating g join station s on s.district = g.district and s.id = g.station_id
    where ${sql.join(conditions, sql` and `)} order by g.year desc, g.id desc limit ${query.limit + 1}`.execute(db);
  const items = found.rows.slice(0, query.limit).map(({ score, ...row }) => ({ ...row, score: score === null ? null : Number(score) }));
  const last = items.at(-1);
  return { items, next: found.rows.length > query.limit && last ? cursorAt([last.year, last.id]) : null };
}

/** That it has been assessed is the office's own affair until the stars are published. */
const shownStatus = (actor: Actor) =>
  isOffice(actor) ? sql`g.status` : sql`case g.status when 'assessed' then 'claimed' else g.status end`;

/** A rating as `actor` may see it: the rated sees no mark before it is published, a stranger nothing at all. */
async function view(db: Db, actor: Actor, id: string, now: Instant): Promise<z.input<typeof RatingView> | undefined> {
  const of = await loadRating(db, actor.district, id);
  if (!of) return undefined;
  const relations = await raterOf(db, actor, of.stationId, now);
  if (relations.length === 0 && of.status !== "published") return undefined;
  const office = relations.includes("office");
  const shown = office || of.status === "published";
  const files = await attachmentsOf(db, actor.district, { subjectType: ratingType, subjectId: id });
  const name = await sql<{ name: string }>`select name from station where district = ${actor.district} and id = ${of.stationId}`.execute(
    db,
  );
  const { can } = ratingOffers(of, relations);
  return {
    ...of,
    ...{ stationName: name.rows[0]?.name ?? "", items: [...of.items], relations, can },
    status: shown || of.status !== "assessed" ? of.status : "claimed",
    claimed:
      relations.length > 0
        ? of.claimed.map(({ attachments, ...row }) => ({ ...row, attachments: attachments.flatMap((one) => files.get(one.id) ?? []) }))
        : [],
    assessed: shown && of.assessed && relations.length > 0 ? [...of.assessed] : null,
    ...(shown ? {} : { score: null, stars: null, remark: null }),
  };
}

export const ratingRoutes = (statutes: Statutes, files: FileFolder) => [
  route(contracts.list, ({ db, actor, query, now }) => list(db, actor, query, now)),
  route(contracts.items, async ({ db, actor, now }) => ({
    items: (await statutes.of(db, actor.district)).rule(ratingItems, dateIn(now)).value,
  })),
  route(contracts.get, async ({ db, actor, params, now }) => (await view(db, actor, params.id, now)) ?? notFound),
  route(contracts.attachment, async ({ db, actor, params, query, now }) => {
    const seen = await view(db, actor, params.id, now);
    const file = seen?.claimed.flatMap(({ attachments }) => attachments).find(({ id }) => id === params.fileId);
    return file ? sendFile(files, file, query.size) : notFound;
  }),
  route(contracts.claim, async ({ db, actor, body, now }) => {
    const id = await claim(db, actor, statutes, body, now);
    return isRefusal(id) ? id : ((await view(db, actor, id, now)) ?? notFound);
  }),
  ...ratingVerbContracts.map(({ verb, contract }) =>
    route(contract, async ({ db, actor, params, body, now }) => {
      const refusal = await performRating(db, actor, { id: params.id, verb, input: body, now });
      return refusal ?? (await view(db, actor, params.id, now)) ?? notFound;
    }),
  ),
];
