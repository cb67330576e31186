import { html } from "hono/html";
import type { Duty } from "../../identity/index.ts";
import { plansOfDeputy } from "../server/public-plans.ts";

/** What the group of a deputy has planned. */
export const dutyOfActivities: Duty = async ({ db, district, words }, mandateId) => {
  const plans = await plansOfDeputy(db, district, mandateId);
  if (plans.length === 0) return html``;
  return html`<h2>${words("portal.plans.title")}</h2>
<ul class="list">${plans.map(({ id, groupName, year, items }) => html`<li><a href="/portal/plans/${id}">${words("portal.plans.plan_of", { group: groupName, year })}</a><div class="soft small">${words("portal.plans.count", { count: items })}</div></li>`)}</ul>`;
};
