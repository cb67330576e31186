import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import { statusOf } from "../../../platform/http/problem.ts";
import type { Refusal } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { day, facts } from "../../../portal/pieces.ts";
import type { Thread } from "../server/public-view.ts";
import { acts, moved, movedNote, type TypedAct } from "./acts.ts";

interface Shown {
  readonly receipt: string;
  readonly thread: Thread;
  /** What was just asked for, and why it was refused if it was. */
  readonly typed: TypedAct;
  readonly refusal?: Refusal;
}

/** Everything that became of one voice, and what its speaker may do now. */
export function threadPage(call: PageCall, shown: Shown): Promise<Response> {
  const { words } = call;
  const { thread: of, typed, receipt, refusal } = shown;
  const now = refusal ? moved(typed, of.can) : undefined;
  const named = (key: string) => words(`portal.follow.field.${key}`);
  return page(call, {
    title: words("portal.follow.title"),
    status: refusal ? statusOf[refusal.refused] : 200,
    confidential: true,
    body: html`<h1>${words("portal.follow.title")}</h1>
${refusal ? html`<div class="note bad" role="alert">${(refusal.fields ?? refusal.reasons).map(({ code, params }) => html`<p>${words(code, params)}</p>`)}${now ? movedNote(call, now, typed.photos.length) : ""}</div>` : typed.act && of.hops.length > 0 ? html`<p class="note good" role="status">${words("portal.follow.done")}</p>` : ""}
<p class="note"><strong>${of.statusSaid}</strong>${of.dueOn ? html` ${words("portal.follow.due")} ${day(call, of.dueOn)}` : ""}</p>
${of.together > 1 ? html`<p>${words("portal.follow.together", { count: of.together })}</p>` : ""}
<div class="box"><div class="words">${of.words}</div>${of.additions.map((one) => html`<p class="soft small">${named("added")} ${day(call, one.at)}</p><div class="words">${one.words}</div>`)}
${facts([
  [named("label"), of.label],
  [named("category"), of.category],
  [named("place"), [of.areaName, of.place].filter(Boolean).join(" ")],
  [named("station"), of.stationName],
  [named("spoken"), day(call, of.spokenAt)],
])}${photos(call, shown)}</div>
${of.answer?.answer ? html`<h2>${words("portal.follow.answer")}</h2><div class="box"><p class="soft small">${day(call, of.answer.answeredOn)} · ${words(of.answer.solved ? "portal.follow.solved" : "portal.follow.not_solved")}</p><div class="words">${of.answer.answer}</div></div>` : ""}
${acts(call, { receipt, can: of.can, refusal, typed: now?.typed ?? afresh() })}
<h2>${words("portal.follow.way")}</h2>
<ol class="thread">${of.hops.map((hop) => html`<li>${day(call, hop.at)}<strong>${hop.said}</strong>${hop.by ? html` <span class="soft">${hop.by}</span>` : ""}${hop.words ? html`<div class="words">${hop.words}</div>` : ""}</li>`)}</ol>`,
  });
}

const photos = ({ words }: PageCall, { receipt, thread }: Shown): Piece =>
  html`${thread.photos.map(({ id }, at) => html`<form method="post" action="/portal/follow/photo" target="_blank"><input type="hidden" name="receipt" value="${receipt}"><input type="hidden" name="photo" value="${id}"><p><button type="submit" class="plain">${words("portal.follow.photo", { at: at + 1 })}</button></p></form>`)}`;

/** Forms at their beginning; their identifier is chance, so that sending one twice is harmless. */
const afresh = (): TypedAct => ({ submission: randomUUID(), act: "", words: "", reasons: "", grade: "", photos: [], photoConsent: false });
