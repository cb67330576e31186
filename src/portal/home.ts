import { html } from "hono/html";
import type { PageCall, Piece, PublicPage } from "../platform/http/page.ts";
import type { PublicPart } from "../platform/module.ts";
import { page } from "./frame.ts";

/** The first page: what one comes for stands first, then what the modules have to tell. */
export const homePage = (parts: readonly PublicPart[]): PublicPage => ({
  method: "get",
  path: "/portal",
  async handle(call) {
    const { words } = call;
    const told = parts.flatMap(({ home }) => home ?? []).toSorted((a, b) => a.order - b.order);
    const pieces: Piece[] = [];
    for (const { part } of told) pieces.push(await part(call));
    return page(call, {
      title: words("portal.home.title"),
      body: html`<h1>${words("portal.home.title")}</h1>
<p>${words("portal.home.lead")}</p>
${doors(call)}
${pieces}`,
    });
  },
});

/** The ways as doors to walk through, each with a sentence about what is behind it. */
const doors = ({ ways, words }: PageCall): Piece =>
  html`<ul class="doors">${ways
    .filter(({ path, under }) => path !== "/portal" && under === undefined)
    .map(
      ({ path, words: name }, at) =>
        html`<li${at === 0 ? html` class="first"` : ""}><a href="${path}"><strong>${words(name)}</strong>${words(`${name}_lead`)}</a></li>`,
    )}</ul>`;
