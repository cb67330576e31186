import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { onward, page } from "../../../portal/frame.ts";
import { day, facts } from "../../../portal/pieces.ts";
import { type DeputyShown, publicDeputy } from "../server/public-deputies.ts";

/** What another module has to tell of a deputy's work, by his mandate (DL-58: duty information is public). */
export type Duty = (call: PageCall, mandateId: string) => Promise<Piece>;

/** One deputy in force: who he is, who elected him, and what he has done in office. */
export const deputyPage = (duties: readonly Duty[]): PublicPage => ({
  method: "get",
  path: "/portal/deputies/{code}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const found = await publicDeputy(db, district, params["code"] ?? "", dateIn(now));
    if (!found) return notFound;
    const told: Piece[] = [];
    for (const duty of duties) told.push(await duty(call, found.mandateId));
    return page(call, {
      title: words("portal.deputies.named", { name: found.name }),
      body: html`<p><a href="/portal/deputies${found.townCode ? `?town=${found.townCode}` : ""}">${words("portal.deputies.back")}</a></p>
<h1>${found.name}</h1>
<p><a class="button" href="/portal/speak?deputy=${found.code}">${words("portal.deputies.speak")}</a></p>
${basics(call, found)}
${told}
<p class="soft small">${words("portal.deputies.basis")}</p>`,
    });
  },
});

const basics = (call: PageCall, of: DeputyShown): Piece => {
  const { words } = call;
  const named = (key: string) => words(`portal.deputies.field.${key}`);
  return html`<div class="box">${facts([
    [named("congress"), of.congressName],
    [named("electoral_district"), of.electoralDistrict],
    [named("place"), of.townName && of.townName !== of.areaName ? `${of.townName} ${of.areaName}` : of.areaName],
    [named("gender"), of.gender && words(`identity.person.gender.${of.gender}`)],
    [named("delegation"), of.delegationName],
    [named("group"), of.groupName],
    [
      named("posts"),
      of.posts.length > 0
        ? html`${of.posts.map(({ organisation, name }) => html`<div>${organisation} ${words(`portal.deputies.post.${name}`)}</div>`)}`
        : null,
    ],
    [named("elected_on"), day(call, of.electedOn)],
    [
      named("others"),
      of.others.length > 0
        ? html`${of.others.map(({ code, congressName }) => html`<div><a href="/portal/deputies/${code}">${congressName}</a></div>`)}`
        : null,
    ],
  ])}</div>`;
};

/** The address on a poster leads to the page. */
export const shortDeputyPage: PublicPage = {
  method: "get",
  path: "/d/{code}",
  handle: async ({ db, district, params, now }) => {
    const code = (params["code"] ?? "").toLowerCase();
    return (await publicDeputy(db, district, code, dateIn(now))) ? onward(`/portal/deputies/${code}`) : notFound;
  },
};
