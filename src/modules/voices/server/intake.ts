import { randomUUID } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import { type DateISO, dateIn, type Instant, momentOn } from "../../../platform/clock/instant.ts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { sayingsIn } from "../../../platform/i18n/words.ts";
import { isRefusal, type Refusal, refuse } from "../../../platform/refusal.ts";
import type { Statutes } from "../../calendar/index.ts";
import { type Actor, type Existing, type Intake, organisationsAs, type Read, type Values } from "../../identity/index.ts";
import { categories } from "../../suggestions/index.ts";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };
import type { Doer } from "../voice.ts";
import { placeOf } from "./places.ts";
import { type Parts, type Writing, writeNew } from "./writing.ts";

const fields = z.strictObject({
  externalId: z.string().trim().min(1).max(60),
  words: z.string().trim().min(4).max(2000),
  category: z.string().max(40),
  areaId: z.uuid().nullable(),
  place: z.string().trim().max(200).nullable(),
  spokenOn: z.iso.date().nullable(),
  urgent: z.boolean(),
});

const column = (field: keyof typeof fields.shape, required: boolean, reads: Intake["columns"][number]["reads"], wants?: string) => ({
  ...{ field, heading: `voice.import.heading.${field}`, required, reads, once: true as const },
  ...(wants ? { wants } : {}),
});

/**
 * What the hotline 12345 passes on, by a sheet with its own numbers: each comes in once, without names and telephones. What is
 * here already goes its own way and is never changed by a sheet.
 */
export const hotlineVoices = (parts: Pick<Parts, "statutes" | "seal" | "files">): Intake => ({
  ...{ kind: "hotline_voice", title: "voice.import.title", help: "voice.import.help" },
  sayings: sayingsIn({ "zh-CN": zh, en }),
  columns: [
    column("externalId", true, { as: "text" }),
    column("words", true, { as: "text" }, "voice.import.wants.words"),
    column("category", false, { as: "text" }, "voice.import.wants.category"),
    column("areaId", false, { as: "reference", table: "area" }),
    column("place", false, { as: "text" }),
    column("spokenOn", false, { as: "day" }),
    column("urgent", false, { as: "yes_no" }),
  ],
  fields,
  initial: { category: "other", areaId: null, place: null, spokenOn: null, urgent: false },
  settle: (db, { district }, rows, now) => settled(db, parts.statutes, district, rows, now),
  async known(db, { district }, rows) {
    const numbers = rows.flatMap(({ given }) => (typeof given["externalId"] === "string" ? [given["externalId"]] : []));
    const found = await sql<Existing & { externalId: string }>`
      select id, version, external_id from voice where district = ${district} and external_id = any(${numbers})`.execute(db);
    const byNumber = new Map(found.rows.map((row) => [row.externalId, row]));
    return {
      keyOf: (given) => String(given["externalId"]),
      clash: () => true,
      // Everything of a voice is said of new ones only: what is there already stays as it is.
      find(given) {
        const row = byNumber.get(String(given["externalId"]));
        return row && { id: row.id, version: row.version, values: given };
      },
    };
  },
  add: (tx, actor, bodies, now) => addAll(tx, parts, actor, bodies, now),
  change: async () => refuse("conflict", { code: "voice.import.never_changed" }),
});

/** Categories are written as words; one that the house does not know is for whoever sorts. */
async function settled(db: Db, statutes: Statutes, district: string, rows: readonly Read[], now: Instant): Promise<Read[]> {
  const known = (await statutes.of(db, district)).rule(categories, dateIn(now)).value;
  const codes = new Map(known.flatMap(({ code, name }) => [[code, code] as const, [name, code] as const]));
  return rows.map((row) => {
    const said = row.given["category"];
    return typeof said === "string" ? { ...row, given: { ...row.given, category: codes.get(said.trim()) ?? "other" } } : row;
  });
}

/** One statement can bring only so many values. */
const atOnce = 500;

async function addAll(tx: Tx, parts: Parts, actor: Actor, bodies: readonly Values[], now: Instant): Promise<Refusal | undefined> {
  const { account, person, district } = actor;
  const actingFor = organisationsAs(actor, "officer", "leader")[0] ?? null;
  const doer: Doer = { account, person, actingFor, relations: ["office"] };
  const writings: Writing[] = [];
  for (const body of bodies) {
    const { spokenOn, externalId, ...said } = fields.parse(body);
    const at = { areaId: said.areaId, stationId: null, receptionId: null };
    const place = await placeOf(tx, district, at, dateIn(now));
    if (isRefusal(place)) return place;
    const spokenAt = spokenOn === null ? now : momentOn(spokenOn as DateISO);
    const rest = {
      longitude: null,
      latitude: null,
      stationId: null,
      receptionId: null,
      mandateId: null,
      contact: null,
      photoConsent: false,
    };
    const whole = { ...rest, ...said, submission: randomUUID(), channel: "hotline" as const, spokenAt, externalId };
    writings.push({ said: whole, place, by: { district, doer, bringer: actor, now } });
  }
  for (let from = 0; from < writings.length; from += atOnce) {
    const refusal = (await writeNew(tx, parts, district, writings.slice(from, from + atOnce))).find((one) => isRefusal(one));
    if (refusal) return refusal;
  }
  return undefined;
}
