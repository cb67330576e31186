import { z } from "@hono/zod-openapi";
import { postKinds, posts, shifts, stationFunctions } from "./terms.ts";

const day = z.iso.date();
const optionalDay = day.nullable().default(null);
const words = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) => z.string().trim().max(max).nullable().default(null);
/** `09:00`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const unlike = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;
/** Monday is 1, Sunday is 7. */
const weekday = z.int().min(1).max(7);
const files = z.array(z.uuid()).max(9).refine(unlike, "twice").default([]);
const mandates = z.array(z.uuid()).max(60).refine(unlike, "twice").default([]);

export const StationFields = z.object({
  /** Short, as on posters: letters and digits. */
  code: z.string().regex(/^[A-Z0-9]{2,12}$/),
  kind: words(40),
  name: words(60),
  areaId: z.uuid(),
  /** The organ that keeps it. */
  organisationId: z.uuid(),
  address: words(120),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  openedOn: day,
  hours: z
    .array(z.strictObject({ weekdays: z.array(weekday).min(1).max(7).refine(unlike, "twice"), from: time, to: time }))
    .max(7)
    .default([]),
  /** In square metres. */
  floorArea: z.int().min(1).max(100_000).nullable().default(null),
  rooms: z.int().min(1).max(200).nullable().default(null),
  equipment: z.array(z.string().max(40)).max(60).refine(unlike, "twice").default([]),
  phone: z
    .string()
    .regex(/^[0-9-]{5,20}$/)
    .nullable()
    .default(null),
  about: optional(1000),
  /** Villages, communities and grids that it covers. */
  cover: z
    .array(z.strictObject({ areaId: z.uuid(), grid: optional(40) }))
    .max(200)
    .default([]),
  /** Photos of the place, in the order in which they are shown. */
  photos: files,
});

export const StaffFields = z.object({
  stationId: z.uuid(),
  personId: z.uuid(),
  post: z.enum(posts),
  startsOn: day,
  endsOn: optionalDay,
});

export const PlacementFields = z.object({ stationId: z.uuid(), mandateId: z.uuid(), startsOn: day, endsOn: optionalDay });

export const RosterFields = z.object({
  stationId: z.uuid(),
  name: words(40),
  /** A day of the month, the nth weekday of the month, or a weekday of every week. */
  every: z.enum(["month_day", "month_weekday", "week"]),
  day: z.int().min(1).max(31).nullable().default(null),
  nth: z.int().min(1).max(5).nullable().default(null),
  weekday: weekday.nullable().default(null),
  /** Months in which it runs; none means every month. */
  months: z.array(z.int().min(1).max(12)).max(12).refine(unlike, "twice").default([]),
  fromTime: time,
  toTime: time,
  /** How many receive together. */
  deputies: z.int().min(1).max(20),
  shift: z.enum(shifts),
  theme: optional(60),
  inForceFrom: day,
  inForceUntil: optionalDay,
});

export const EventFields = z.object({
  stationId: z.uuid(),
  function: z.enum(stationFunctions),
  title: words(80),
  heldOn: day,
  place: optional(80),
  /** How many took part, deputies included. */
  people: z.int().min(0).max(100_000),
  mandates,
  summary: optional(3000),
  photos: files,
  withdrawnOn: optionalDay,
  withdrawalReason: optional(200),
});

export const PostFields = z.object({
  stationId: z.uuid(),
  kind: z.enum(postKinds),
  title: words(80),
  body: words(20_000),
  mandateId: z.uuid().nullable().default(null),
  publishedOn: day,
  withdrawnOn: optionalDay,
});
