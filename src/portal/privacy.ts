import { html } from "hono/html";
import type { Piece, PublicPage } from "../platform/http/page.ts";
import type { PublicPart } from "../platform/module.ts";
import { page } from "./frame.ts";

const base = ["who", "visit", "basis", "rights", "where"] as const;

/** What is kept of people, why, for how long, and what they can ask for (Personal Information Protection Law §17, §35, §44–50). */
export const privacyPage = (parts: readonly PublicPart[]): PublicPage => ({
  method: "get",
  path: "/portal/privacy",
  async handle(call) {
    const { words, districtName } = call;
    const added: Piece[] = [];
    for (const { privacy } of parts) if (privacy) added.push(await privacy(call));
    const part = (name: string) =>
      html`<h2>${words(`portal.privacy.${name}.title`)}</h2><p>${words(`portal.privacy.${name}.text`, { district: districtName })}</p>`;
    const title = words("portal.privacy.title");
    return page(call, { title, body: html`<h1>${title}</h1>${part(base[0])}${part(base[1])}${added}${base.slice(2).map(part)}` });
  },
});

const sections = ["aim", "how", "limits", "report"] as const;

/** How the pages can be used by everyone, what does not work yet, and whom to tell (GB/T 37668-2019, Barrier-Free Environment Law §32). */
export const accessibilityPage: PublicPage = {
  method: "get",
  path: "/portal/accessibility",
  async handle(call) {
    const { words } = call;
    const title = words("portal.accessibility.title");
    return page(call, {
      title,
      body: html`<h1>${title}</h1>${sections.map(
        (name) => html`<h2>${words(`portal.accessibility.${name}.title`)}</h2><p>${words(`portal.accessibility.${name}.text`)}</p>`,
      )}`,
    });
  },
};
