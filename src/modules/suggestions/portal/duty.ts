import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Statutes } from "../../calendar/index.ts";
import type { Duty } from "../../identity/index.ts";
import { categories } from "../rule-definitions.ts";
import { publicCases, raisedBy } from "../server/public-cases.ts";
import { caseList } from "./cases.ts";

/** What a deputy has suggested, as far as it is public. */
export const dutyOfSuggestions =
  (statutes: Statutes): Duty =>
  async (call, mandateId) => {
    const { db, district, words, now } = call;
    const { led, signed, closed } = await raisedBy(db, district, mandateId);
    const { items } = await publicCases(db, district, { lead: mandateId, limit: 10 });
    const fields = (await statutes.of(db, district)).rule(categories, dateIn(now)).value;
    return html`<h2>${words("portal.duty.suggestions")}</h2>
<dl class="figures"><div><dt>${words("portal.duty.led")}</dt><dd>${led}</dd></div>
<div><dt>${words("portal.duty.led_closed")}</dt><dd>${closed}</dd></div>
<div><dt>${words("portal.duty.signed")}</dt><dd>${signed}</dd></div></dl>
${items.length > 0 ? caseList(call, items, new Map(fields.map(({ code, name }) => [code, name]))) : ""}`;
  };
