import type { z } from "@hono/zod-openapi";
import { momentOn } from "../../../../platform/clock/instant.ts";
import type { Words } from "../../../../platform/i18n/words.ts";
import { isRefusal, type Refusal } from "../../../../platform/refusal.ts";
import { type Span as Asked, idsIn, listIn, openAsked, openOrClosed, spanOf, w3c } from "../../open311.ts";
import type { open311Contracts, Requests, Updates } from "../../open311-contract.ts";
import { type PublicUpdate, type PublicVoice, publicUpdates, publicVoices, voicesNamed } from "../public-voices.ts";
import { type Around, categoriesOf } from "./services.ts";

type Query = z.output<(typeof open311Contracts)["requests"]["query"]>;
type UpdatesQuery = z.output<(typeof open311Contracts)["updates"]["query"]>;
type Request = z.output<typeof Requests>[number];

/** No answer holds more (GeoReport v2, GET Service Requests). */
const most = 1000;

/** Requests as asked for; `key` is that of whoever asks, if it opens anything. */
export async function requestsOf(around: Around, query: Query, key: string | undefined): Promise<Request[] | Refusal> {
  const { db, district, now } = around;
  // Identifiers override everything else.
  if (query.service_request_id !== undefined)
    return told(around, await voicesNamed(db, district, idsIn(query.service_request_id).slice(0, most)));
  const span: Asked | Refusal = spanOf(query, now);
  if (isRefusal(span)) return span;
  const open = openAsked(query.status);
  if (isRefusal(open)) return open;
  const size = query.page_size ?? (query.page === undefined ? most : 100);
  const offset = ((query.page ?? 1) - 1) * size;
  if (offset >= most) return [];
  const categories = query.service_code === undefined ? undefined : listIn(query.service_code);
  const limit = Math.min(size, most - offset);
  return told(around, await publicVoices(db, district, { ...span, open, categories, key, limit, offset }));
}

/** Voices as Open311 calls them. */
export async function told(around: Around, voices: readonly PublicVoice[]): Promise<Request[]> {
  const names = new Map((await categoriesOf(around)).list.map(({ code, name }) => [code, name]));
  return voices.map((of) => ({
    service_request_id: of.id,
    ...{ status: openOrClosed(of.status), status_notes: around.words(`interfaces.open311.status.${of.status}`) },
    ...{ service_name: names.get(of.category) ?? of.category, service_code: of.category, description: of.words },
    ...{ agency_responsible: of.agency, service_notice: null },
    ...{ requested_datetime: w3c(of.requestedAt), updated_datetime: w3c(of.changedAt) },
    expected_datetime: of.dueOn && w3c(momentOn(of.dueOn, 24 * 60 - 1)),
    ...{ address: [of.areaName, of.townName].filter((name) => name !== null).join(", "), address_id: of.areaCode, zipcode: null },
    ...{ lat: null, long: null, media_url: null },
  }));
}

/** What happened in a span of time, to whatever the asker may follow. */
export async function updatesOf(
  { db, district, words, now }: Around,
  query: UpdatesQuery,
  key: string | undefined,
): Promise<z.output<typeof Updates> | Refusal> {
  const span = spanOf(query, now);
  if (isRefusal(span)) return span;
  const ids = query.service_request_id === undefined ? undefined : idsIn(query.service_request_id).slice(0, most);
  return (await publicUpdates(db, district, { ...span, key, ids, limit: most })).map((of) => updateOf(of, words));
}

const updateOf = ({ id, voiceId, status, at, verb }: PublicUpdate, words: Words): z.output<typeof Updates>[number] => ({
  ...{ update_id: id, service_request_id: voiceId, status: openOrClosed(status), updated_datetime: w3c(at) },
  ...{ description: words(`interfaces.open311.step.${verb}`), media_url: null },
});
