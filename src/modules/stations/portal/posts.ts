import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { asked } from "../../../portal/finder.ts";
import { page } from "../../../portal/frame.ts";
import { day, nothing, pager } from "../../../portal/pieces.ts";
import { type PostLine, publicPost, publicPosts, publicStation } from "../server/public-station.ts";

/** Everything that a station has published. */
export const postsPage: PublicPage = {
  method: "get",
  path: "/portal/stations/{code}/posts",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const today = dateIn(now);
    const station = await publicStation(db, district, params["code"] ?? "", today);
    if (!station) return notFound;
    const found = await publicPosts(db, district, station.code, { today, limit: 30, cursor: asked(call, "cursor", 2000) });
    const title = words("portal.stations.posts_of", { station: station.name });
    return page(call, {
      title,
      body: html`<p><a href="/portal/stations/${station.code}">${words("portal.stations.back_to", { station: station.name })}</a></p>
<h1>${title}</h1>
${found.items.length === 0 ? nothing(words("portal.stations.no_posts")) : postList(call, station.code, found.items)}
${pager(call, found.next)}`,
    });
  },
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One notice, law, paper to study, or deed of a deputy. */
export const postPage: PublicPage = {
  method: "get",
  path: "/portal/stations/{code}/posts/{id}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const id = params["id"] ?? "";
    const of = uuid.test(id) ? await publicPost(db, district, id, dateIn(now)) : undefined;
    if (!of || of.stationCode !== params["code"]) return notFound;
    return page(call, {
      title: of.title,
      body: html`<p><a href="/portal/stations/${of.stationCode}">${words("portal.stations.back_to", { station: of.stationName })}</a></p>
<h1>${of.title}</h1>
<p class="soft small">${words(`portal.stations.post.${of.kind}`)} · ${day(call, of.publishedOn)}</p>
<div class="box words">${of.body}</div>`,
    });
  },
};

/** What was published, one beneath the other. */
export const postList = (call: PageCall, code: string, posts: readonly PostLine[]): Piece =>
  html`<ul class="list">${posts.map(
    ({ id, kind, title, publishedOn }) => html`<li><p class="item"><a href="/portal/stations/${code}/posts/${id}">${title}</a></p>
<div class="soft small">${call.words(`portal.stations.post.${kind}`)} · ${day(call, publishedOn)}</div></li>`,
  )}</ul>`;
