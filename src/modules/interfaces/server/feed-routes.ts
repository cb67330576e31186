import { dateIn, type Instant, momentOn, yearIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { documentAnswer } from "../../../platform/http/conditional.ts";
import { binder } from "../../../platform/http/route.ts";
import type { Language, Words } from "../../../platform/i18n/words.ts";
import { isRefusal, notFound, type Refusal } from "../../../platform/refusal.ts";
import { fileAnswer } from "../../../platform/sheets/export.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Actor } from "../../identity/index.ts";
import { type StationInBrief, stationByCode } from "../../stations/index.ts";
import { categories } from "../../suggestions/index.ts";
import { atomText, type Entry, type Feed, urn } from "../atom.ts";
import { calendarText } from "../calendar.ts";
import { feedContracts as contracts } from "../feed-contract.ts";
import { appointmentOf } from "./calendars.ts";
import { opinionEntry, postEntry, receptionEntry, suggestionEntry, voiceEntry } from "./entries.ts";
import type { Links } from "./links.ts";
import { deputySheet, opinionSheet, planSheet, receptionSheet, stationSheet, suggestionSheet, voiceSheet } from "./open-data.ts";
import type { Place, Places } from "./place.ts";
import { answeredOpinions } from "./public-opinions.ts";
import { publicDeputy, publicGroup, publicTown } from "./public-places.ts";
import { publicPosts } from "./public-posts.ts";
import { announcedAt, publicReceptions, type Whose } from "./public-receptions.ts";
import { answeredSuggestions } from "./public-suggestions.ts";
import { publicVoices } from "./public-voices.ts";

const route = binder<Actor>();

interface Given {
  readonly statutes: Statutes;
  readonly places: Places;
  readonly publicUrl: string;
  readonly links: Links;
}

interface Asking {
  readonly db: Db;
  readonly words: Words;
  readonly language: Language;
  readonly now: Instant;
  readonly request: Request;
}

/** A feed is no archive: so many entries, and none older than a year. */
const entriesMost = 50;
const yearLength = 366 * 86_400_000;

/** Calendars, feeds and sheets of what everybody may know. */
export function feedRoutes({ statutes, places, publicUrl, links }: Given) {
  const calendar = async ({ db, words, now, request }: Asking, name: string, district: string, whose: Whose) => {
    const receptions = await publicReceptions(db, district, whose, now);
    const body = calendarText(
      name,
      receptions.map((of) => appointmentOf(of, words, links)),
    );
    return documentAnswer(request, { type: "text/calendar; charset=utf-8", body, fresh: 300 });
  };
  const feed = ({ request, language, now }: Asking, place: Place, of: Pick<Feed, "id" | "title" | "page" | "entries">) => {
    const since = momentOn(`${yearIn(dateIn(now))}-01-01` as ReturnType<typeof dateIn>);
    const self = publicUrl + new URL(request.url).pathname;
    const entries = of.entries.toSorted((one, other) => (one.updated < other.updated ? 1 : -1)).slice(0, entriesMost);
    const body = atomText({ ...of, entries, self, author: place.name, language, since });
    return documentAnswer(request, { type: "application/atom+xml; charset=utf-8", body, fresh: 300 });
  };
  const station = async (db: Db, code: string): Promise<{ place: Place; of: StationInBrief } | Refusal> => {
    const place = await places(db);
    const of = place && (await stationByCode(db, place.district, code));
    return place && of ? { place, of } : notFound;
  };
  /** Cleared voices, answered opinions and suggestions of the last year, by town or by category. */
  const cases = async ({ db, words, now }: Asking, district: string, by: { town?: string; category?: string }): Promise<Entry[]> => {
    const span = { from: new Date(Date.parse(now) - yearLength).toISOString() as Instant, to: now, limit: entriesMost };
    const named = new Map((await statutes.of(db, district)).rule(categories, dateIn(now)).value.map(({ code, name }) => [code, name]));
    const name = (code: string) => named.get(code) ?? code;
    const voices = await publicVoices(db, district, { ...span, town: by.town, categories: by.category ? [by.category] : undefined });
    const suggestions = await answeredSuggestions(db, district, { ...span, ...by });
    const days = { from: dateIn(span.from), to: dateIn(span.to), limit: entriesMost };
    const opinions = await answeredOpinions(db, district, { ...days, ...by });
    return [
      ...voices.map((of) => voiceEntry(of, words, links, name(of.category))),
      ...suggestions.map((of) => suggestionEntry(of, words, links, name(of.category))),
      ...opinions.map((of) => opinionEntry(of, words, links, name(of.category))),
    ];
  };

  return [
    route(contracts.stationCalendar, async (asking) => {
      const found = await station(asking.db, asking.params.code);
      return isRefusal(found) ? found : calendar(asking, found.of.name, found.place.district, { station: found.of.id });
    }),
    route(contracts.deputyCalendar, async (asking) => {
      const place = await places(asking.db);
      const of = place && (await publicDeputy(asking.db, place.district, asking.params.code));
      return of ? calendar(asking, of.name, place.district, { mandate: of.id }) : notFound;
    }),
    route(contracts.groupCalendar, async (asking) => {
      const place = await places(asking.db);
      const of = place && (await publicGroup(asking.db, place.district, asking.params.id));
      return of ? calendar(asking, of.name, place.district, { group: of.id }) : notFound;
    }),
    route(contracts.districtCalendar, async (asking) => {
      const place = await places(asking.db);
      return place
        ? calendar(asking, asking.words("interfaces.calendar.district", { name: place.name }), place.district, { district: true })
        : notFound;
    }),
    route(contracts.stationFeed, async (asking) => {
      const found = await station(asking.db, asking.params.code);
      if (isRefusal(found)) return found;
      const { db, words, now } = asking;
      const { place, of } = found;
      const posts = await publicPosts(db, place.district, of.id, dateIn(now), entriesMost);
      const receptions = await announcedAt(db, place.district, of.id, entriesMost);
      const entries = [
        ...posts.map((post) => postEntry(post, words, links)),
        ...receptions.map((one) => receptionEntry(one, words, links)),
      ];
      return feed(asking, place, { id: urn(of.id), title: of.name, page: links.station(of.code), entries });
    }),
    route(contracts.townFeed, async (asking) => {
      const { db, words } = asking;
      const place = await places(db);
      const town = place && (await publicTown(db, place.district, asking.params.code));
      if (!town) return notFound;
      const title = words("interfaces.feed.title", { name: town.name });
      return feed(asking, place, {
        id: urn(town.id),
        title,
        page: links.home,
        entries: await cases(asking, place.district, { town: town.id }),
      });
    }),
    route(contracts.categoryFeed, async (asking) => {
      const { db, words, now, params } = asking;
      const place = await places(db);
      const category =
        place && (await statutes.of(db, place.district)).rule(categories, dateIn(now)).value.find(({ code }) => code === params.code);
      if (!category) return notFound;
      const title = words("interfaces.feed.title", { name: category.name });
      const id = `tag:${new URL(publicUrl).hostname},2023:${place.district}/categories/${category.code}`;
      return feed(asking, place, {
        id,
        title,
        page: links.home,
        entries: await cases(asking, place.district, { category: category.code }),
      });
    }),
    route(contracts.stations, async ({ db: database, words, now }) => {
      const place = await places(database.read);
      return place ? fileAnswer(stationSheet({ db: database.read, words, now, statutes }, place.district), "csv") : notFound;
    }),
    route(contracts.deputies, async ({ db: database, words, now }) => {
      const place = await places(database.read);
      return place ? fileAnswer(deputySheet({ db: database.read, words, now, statutes }, place.district), "csv") : notFound;
    }),
    route(contracts.receptions, async ({ db: database, words, now }) => {
      const place = await places(database.read);
      return place ? fileAnswer(receptionSheet({ db: database.read, words, now, statutes }, place.district), "csv") : notFound;
    }),
    route(contracts.voices, async ({ db: database, words, now, query }) => {
      const place = await places(database.read);
      const year = query.year ?? yearIn(dateIn(now));
      return place ? fileAnswer(voiceSheet({ db: database.read, words, now, statutes }, place.district, year), "csv") : notFound;
    }),
    route(contracts.opinions, async ({ db: database, words, now, query }) => {
      const place = await places(database.read);
      const year = query.year ?? yearIn(dateIn(now));
      return place ? fileAnswer(opinionSheet({ db: database.read, words, now, statutes }, place.district, year), "csv") : notFound;
    }),
    route(contracts.activityPlans, async ({ db: database, words, now, query }) => {
      const place = await places(database.read);
      const year = query.year ?? yearIn(dateIn(now));
      return place ? fileAnswer(planSheet({ db: database.read, words, now, statutes }, place.district, year), "csv") : notFound;
    }),
    route(contracts.suggestions, async ({ db: database, words, now, query }) => {
      const place = await places(database.read);
      const year = query.year ?? yearIn(dateIn(now));
      return place ? fileAnswer(suggestionSheet({ db: database.read, words, now, statutes }, place.district, year), "csv") : notFound;
    }),
  ];
}
