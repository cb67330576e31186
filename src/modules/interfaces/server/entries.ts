import { type Instant, momentOn } from "../../../platform/clock/instant.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { type Entry, urn } from "../atom.ts";
import type { Links } from "./links.ts";
import type { PublicOpinion } from "./public-opinions.ts";
import type { PublicPost } from "./public-posts.ts";
import type { PublicReception } from "./public-receptions.ts";
import type { PublicSuggestion } from "./public-suggestions.ts";
import type { PublicVoice } from "./public-voices.ts";

const longest = 600;
const cut = (text: string): string => (text.length > longest ? `${[...text].slice(0, longest - 1).join("")}…` : text);

export function postEntry(of: PublicPost, words: Words, links: Links): Entry {
  const at = momentOn(of.publishedOn);
  const updated = of.version > 1 && of.changedAt !== null && of.changedAt > at ? of.changedAt : at;
  return {
    ...{ id: urn(of.id), title: of.title, at, updated, link: links.station(of.stationCode), summary: cut(of.body) },
    category: words(`interfaces.post.${of.kind}`),
  };
}

export function receptionEntry(of: PublicReception, words: Words, links: Links): Entry {
  const params = { station: of.stationName, when: spokenTime(of), names: of.deputies.join("、"), where: of.place ?? of.address };
  return {
    ...{ id: urn(of.id), title: words(`interfaces.feed.reception.${of.status}`, params), at: of.changedAt, updated: of.changedAt },
    ...{ link: links.station(of.stationCode), summary: words("interfaces.feed.reception.summary", params) },
    category: words("interfaces.post.reception"),
  };
}

/** `2023-10-16 09:00–11:00`, in China's time. */
function spokenTime({ startsAt, endsAt }: Pick<PublicReception, "startsAt" | "endsAt">): string {
  const local = (at: Instant) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return `${local(startsAt).slice(0, 10)} ${local(startsAt).slice(11, 16)}–${local(endsAt).slice(11, 16)}`;
}

export function voiceEntry(of: PublicVoice, words: Words, links: Links, category: string): Entry {
  const said = of.words ?? "";
  const title = words("interfaces.feed.voice.title", { area: of.areaName, category, words: [...said].slice(0, 30).join("") });
  return {
    ...{ id: urn(of.id), title, at: of.requestedAt, updated: of.changedAt, link: links.voice(of.id), category },
    summary: words("interfaces.feed.voice.summary", { words: cut(said), status: words(`interfaces.open311.status.${of.status}`) }),
  };
}

export function suggestionEntry(of: PublicSuggestion, words: Words, links: Links, category: string): Entry {
  const params = { deputy: of.deputy, unit: of.unit, reply: of.reply === null ? "" : cut(of.reply) };
  return {
    ...{ id: urn(of.id), title: of.title, at: of.firstAnsweredAt, updated: of.answeredAt, link: links.suggestion(of.id), category },
    summary: words(of.reply === null ? "interfaces.feed.suggestion.answered" : "interfaces.feed.suggestion.replied", params),
  };
}

export function opinionEntry(of: PublicOpinion, words: Words, links: Links, category: string): Entry {
  const at = momentOn(of.answeredOn);
  const summary = words("interfaces.feed.opinion", { unit: of.unit ?? "", answer: cut(of.answer) });
  return { id: urn(of.id), title: of.title, at, updated: at, link: links.opinion(of.id), summary, category };
}
