import { html } from "hono/html";
import type { Duty } from "../../identity/index.ts";
import { broughtBy } from "../server/public-opinions.ts";

/** How many small matters a deputy has brought, and how many are done. */
export const dutyOfOpinions: Duty = async ({ db, district, words }, mandateId) => {
  const { brought, closed } = await broughtBy(db, district, mandateId);
  return html`<h2>${words("portal.duty.opinions")}</h2>
<dl class="figures"><div><dt>${words("portal.duty.brought")}</dt><dd>${brought}</dd></div>
<div><dt>${words("portal.duty.brought_closed")}</dt><dd>${closed}</dd></div></dl>`;
};
