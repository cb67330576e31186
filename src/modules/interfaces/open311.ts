import { type Instant, instant } from "../../platform/clock/instant.ts";
import { invalid, type Refusal } from "../../platform/refusal.ts";

const day = 86_400_000;
/** No question spans more (GeoReport v2, GET Service Requests). */
const longest = 90 * day;

export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The span that is asked about: the newest ninety days, or ninety from the one end that is given. */
export function spanOf(
  { start_date, end_date }: { start_date?: string | undefined; end_date?: string | undefined },
  now: Instant,
): Span | Refusal {
  const moved = (at: string, by: number) => new Date(Date.parse(at) + by).toISOString() as Instant;
  const [start, end] = [start_date && instant(start_date), end_date && instant(end_date)];
  if (start && end && (end < start || Date.parse(end) - Date.parse(start) > longest))
    return invalid({ field: "end_date", code: "interfaces.open311.span" });
  if (start) return { from: start, to: end || moved(start, longest) };
  return end ? { from: moved(end, -longest), to: end } : { from: moved(now, -longest), to: now };
}

/** A list with commas, without what is empty. */
export const listIn = (text: string): string[] =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The identifiers of a list that can belong to something. */
export const idsIn = (text: string): string[] => listIn(text).filter((one) => uuid.test(one));

/** Where a voice is over, Open311 calls it closed; everything finer is told in words. */
const isOver = (status: string): boolean => status === "directed" || status === "closed" || status === "withdrawn";

export const openOrClosed = (status: string): "open" | "closed" => (isOver(status) ? "closed" : "open");

/** A moment as W3C writes it, in China's time. */
export const w3c = (at: Instant): string => `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

/** Which of `open` and `closed` are asked for: true, false, or both; a refusal where something else stands there. */
export function openAsked(status: string | undefined): boolean | undefined | Refusal {
  const asked = new Set(listIn(status ?? ""));
  const [open, closed] = [asked.delete("open"), asked.delete("closed")];
  if (asked.size > 0) return invalid({ field: "status", code: "field.not_in_list", params: { values: "open、closed" } });
  return open === closed ? undefined : open;
}

/** `attribute[village]` and its like, by their names; of several values the first. */
export function attributesIn(form: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(form)) {
    const code = /^attribute\[(\w+)\](?:\[\])?$/.exec(name)?.[1];
    const first = Array.isArray(value) ? value[0] : value;
    if (code !== undefined && typeof first === "string" && first.trim() !== "") found[code] = first.trim();
  }
  return found;
}
