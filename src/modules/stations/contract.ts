import { z } from "@hono/zod-openapi";
import { SizeQuery } from "../../platform/files/contract.ts";
import { contract } from "../../platform/http/contract.ts";
import { Paging, pageOf } from "../../platform/http/paging.ts";
import { paperFormats } from "../../platform/papers/paper.ts";
import { StationFields } from "./fields.ts";
import { posts, receptionKinds, receptionStates, stationFunctions } from "./terms.ts";

const Id = z.object({ id: z.uuid() });
const text = z.string();
const maybe = z.string().nullable();

export const StationLine = z
  .object({
    id: z.uuid(),
    code: text,
    kind: text,
    name: text,
    areaName: text,
    organisationName: text,
    address: text,
    phone: maybe,
    headName: maybe,
    /** Deputies placed there today. */
    deputies: z.int(),
    /** The next reception that was announced. */
    nextOn: maybe,
    /** Stars of the newest rating that was published. */
    stars: z.int().nullable(),
    closedOn: maybe,
  })
  .meta({ id: "StationLine" });

const Balance = z.object({ function: z.enum(stationFunctions), count: z.int() });

export const StationView = z
  .object({
    id: z.uuid(),
    ...StationFields.shape,
    areaName: text,
    organisationName: text,
    closedOn: maybe,
    closingReason: maybe,
    cover: z.array(z.object({ areaId: z.uuid(), areaName: text, grid: maybe })),
    staff: z.array(
      z.object({ id: z.uuid(), personId: z.uuid(), personName: text, personPhone: maybe, post: z.enum(posts), startsOn: text }),
    ),
    deputies: z.array(
      z.object({
        mandateId: z.uuid(),
        personName: text,
        congressName: text,
        level: text,
        startsOn: text,
        /** Duties done or still to do this year. */
        duties: z.int(),
      }),
    ),
    next: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(receptionKinds),
        status: z.enum(receptionStates),
        startsAt: text,
        endsAt: text,
        place: maybe,
        theme: maybe,
        deputies: z.array(text),
      }),
    ),
    posts: z.array(z.object({ id: z.uuid(), kind: text, title: text, publishedOn: text })),
    /** What happened this year, by the five functions. */
    balance: z.object({ year: z.int(), functions: z.array(Balance) }),
    stars: z.int().nullable(),
    /** The actor is on the station's side. */
    mine: z.boolean(),
    /** The actor may change and close it, and say who works there. */
    keeps: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "Station" });

const Code = z.object({ code: text, name: text });
const Person = z.object({ id: z.uuid(), name: text, line: maybe, version: z.int() }).meta({ id: "StationPerson" });
const Search = Paging.extend({ search: z.string().max(100).optional() });

const tag = "stations";
const read = { tag, access: "signed-in", method: "get", status: 200 } as const;
const keep = { tag, access: "duty:stations.keep", output: StationView, versioned: true } as const;

export const stationContracts = {
  list: contract({
    ...read,
    path: "/api/stations",
    name: "list_station",
    summary: "Duty stations",
    query: Search.extend({
      kind: z.string().max(40).optional(),
      /** The town or the village: everything in it, and whatever covers it. */
      areaId: z.uuid().optional(),
      organisationId: z.uuid().optional(),
      /** Stations at which something of this function happened this year. */
      function: z.enum(stationFunctions).optional(),
      open: z.enum(["true", "false"]).optional(),
      mine: z.enum(["true", "false"]).optional(),
      sort: z.enum(["name", "code", "next"]).default("name"),
    }),
    output: pageOf(StationLine),
  }),
  get: contract({
    ...read,
    path: "/api/stations/{id}",
    name: "get_station",
    summary: "One station: people, area, next receptions, what it published, the balance of its functions",
    params: Id,
    output: StationView,
    versioned: true,
  }),
  photo: contract({
    ...read,
    path: "/api/stations/{id}/photos/{fileId}",
    name: "get_station_photo",
    summary: "A photo of a station or of an event there",
    params: Id.extend({ fileId: z.uuid() }),
    query: SizeQuery,
    bytes: "out",
  }),
  codePoster: contract({
    ...read,
    path: "/api/stations/{id}/code-poster",
    name: "get_station_code_poster",
    summary: "A sheet for the door: the station's public page as a code to scan",
    params: Id,
    query: z.object({ format: z.enum(paperFormats).default("pdf") }),
    bytes: "out",
  }),
  add: contract({
    ...keep,
    method: "post",
    path: "/api/stations",
    name: "add_station",
    summary: "Open a station",
    body: StationFields.strict(),
    status: 201,
  }),
  change: contract({
    ...keep,
    method: "put",
    path: "/api/stations/{id}",
    name: "change_station",
    summary: "Change a station",
    params: Id,
    body: StationFields.strict(),
    status: 200,
  }),
  close: contract({
    ...keep,
    method: "post",
    path: "/api/stations/{id}/closings",
    name: "close_station",
    summary: "Close a station",
    params: Id,
    body: z.strictObject({ closedOn: z.iso.date(), reason: z.string().trim().min(2).max(200) }),
    status: 201,
  }),
  codes: contract({
    ...read,
    path: "/api/station-codes",
    name: "get_station_codes",
    summary: "Kinds and equipment of stations in force",
    output: z.object({ kinds: z.array(Code), equipment: z.array(Code) }),
  }),
  people: contract({
    ...read,
    access: "duty:stations.keep",
    path: "/api/station-people",
    name: "list_station_person",
    summary: "People who can be given a post at a station",
    query: Search,
    output: pageOf(Person),
  }),
  person: contract({
    ...read,
    access: "duty:stations.keep",
    path: "/api/station-people/{id}",
    name: "get_station_person",
    summary: "A person, by name",
    params: Id,
    output: Person,
  }),
  mandates: contract({
    ...read,
    path: "/api/station-mandates",
    name: "list_station_mandate",
    summary: "Deputies of every level in force, by name",
    query: Search.extend({ stationId: z.uuid().optional() }),
    output: pageOf(Person),
  }),
  mandate: contract({
    ...read,
    path: "/api/station-mandates/{id}",
    name: "get_station_mandate",
    summary: "A deputy by mandate",
    params: Id,
    output: Person,
  }),
};
