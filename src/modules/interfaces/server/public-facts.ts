import type { Instant } from "../../../platform/clock/instant.ts";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Fact } from "../../../platform/ledger/fact.ts";
import { openOrClosed, w3c } from "../open311.ts";
import type { Links } from "./links.ts";
import { publicOpinion } from "./public-opinions.ts";
import { publicPost } from "./public-posts.ts";
import { publicReception } from "./public-receptions.ts";
import { publicSuggestion } from "./public-suggestions.ts";
import { clearedVoice } from "./public-voices.ts";

/** What is told of a fact: when, of what, where to read more, and the thing as everybody may know it now. */
export interface Told {
  readonly at: Instant;
  readonly subject: { readonly type: string; readonly id: string };
  readonly link: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Look = (db: Db, fact: Fact, links: Links, now: Instant) => Promise<Pick<Told, "link" | "data"> | undefined>;

/** By an allow-list for each kind of thing; nothing of a fact's own data goes out. */
const looks: Readonly<Record<string, Look>> = {
  reception: async (db, { district, subjectId }, links) => {
    const of = await publicReception(db, district, subjectId);
    return (
      of && {
        link: links.station(of.stationCode),
        data: {
          ...{ stationCode: of.stationCode, stationName: of.stationName, place: of.place ?? of.address, theme: of.theme },
          ...{ startsAt: w3c(of.startsAt), endsAt: w3c(of.endsAt), status: of.status, deputies: of.deputies, sequence: of.revisions },
        },
      }
    );
  },
  station_post: async (db, { district, subjectId }, links, now) => {
    const of = await publicPost(db, district, subjectId, dateIn(now));
    return (
      of && {
        link: links.station(of.stationCode),
        data: { stationCode: of.stationCode, stationName: of.stationName, kind: of.kind, title: of.title, publishedOn: of.publishedOn },
      }
    );
  },
  voice: async (db, { district, subjectId }, links) => {
    const of = await clearedVoice(db, district, subjectId);
    return (
      of && {
        link: links.voice(of.id),
        data: {
          ...{ category: of.category, areaCode: of.areaCode, areaName: of.areaName, townName: of.townName, words: of.words },
          ...{ status: openOrClosed(of.status), state: of.status, agency: of.agency, receivedAt: w3c(of.requestedAt) },
        },
      }
    );
  },
  opinion: async (db, { district, subjectId }, links) => {
    const of = await publicOpinion(db, district, subjectId);
    return of && { link: links.opinion(of.id), data: { title: of.title, category: of.category, areaName: of.areaName, state: of.status } };
  },
  suggestion: async (db, { district, subjectId }, links) => {
    const of = await publicSuggestion(db, district, subjectId);
    return of && { link: links.suggestion(of.id), data: { title: of.title, number: of.number, category: of.category, state: of.status } };
  },
};

/** A fact as everybody may know it; undefined where it is nobody's business. */
export async function publicFact(db: Db, fact: Fact, links: Links, now: Instant): Promise<Told | undefined> {
  const seen = await looks[fact.subjectType]?.(db, fact, links, now);
  return seen && { at: fact.at, subject: { type: fact.subjectType, id: fact.subjectId }, ...seen };
}
