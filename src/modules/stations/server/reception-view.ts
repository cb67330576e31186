import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { attachmentsOf, namedIn } from "../../../platform/files/attachments.ts";
import { stepsOf } from "../../../platform/ledger/steps.ts";
import type { Actor } from "../../identity/index.ts";
import { offers } from "../lifecycle.ts";
import { type Doer, type Reception, subjectType } from "../reception.ts";
import type { ReceptionLine, ReceptionView } from "../reception-contract.ts";
import { standing } from "./perform.ts";
import { lineColumns } from "./reception-list.ts";
import { kept, loadReception } from "./store.ts";

type View = z.input<typeof ReceptionView>;
type Line = z.input<typeof ReceptionLine> & { stationAddress: string };

/** A reception as `actor` may see it; undefined where there is none. Why somebody could not come is for those concerned. */
export async function receptionView(db: Db, actor: Actor, id: string, now: Instant): Promise<View | undefined> {
  const of = await loadReception(db, actor.district, id);
  if (!of) return undefined;
  const doer = await standing(db, actor, of, now);
  const line = await lineOf(db, actor.district, id);
  const station = doer.relations.includes("station");
  const inside = doer.relations.length > 0;
  const { can, cannot } = offers({ ...of, now }, doer.relations);
  const { called: _, deputies, exchanges, ...plain } = of;
  return {
    ...plain,
    ...line,
    deputies: line.deputies.flatMap((named) => {
      const row = deputies.find(({ mandateId }) => mandateId === named.mandateId);
      if (!row || (!inside && row.state !== "planned" && row.state !== "signed_in")) return [];
      return [{ ...named, signedInAt: row.signedInAt, signedInBy: row.signedInBy, mine: doer.mandates.includes(row.mandateId) }];
    }),
    exchanges: await exchangesSeen(db, actor.district, exchanges, station, doer),
    summary: inside ? of.summary : null,
    timeline: station ? await timeline(db, actor.district, of) : [],
    relations: [...doer.relations],
    can,
    cannot: cannot.map(({ verb, reasons }) => ({ verb, reasons: reasons.map((reason) => ({ ...reason, params: { ...reason.params } })) })),
  };
}

async function lineOf(db: Db, district: string, id: string): Promise<Line> {
  const found = await sql<Line>`
    select ${lineColumns}, s.address as station_address from reception r join station s on s.district = r.district and s.id = r.station_id
    where r.district = ${district} and r.id = ${id}`.execute(db);
  return found.rows[0]!;
}

/** The station sees every exchange; a deputy those that he asked for or was asked for. */
async function exchangesSeen(
  db: Db,
  district: string,
  all: Reception["exchanges"],
  station: boolean,
  doer: Doer,
): Promise<View["exchanges"]> {
  const mine = (mandate: string) => doer.mandates.includes(mandate);
  const seen = all.filter(({ asker, asked }) => station || mine(asker) || mine(asked));
  if (seen.length === 0) return [];
  const names = await sql<{ id: string; name: string }>`
    select m.id, p.name from mandate m join person p on p.district = m.district and p.id = m.person_id
    where m.district = ${district} and m.id = any(${seen.flatMap(({ asker, asked }) => [asker, asked])}::uuid[])`.execute(db);
  const name = new Map(names.rows.map((row) => [row.id, row.name]));
  const swaps = await sql<{ id: string; startsAt: Instant }>`
    select id, starts_at from reception where district = ${district}
      and id = any(${seen.flatMap(({ swapReceptionId }) => swapReceptionId ?? [])}::uuid[])`.execute(db);
  return seen.map(({ swapReceptionId, ...one }) => ({
    ...one,
    askerName: name.get(one.asker) ?? "",
    askedName: name.get(one.asked) ?? "",
    swap: swaps.rows.find(({ id }) => id === swapReceptionId) ?? null,
    mine: one.status === "asked" && mine(one.asked),
  }));
}

async function timeline(db: Db, district: string, of: Reception): Promise<View["timeline"]> {
  const steps = await stepsOf(db, kept, district, of.id);
  const people = [...new Set(steps.flatMap(({ byPerson }) => byPerson ?? []))];
  const names = await sql<{ id: string; name: string }>`
    select id, name from person where district = ${district} and id = any(${people}::uuid[])`.execute(db);
  const name = new Map(names.rows.map((row) => [row.id, row.name]));
  const files = await attachmentsOf(db, district, { subjectType, subjectId: of.id });
  return steps.map(({ id, verb, at, byPerson, note, data }) => ({
    ...{ id, verb, at, note, data: { ...data }, byName: byPerson ? (name.get(byPerson) ?? null) : null },
    attachments: namedIn(data, files),
  }));
}
