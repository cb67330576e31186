import { html } from "hono/html";
import type { PageCall, Piece } from "../../../platform/http/page.ts";

/** What is kept of somebody who speaks, for how long, and who sees it (Personal Information Protection Law §17, §19). */
export const privacy = async ({ words }: PageCall): Promise<Piece> =>
  html`<h2>${words("portal.speak.privacy.title")}</h2><ul>${(["words", "contact", "photos", "receipt"] as const).map((one) => html`<li>${words(`portal.speak.privacy.${one}`)}</li>`)}</ul>`;
