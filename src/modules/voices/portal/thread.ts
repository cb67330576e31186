import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import { statusOf } from "../../../platform/http/problem.ts";
import type { Refusal } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { choices, day, facts, faultOf, ticked, typed } from "../../../portal/pieces.ts";
import type { Thread } from "../server/public-view.ts";
import { spokenGrades } from "../terms.ts";

/** Asks for the receipt. An unknown one and a wrong one get the same answer. */
export function askPage(call: PageCall, { receipt = "", refusal }: { receipt?: string; refusal?: Refusal } = {}): Promise<Response> {
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
<p class="soft">${words("portal.follow.lost")}</p>`,
  });
}

interface Shown {
  readonly receipt: string;
  readonly thread: Thread;
  /** What was just asked for, and why it was refused if it was. */
  readonly act: string;
  readonly refusal?: Refusal;
  readonly kept: { readonly words?: string; readonly reasons?: string; readonly grade?: string };
}

/** Everything that became of one voice, and what its speaker may do now. */
export function threadPage(call: PageCall, shown: Shown): Promise<Response> {
  const { words } = call;
  const { thread: of, act, refusal } = shown;
  const named = (key: string) => words(`portal.follow.field.${key}`);
  return page(call, {
    title: words("portal.follow.title"),
    status: refusal ? statusOf[refusal.refused] : 200,
    confidential: true,
    body: html`<h1>${words("portal.follow.title")}</h1>
${refusal ? html`<div class="note bad" role="alert">${(refusal.fields ?? refusal.reasons).map(({ code, params }) => html`<p>${words(code, params)}</p>`)}</div>` : act && of.hops.length > 0 ? html`<p class="note good" role="status">${words("portal.follow.done")}</p>` : ""}
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
${actions(call, shown)}
<h2>${words("portal.follow.way")}</h2>
<ol class="thread">${of.hops.map((hop) => html`<li>${day(call, hop.at)}<strong>${hop.said}</strong>${hop.by ? html` <span class="soft">${hop.by}</span>` : ""}${hop.words ? html`<div class="words">${hop.words}</div>` : ""}</li>`)}</ol>`,
  });
}

const photos = ({ words }: PageCall, { receipt, thread }: Shown): Piece =>
  html`${thread.photos.map(({ id }, at) => html`<form method="post" action="/portal/follow/photo" target="_blank"><input type="hidden" name="receipt" value="${receipt}"><input type="hidden" name="photo" value="${id}"><p><button type="submit" class="plain">${words("portal.follow.photo", { at: at + 1 })}</button></p></form>`)}`;

/** What the speaker may do now, each a form of its own; the one that waits for him stands first and open. */
function actions(call: PageCall, shown: Shown): Piece {
  const order = ["appraise", "add_words", "reopen", "withdraw"] as const;
  return html`${order.filter((one) => shown.thread.can.includes(one)).map((one) => action(call, shown, one))}`;
}

type Act = Thread["can"][number];

function action(call: PageCall, shown: Shown, act: Act): Piece {
  const { words } = call;
  const inner = html`<form method="post" action="/portal/follow"><input type="hidden" name="receipt" value="${shown.receipt}"><input type="hidden" name="act" value="${act}">
${asking[act](call, shown)}<button type="submit"${act === "withdraw" ? html` class="plain"` : ""}>${words(`portal.follow.act.${act}`)}</button></form>`;
  if (act === "appraise") return html`<h2>${words("portal.follow.heading.appraise")}</h2><div class="box">${inner}</div>`;
  return html`<details class="box"${shown.refusal && shown.act === act ? html` open` : ""}><summary>${words(`portal.follow.heading.${act}`)}</summary>${inner}</details>`;
}

/** What was typed comes back only to the form that it was typed into. */
const kept = (shown: Shown, act: Act, name: "words" | "reasons" | "grade"): string => (shown.act === act ? (shown.kept[name] ?? "") : "");
const faultIn = (call: PageCall, shown: Shown, act: Act, name: string) =>
  shown.act === act ? faultOf(call, shown.refusal?.fields ?? [], name) : undefined;

const asking: Readonly<Record<Act, (call: PageCall, shown: Shown) => Piece>> = {
  appraise: (call, shown) =>
    html`${choices(call, {
      ...{
        name: "grade",
        label: call.words("portal.follow.grade"),
        value: kept(shown, "appraise", "grade"),
        fault: faultIn(call, shown, "appraise", "grade"),
      },
      choices: spokenGrades.map((one) => ({ value: one, label: call.words(`voice.grade.${one}`) })),
    })}${typed(call, {
      ...{ name: "reasons", label: call.words("portal.follow.reasons"), hint: call.words("portal.follow.reasons_hint"), optional: true },
      ...{ value: kept(shown, "appraise", "reasons"), fault: faultIn(call, shown, "appraise", "reasons"), lines: 3, max: 2000 },
    })}`,
  add_words: (call, shown) =>
    html`<input type="hidden" name="submission" value="${randomUUID()}">${typed(call, {
      ...{ name: "words", label: call.words("portal.follow.words"), value: kept(shown, "add_words", "words") },
      ...{ fault: faultIn(call, shown, "add_words", "words"), lines: 4, max: 2000 },
    })}`,
  reopen: (call, shown) =>
    html`${typed(call, {
      ...{ name: "reasons", label: call.words("portal.follow.why_again"), value: kept(shown, "reopen", "reasons") },
      ...{ fault: faultIn(call, shown, "reopen", "reasons"), lines: 4, max: 2000 },
    })}`,
  withdraw: (call, shown) =>
    html`${ticked({ name: "sure", label: call.words("portal.follow.sure"), fault: faultIn(call, shown, "withdraw", "sure") })}`,
};
