import { sql } from "kysely";
import { dateIn, shift } from "../../../platform/clock/instant.ts";
import type { Db } from "../../../platform/db/database.ts";
import { awaitedFaults, keepAwaited } from "../../../platform/ledger/awaited.ts";
import type { Awaited } from "../../../platform/lifecycle/awaited.ts";
import type { Sweep } from "../../../platform/module.ts";
import { isRefusal } from "../../../platform/refusal.ts";
import type { Seal } from "../../../platform/seal/seal.ts";
import type { Statutes } from "../../calendar/index.ts";
import { awaitedIn } from "../awaited.ts";
import { house, subjectType } from "../reception.ts";
import { callDays } from "./limits.ts";
import { perform } from "./perform.ts";
import { loadReceptions, lockReception } from "./store.ts";

/** Announcements come onto the to-do list when their day comes near: a year of them would bury everything else. */
export const callForAnnouncements: Sweep = {
  name: "stations.call",
  async run(database, now) {
    const found = await sql<{ district: string; id: string }>`
      select district, id from reception where status = 'planned' and not called and announce_by <= ${shift(dateIn(now), callDays)}
      order by announce_by limit 500`.execute(database.read);
    for (const { district, id } of found.rows)
      await database.write(async (tx) => {
        const of = await lockReception(tx, district, id);
        if (of?.status !== "planned" || of.called) return;
        await sql`update reception set called = true where district = ${district} and id = ${id}`.execute(tx);
        await keepAwaited(tx, { district, subjectType, subjectId: id }, awaitedIn({ ...of, called: true }), now);
      });
  },
};

/** A reception that was announced, at which nobody signed in and which nobody recorded in time, did not take place. */
export const missUnrecorded = (statutes: Statutes, seal: Seal): Sweep => ({
  name: "stations.miss",
  async run(database, now) {
    const found = await sql<{ district: string; id: string }>`
      select r.district, r.id from reception r where r.status = 'announced' and r.record_by < ${dateIn(now)}
        and not exists (select 1 from reception_deputy d where d.district = r.district and d.reception_id = r.id and d.state = 'signed_in')
      order by r.day limit 500`.execute(database.read);
    for (const { district, id } of found.rows)
      await database.write(async (tx) => {
        const refusal = await perform(tx, statutes, seal, { district, id, verb: "miss", input: { note: null }, now }, house);
        // Whoever recorded it meanwhile was faster; anything else is a fault of ours.
        if (isRefusal(refusal) && refusal.refused !== "conflict") throw new Error(`reception ${id}: ${refusal.reasons[0]?.code}`);
      });
  },
});

/** Holds the to-do lists against the receptions they were made from. */
export async function waitingFaults(db: Db, district: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from reception where district = ${district} and status in ('planned', 'announced')
    union select subject_id from awaited where district = ${district} and subject_type = ${subjectType}`.execute(db);
  const all = await loadReceptions(
    db,
    district,
    found.rows.map(({ id }) => id),
  );
  const expected = new Map<string, readonly Awaited[]>([...all].map(([id, of]) => [id, awaitedIn(of)]));
  return awaitedFaults(db, { district, subjectType }, expected);
}
