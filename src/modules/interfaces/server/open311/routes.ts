import { binder } from "../../../../platform/http/route.ts";
import { isRefusal, notFound, type Refusal, refuse } from "../../../../platform/refusal.ts";
import type { Actor } from "../../../identity/index.ts";
import type { VoiceParts } from "../../../voices/index.ts";
import { idsIn } from "../../open311.ts";
import { open311Contracts as contracts } from "../../open311-contract.ts";
import { holderOf } from "../keys.ts";
import type { Place, Places } from "../place.ts";
import { voicesNamed } from "../public-voices.ts";
import { said, sayNo } from "./answers.ts";
import { bring, voiceBehind } from "./creating.ts";
import { discoveryOf } from "./discovery.ts";
import { requestsOf, told, updatesOf } from "./requests.ts";
import { definitionOf, servicesOf } from "./services.ts";

const route = binder<Actor>();

interface Given {
  readonly parts: VoiceParts;
  readonly places: Places;
  readonly publicUrl: string;
  /** What is brought is acted upon. */
  readonly production: boolean;
}

/** GeoReport v2, every operation as JSON and as XML. */
export function open311Routes({ parts, places, publicUrl, production }: Given) {
  const { statutes, seal } = parts;
  const here = async (db: Parameters<Places>[0], wanted: string | undefined): Promise<Place | Refusal> => {
    const place = await places(db);
    if (!place) return notFound;
    const known = [place.district, new URL(publicUrl).host];
    if (wanted === undefined || known.includes(wanted)) return place;
    return refuse("not_found", { code: "interfaces.open311.no_such_jurisdiction", params: { id: wanted, known: known.join("、") } });
  };
  return [
    route(
      contracts.discovery,
      async ({ db, query, words, now, params }) => {
        const place = await here(db, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const of = await discoveryOf({ db, district: place.district, statutes, words, now }, { publicUrl, production });
        const xml = { ...of, endpoints: { endpoint: of.endpoints.map((one) => ({ ...one, formats: { format: one.formats } })) } };
        return said(params.format, of, { discovery: xml }, { "cache-control": "public, max-age=3600" });
      },
      sayNo,
    ),
    route(
      contracts.services,
      async ({ db, query, words, now, params }) => {
        const place = await here(db, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const list = await servicesOf({ db, district: place.district, statutes, words, now });
        return said(params.format, list, { services: { service: list } }, { "cache-control": "public, max-age=3600" });
      },
      sayNo,
    ),
    route(
      contracts.definition,
      async ({ db, query, words, now, params }) => {
        const place = await here(db, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const of = await definitionOf({ db, district: place.district, statutes, words, now }, params.code);
        if (!of) return refuse("not_found", { code: "interfaces.open311.no_such_service", params: { code: params.code } });
        const attributes = of.attributes.map(({ values, ...one }) => ({ ...one, ...(values ? { values: { value: values } } : {}) }));
        return said(
          params.format,
          of,
          { service_definition: { service_code: of.service_code, attributes: { attribute: attributes } } },
          {
            "cache-control": "public, max-age=3600",
          },
        );
      },
      sayNo,
    ),
    route(
      contracts.create,
      async ({ db: database, body, words, now, params, request }) => {
        const place = await here(database.read, body.jurisdiction_id);
        if (isRefusal(place)) return place;
        const holder = await holderOf(database, seal, body.api_key ?? "", "open311", now);
        if (holder?.district !== place.district) return refuse("forbidden", { code: "interfaces.open311.no_key" });
        const around = { db: database.read, district: place.district, statutes, words, now };
        const once = request.headers.get("idempotency-key")?.slice(0, 200) ?? null;
        const brought = await bring({ around, database, parts, holder, once }, body);
        if (isRefusal(brought)) return brought;
        const service_notice = words("interfaces.open311.notice", {
          receipt: brought.receipt,
          label: brought.label,
          url: `${publicUrl}/r`,
        });
        const created = { service_request_id: brought.id, service_notice, account_id: null };
        return said(params.format, [created], { service_requests: { request: created } });
      },
      sayNo,
    ),
    route(
      contracts.requests,
      async ({ db: database, query, words, now, params }) => {
        const place = await here(database.read, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const holder = query.api_key === undefined ? undefined : await holderOf(database, seal, query.api_key, "open311", now);
        const around = { db: database.read, district: place.district, statutes, words, now };
        const list = await requestsOf(around, query, holder?.id);
        return isRefusal(list) ? list : said(params.format, list, { service_requests: { request: list } });
      },
      sayNo,
    ),
    route(
      contracts.request,
      async ({ db, query, words, now, params }) => {
        const place = await here(db, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const around = { db, district: place.district, statutes, words, now };
        const list = await told(around, await voicesNamed(db, place.district, idsIn(params.code).slice(0, 1)));
        return list.length === 0 ? notFound : said(params.format, list, { service_requests: { request: list } });
      },
      sayNo,
    ),
    route(
      contracts.token,
      async ({ db: database, query, now, params, address }) => {
        const place = await here(database.read, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const id = await voiceBehind(database, parts, params.code, { district: place.district, address, now });
        if (isRefusal(id)) return id;
        const of = { service_request_id: id, token: params.code };
        return said(params.format, [of], { service_requests: { request: of } });
      },
      sayNo,
    ),
    route(
      contracts.updates,
      async ({ db: database, query, words, now, params }) => {
        const place = await here(database.read, query.jurisdiction_id);
        if (isRefusal(place)) return place;
        const holder = query.api_key === undefined ? undefined : await holderOf(database, seal, query.api_key, "open311", now);
        const list = await updatesOf({ db: database.read, district: place.district, statutes, words, now }, query, holder?.id);
        return isRefusal(list) ? list : said(params.format, list, { service_requests_updates: { request_update: list } });
      },
      sayNo,
    ),
  ];
}
