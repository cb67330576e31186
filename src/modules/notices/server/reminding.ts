import { sql } from "kysely";
import { dateIn, type Instant, shift } from "../../../platform/clock/instant.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import type { Sweep } from "../../../platform/module.ts";
import { type RunningClock, runningClocks, type Statutes } from "../../calendar/index.ts";
import { remindBefore, remindOverdue } from "../rule-definitions.ts";
import type { ChannelName } from "../terms.ts";
import { reminderStage } from "../timing.ts";
import { audience, remindedOf } from "../told.ts";
import { post } from "./post.ts";
import { concernedWith } from "./telling.ts";

const batch = 200;
const first = "00000000-0000-0000-0000-000000000000";

/** Reminds whoever must act before a limit ends, on the day it does, and while it is overdue. */
export const remindOfLimits = (statutes: Statutes, channels: readonly ChannelName[]): Sweep => ({
  name: "notices.remind",
  async run(database, now) {
    const districts = await sql<{ district: string }>`select distinct district from area where parent_id is null`.execute(database.read);
    for (const { district } of districts.rows) await remindIn(database, statutes, district, channels, now);
  },
});

async function remindIn(database: Database, statutes: Statutes, district: string, channels: readonly ChannelName[], now: Instant) {
  const today = dateIn(now);
  const statute = await statutes.of(database.read, district);
  const [before, every] = [statute.rule(remindBefore, today).value.max, statute.rule(remindOverdue, today).value.max];
  const asked = { keys: Object.keys(remindedOf), until: shift(today, before), limit: batch };
  for (let after = first; ; ) {
    const clocks = await runningClocks(database.read, district, { ...asked, after });
    const due = clocks.flatMap((clock) => {
      const stage = reminderStage(today, clock.dueOn, { before, every });
      return stage === undefined ? [] : [{ clock, stage }];
    });
    await database.write((tx) => remindOfEach(tx, due, channels, now));
    const last = clocks.at(-1);
    if (!last || clocks.length < batch) return;
    after = last.id;
  }
}

async function remindOfEach(
  tx: Tx,
  due: readonly { clock: RunningClock; stage: string }[],
  channels: readonly ChannelName[],
  now: Instant,
) {
  if (due.length === 0) return;
  const rows = due.map(
    ({ clock, stage }) => sql`(${clock.district}, ${clock.id}::uuid, ${clock.dueOn}::date, ${stage}, ${now}::timestamptz)`,
  );
  const fresh = await sql<{ clockId: string }>`
    insert into notice_reminder (district, clock_id, due_on, stage, at) values ${sql.join(rows)} on conflict do nothing returning clock_id`.execute(
    tx,
  );
  const ids = new Set(fresh.rows.map((row) => row.clockId));
  for (const { clock, stage } of due.filter((one) => ids.has(one.clock.id))) {
    const { district, id, subjectType, subjectId, partId, key, dueOn } = clock;
    const found = await concernedWith[subjectType]?.(tx, district, subjectId, null, dateIn(now));
    if (!found) continue;
    const people = audience(found.people, { act: remindedOf[key] ?? [], ownPart: true }, partId);
    const told = people.map(({ account }) => ({ account, kind: "remind" as const }));
    const type = `${key}.${stage.split(" ")[0]}`;
    await post(
      tx,
      { district, occasion: `${id} ${dueOn} ${stage}`, subjectType, subjectId, type, label: found.label, at: now, people: told },
      channels,
      now,
    );
  }
}
