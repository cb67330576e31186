import { html } from "hono/html";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import { statusOf } from "../../../platform/http/problem.ts";
import type { Refusal } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { typed } from "../../../portal/pieces.ts";

interface Asked {
  readonly receipt?: string;
  readonly refusal?: Refusal;
  /** What was written and could not be sent. */
  readonly unsent?: string;
}

/** Asks for the receipt. An unknown one and a wrong one get the same answer. */
export function askPage(call: PageCall, { receipt = "", refusal, unsent = "" }: Asked = {}): Promise<Response> {
  const { words } = call;
  const title = words("portal.follow.title");
  const fault = refusal?.reasons.map(({ code, params }) => words(code, params)).join(words("portal.colon"));
  return page(call, {
    title,
    status: refusal ? statusOf[refusal.refused] : 200,
    confidential: true,
    body: html`<h1>${title}</h1><p>${words("portal.follow.lead")}</p>
<form method="post" action="/portal/follow" class="box">${typed(call, {
      ...{ name: "receipt", label: words("portal.follow.receipt"), hint: words("portal.follow.receipt_hint"), value: receipt, fault },
      ...{ max: 20, autocomplete: "off", code: true },
    })}<button type="submit">${words("portal.follow.look")}</button></form>
${toCopy(call, unsent)}
<p class="soft">${words("portal.follow.lost")}</p>`,
  });
}

/** What was written and found no form that would take it, to be copied: nobody types it twice. */
export const toCopy = ({ words }: PageCall, unsent: string): Piece | "" =>
  unsent === ""
    ? ""
    : html`<div class="field"><label for="unsent">${words("portal.follow.unsent")}</label><textarea id="unsent" rows="4" readonly>
${unsent}</textarea></div>`;
