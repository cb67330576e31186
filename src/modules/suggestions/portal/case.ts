import { html } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece, PublicPage } from "../../../platform/http/page.ts";
import { notFound } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { day, facts } from "../../../portal/pieces.ts";
import type { Statute, Statutes } from "../../calendar/index.ts";
import { categories, resultScheme } from "../rule-definitions.ts";
import { type CaseShown, type PromiseShown, publicCase, type ReplyShown } from "../server/public-case.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One suggestion with its way in plain words, and its text and answer where the deputy agreed to that. */
export const casePage = (statutes: Statutes): PublicPage => ({
  method: "get",
  path: "/portal/cases/suggestions/{id}",
  async handle(call) {
    const { db, district, words, params, now } = call;
    const id = params["id"] ?? "";
    const of = uuid.test(id) ? await publicCase(db, district, id) : undefined;
    if (!of) return notFound;
    const statute = await statutes.of(db, district);
    const field = statute.rule(categories, dateIn(now)).value.find(({ code }) => code === of.category)?.name;
    return page(call, {
      title: of.title,
      body: html`<p><a href="/portal/cases">${words("portal.cases.back")}</a></p>
<h1>${of.title}</h1>
<p><span class="tag ${of.state === "closed" ? "done" : "now"}">${words(`portal.cases.states.${of.state}`)}</span></p>
<div class="box">${basics(call, of, field)}</div>
${of.full ? texts(call, of.full, statute) : html`<p class="note">${words("portal.cases.title_only")}</p>`}
${of.events.length > 0 ? html`<h2>${words("portal.cases.way")}</h2><ol class="thread">${of.events.map(({ verb, at }) => html`<li>${day(call, at)}${words(`portal.cases.event.${verb}`)}</li>`)}</ol>` : ""}`,
    });
  },
});

function basics(call: PageCall, of: CaseShown, field: string | undefined): Piece {
  const named = (key: string) => call.words(`portal.cases.field.${key}`);
  const lead = of.leadCode ? html`<a href="/portal/deputies/${of.leadCode}">${of.leadName}</a>` : html`${of.leadName}`;
  return facts([
    [named("label"), of.label],
    [named("lead"), of.signers > 0 ? html`${lead} ${call.words("portal.cases.and_signers", { count: of.signers })}` : lead],
    [named("congress"), of.congressName],
    [named("category"), field],
    [named("area"), of.areaName],
    [named("submitted"), day(call, of.submittedAt)],
    [named("units"), of.units.join(call.words("portal.list_comma"))],
    [named("closed"), of.closedAt && day(call, of.closedAt)],
  ]);
}

const texts = (call: PageCall, { reason, proposal, replies, promises }: NonNullable<CaseShown["full"]>, statute: Statute): Piece =>
  html`<h2>${call.words("portal.cases.reason")}</h2><div class="box words">${reason}</div>
<h2>${call.words("portal.cases.proposal")}</h2><div class="box words">${proposal}</div>
${replies.map((reply) => replyPiece(call, reply, statute))}
${promises.length > 0 ? html`<h2>${call.words("portal.cases.promises")}</h2><ul class="list">${promises.map((one) => promise(call, one))}</ul>` : ""}`;

function replyPiece(call: PageCall, { unit, body, signedAt, scheme, resultClass }: ReplyShown, statute: Statute): Piece {
  const result = statute.ruleVersion(resultScheme, scheme).classes.find(({ code }) => code === resultClass)?.name;
  return html`<h2>${call.words("portal.cases.reply", { unit })}</h2>
<div class="box"><p class="soft small">${day(call, signedAt)}${result ? html` · ${result}` : ""}</p><div class="words">${body}</div></div>`;
}

/** A promise, and whether it was kept by its day. */
function promise(call: PageCall, { content, unit, dueOn, state, settledOn }: PromiseShown): Piece {
  const late = state === "open" && dueOn < dateIn(call.now);
  const mark = state === "kept" ? "done" : "now";
  return html`<li><div class="words">${content}</div>
<div class="small"><span class="tag ${mark}">${call.words(`portal.cases.promise.${late ? "late" : state}`)}</span>
<span class="soft">${unit} · ${call.words("portal.cases.due")} ${day(call, dueOn)}${settledOn ? html` · ${call.words("portal.cases.settled")} ${day(call, settledOn)}` : ""}</span></div></li>`;
}
