import { sql } from "kysely";
import { systemClock } from "../../../platform/clock/clock.ts";
import type { Sweep } from "../../../platform/module.ts";

/** Codes a day after the last was sent, by the machine's time; notices 180 days after they were read, deliveries after 180 days, marks of reminders after two years. */
export const forgetNotices: Sweep = {
  name: "notices.forget",
  async run(database, now) {
    await database.write(async (tx) => {
      await sql`delete from notice where read_at < ${now}::timestamptz - interval '180 days'`.execute(tx);
      await sql`delete from notice_delivery where created_at < ${now}::timestamptz - interval '180 days'`.execute(tx);
      await sql`delete from notice_email_code where sent_at[cardinality(sent_at)] < ${systemClock.now()}::timestamptz - interval '1 day'`.execute(
        tx,
      );
      await sql`delete from notice_reminder where due_on < ${now}::timestamptz - interval '2 years'`.execute(tx);
    });
  },
};
