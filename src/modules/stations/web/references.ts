import type { Named, Reference } from "../../../web/ui/collection.ts";

const line = (thing: Named): string => String(thing["line"] ?? "");

export const area: Reference = { path: "/api/areas", whole: true, tree: true, gone: "retiredOn" };
export const organisation: Reference = { path: "/api/organisations", whole: true, gone: "dissolvedOn" };
export const station: Reference = { path: "/api/stations", whole: true, gone: "closedOn" };
/** People by where they work, for posts at a station. */
export const person: Reference = { path: "/api/station-people", whole: false, describe: line };
/** Deputies of every level, by congress. */
export const mandate: Reference = { path: "/api/station-mandates", whole: false, describe: line };
