import { html } from "hono/html";
import type { PageCall, Piece } from "../platform/http/page.ts";
import { statusOf } from "../platform/http/problem.ts";
import type { Refusal } from "../platform/refusal.ts";
import { page } from "./frame.ts";

/** A "no" as a page: why, and where one can go. */
export function refusedPage(call: PageCall, refusal: Refusal): Promise<Response> {
  const { words } = call;
  const title = words(`problem.title.${refusal.refused}`);
  const fields: Piece[] = (refusal.fields ?? []).map(({ code, params }) => html`<li>${words(code, params)}</li>`);
  return page(call, {
    title,
    status: statusOf[refusal.refused],
    confidential: true,
    body: html`<h1>${title}</h1>
<div class="note bad">${refusal.reasons.map((reason) => html`<p>${words(reason.code, reason.params)}</p>`)}${fields.length > 0 ? html`<ul>${fields}</ul>` : ""}</div>
<p><a class="button plain" href="/portal">${words("portal.back_home")}</a></p>`,
  });
}

/** Something broke: that it is not the reader's fault, and that he may try again. */
export function failedPage(call: PageCall): Promise<Response> {
  const { words } = call;
  const title = words("portal.failed.title");
  return page(call, {
    title,
    status: 500,
    confidential: true,
    body: html`<h1>${title}</h1>
<div class="note bad"><p>${words("portal.failed.text")}</p></div>
<p><a class="button plain" href="/portal">${words("portal.back_home")}</a></p>`,
  });
}
