import { html } from "hono/html";
import type { PageCall } from "../../../platform/http/page.ts";
import { page } from "../../../portal/frame.ts";

interface Given {
  readonly receipt: string;
  readonly label: string;
  readonly station?: string | undefined;
  readonly script: string;
}

/** The receipt, shown once. It stands in no address; loading the page again sends the same form and shows the same receipt. */
export const receiptPage = (call: PageCall, { receipt, label, station, script }: Given): Promise<Response> => {
  const { words } = call;
  return page(call, {
    title: words("portal.speak.done"),
    confidential: true,
    script,
    body: html`<h1>${words("portal.speak.done")}</h1>
<div class="note good"><p>${words("portal.speak.receipt")}</p><p class="receipt" id="receipt">${receipt}</p><p>${words("portal.speak.write_down")}</p></div>
<p>${words("portal.speak.then", { label })}${station ? words("portal.speak.station_sees", { station }) : ""}</p>
<form method="post" action="/portal/follow"><input type="hidden" name="receipt" value="${receipt}"><p class="pages"><button type="submit">${words("portal.speak.look")}</button> <a class="button plain" href="/portal">${words("portal.back_home")}</a></p></form>`,
  });
};
