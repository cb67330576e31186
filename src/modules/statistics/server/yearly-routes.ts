import { sql } from "kysely";
import { dateIn, type Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { sendPaper } from "../../../platform/papers/send.ts";
import { sendSheet } from "../../../platform/sheets/export.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import { statisticsContracts as contracts } from "../contract.ts";
import { asOfBy } from "./cut.ts";
import { promiseRows, type Reported, yearlyFigures } from "./yearly.ts";
import { type GroupName, yearlyBook } from "./yearly-book.ts";
import { yearlyPaper } from "./yearly-paper.ts";

const route = binder<Actor>();
type Query = Reported & { readonly asOf?: string | undefined };

/** The tables of a year's report: on the page, as a book of sheets, as a paper. */
export const yearlyRoutes = (statutes: Statutes) => {
  const report = async (db: Db, actor: Actor, { asOf, ...reported }: Query, now: Instant) => ({
    ...(await yearlyFigures(db, { district: actor.district, asOf: asOfBy(asOf, now) }, reported)),
    congressName: await congressName(db, actor.district, reported.congressId),
  });
  const names = async (db: Db, actor: Actor, words: Words, now: Instant): Promise<GroupName> => {
    const fields = new Map(
      (await statutes.of(db, actor.district)).rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]),
    );
    return (by, { key, label }) => {
      if (label === "") return words(`statistics.none.${by}`);
      if (by === "class") return words("statistics.class", { code: label });
      return by === "category" ? (fields.get(key) ?? label) : label;
    };
  };
  return [
    route(contracts.yearly, ({ db, actor, query, now }) => report(db, actor, query, now)),
    route(contracts.yearlyPromises, ({ db, actor, query: { asOf, limit, cursor, ...asked }, now }) =>
      promiseRows(db, { district: actor.district, asOf: asOfBy(asOf, now) }, asked, { limit, cursor }),
    ),
    route(contracts.exportYearly, async ({ db, actor, query, now, words }) => {
      const [figures, nameOf] = [await report(db.read, actor, query, now), await names(db.read, actor, words, now)];
      return sendSheet(db, actor, { list: "yearly", query, now, sheet: yearlyBook(figures, words, nameOf) });
    }),
    route(contracts.paperYearly, async ({ db, actor, query, now, words }) =>
      sendPaper(yearlyPaper(await report(db, actor, query, now), await names(db, actor, words, now)), query.format),
    ),
  ];
};

async function congressName(db: Db, district: string, id: string | undefined): Promise<string | null> {
  if (!id) return null;
  const found = await sql<{ name: string }>`select name from congress where district = ${district} and id = ${id}`.execute(db);
  return found.rows[0]?.name ?? null;
}
