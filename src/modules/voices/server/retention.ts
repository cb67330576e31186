import { sql } from "kysely";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Sweep } from "../../../platform/module.ts";
import { addMonths, type Statutes } from "../../calendar/index.ts";
import { contactRetention } from "../rule-definitions.ts";

/** Erases name and telephone when the time of the rule has passed since the matter ended; what was said stays, nobody's any more. */
export const eraseContacts = (statutes: Statutes): Sweep => ({
  name: "voices.erase_contacts",
  async run(database, now) {
    const districts = await sql<{ district: string }>`select distinct district from area where parent_id is null`.execute(database.read);
    for (const { district } of districts.rows) {
      const statute = await statutes.of(database.read, district);
      const { amount, unit } = statute.rule(contactRetention, dateIn(now)).value;
      // Months are months; a period in days is kept a little longer rather than a little shorter.
      const before = addMonths(dateIn(now), unit === "month" ? -amount : -Math.ceil(amount / 28));
      // A voice that joined another ends with it.
      await database.write((tx) =>
        sql`delete from voice_contact c using voice v left join voice h on h.district = v.district and h.id = v.joined_to
          where c.district = ${district} and v.district = c.district and v.id = c.voice_id
            and coalesce(v.closed_at, h.closed_at) < ${before}::date`.execute(tx),
      );
    }
  },
});
