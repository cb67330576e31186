import { html, raw } from "hono/html";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import { statusOf } from "../../../platform/http/problem.ts";
import type { FieldFault, Refusal } from "../../../platform/refusal.ts";
import { page } from "../../../portal/frame.ts";
import { chosen, faultList, faultOf, typed as input } from "../../../portal/pieces.ts";
import { publicVillages } from "../../identity/index.ts";
import { stationByCode } from "../../stations/index.ts";
import { categories } from "../../suggestions/index.ts";
import { elsewhere } from "../rule-definitions.ts";
import type { Parts } from "../server/public-doors.ts";
import { photoFields } from "./photos.ts";
import { carried, type Step, steps, type Typed } from "./typed.ts";

interface Shown {
  readonly step: Step;
  readonly typed: Typed;
  readonly faults?: readonly FieldFault[];
  /** Why it was not taken, where no field is to blame. */
  readonly refusal?: Refusal;
  readonly script: string;
}

const inputs: Readonly<Record<Step, readonly (keyof Typed)[]>> = {
  what: ["words", "category", "photoConsent"],
  where: ["village", "place"],
  reach: ["name", "phone"],
};

/** One step on the screen: what it asks, and everything typed before hidden beside it. */
export async function stepPage(call: PageCall, parts: Parts, { step, typed, faults = [], refusal, script }: Shown): Promise<Response> {
  const { words } = call;
  const at = steps.indexOf(step);
  const said = (key: string) => words(`portal.speak.${key}`);
  const labels = Object.fromEntries(
    ["words", "category", "files", "photoConsent", "village", "place", "name", "phone"].map((name) => [name, said(`label.${name}`)]),
  );
  const station = typed.station ? await stationByCode(call.db, call.district, typed.station) : undefined;
  const content = { what, where, reach }[step];
  const [next, before] = [steps[at + 1] ?? "send", steps[at - 1]];
  const title = said("title");
  return page(call, {
    title: `${title} (${at + 1}/${steps.length})`,
    status: refusal ? statusOf[refusal.refused] : faults.length > 0 ? 422 : 200,
    confidential: true,
    script,
    body: html`<h1>${title}</h1>
${step === "what" ? await beforehand(call, parts) : ""}
${station ? html`<p class="note">${words("portal.speak.at_station", { station: station.name })}</p>` : ""}
<h2>${words("portal.speak.step", { at: at + 1, of: steps.length })}${said(`heading.${step}`)}</h2>
${refusal && faults.length === 0 ? html`<div class="note bad" role="alert">${refusal.reasons.map((reason) => html`<p>${words(reason.code, reason.params)}</p>`)}<p>${said("kept")}</p></div>` : ""}
${faultList(call, faults, labels)}
<form method="post" action="/portal/speak" id="speak" class="box"${step === "what" ? raw(' enctype="multipart/form-data"') : ""}>
<input type="hidden" name="step" value="${step}">
${carried(typed, inputs[step]).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${await content(call, parts, typed, faults)}
<p class="pages"><button type="submit" name="go" value="${next}">${said(next === "send" ? "send" : "next")}</button>
${before ? html`<button type="submit" class="plain" name="go" value="${before}" formnovalidate>${said("back")}</button>` : ""}</p>
</form>`,
  });
}

/** What comes before speaking: whom to call at once, and what is to be brought elsewhere. */
async function beforehand({ words, db, district, now }: PageCall, { statutes }: Parts): Promise<Piece> {
  const ways = (await statutes.of(db, district)).rule(elsewhere, dateIn(now)).value;
  const numbers = ["110", "119", "120", "122"];
  return html`<div class="note bad"><p><strong>${words("portal.speak.urgent")}</strong></p>
<p class="pages">${numbers.map((number) => html`<span><a href="tel:${number}"><strong>${number}</strong></a> ${words(`portal.speak.call.${number}`)}</span>`)}</p></div>
<details class="box"><summary>${words("portal.speak.not_taken")}</summary><dl class="facts">${ways.map(({ name, where: to }) => html`<div><dt>${name}</dt><dd>${to}</dd></div>`)}</dl></details>`;
}

type Content = (call: PageCall, parts: Parts, typed: Typed, faults: readonly FieldFault[]) => Promise<Piece>;

const field = (call: PageCall, faults: readonly FieldFault[], name: string) => ({
  ...{ name, label: call.words(`portal.speak.label.${name}`), fault: faultOf(call, faults, name) },
});

const what: Content = async (call, { statutes }, typed, faults) => {
  const { words, db, district, now } = call;
  const fields = (await statutes.of(db, district)).rule(categories, dateIn(now)).value;
  return html`${input(call, { ...field(call, faults, "words"), value: typed.words, hint: words("portal.speak.hint.words"), lines: 7, max: 2000 })}
${chosen(call, { ...field(call, faults, "category"), value: typed.category, none: words("portal.speak.unsure"), choices: fields.map(({ code, name }) => ({ value: code, label: name })), optional: true })}
${photoFields(call, typed, faults)}`;
};

const where: Content = async (call, _parts, typed, faults) => {
  const villages = await publicVillages(call.db, call.district);
  return html`${chosen(call, {
    ...{ ...field(call, faults, "village"), value: typed.village, none: call.words("portal.speak.no_village"), optional: true },
    hint: call.words("portal.speak.hint.village"),
    choices: villages.map(({ code, name, townName }) => ({ value: code, label: name, group: townName })),
  })}
${input(call, { ...field(call, faults, "place"), value: typed.place, hint: call.words("portal.speak.hint.place"), max: 200, optional: true })}`;
};

const reach: Content = async (call, _parts, typed, faults) => {
  const { words } = call;
  return html`<p class="note">${words("portal.speak.anonymous")} <a href="/portal/privacy" target="_blank" rel="noopener">${words("portal.privacy.title")}</a></p>
${input(call, { ...field(call, faults, "name"), value: typed.name, max: 40, autocomplete: "name", optional: true })}
${input(call, { ...field(call, faults, "phone"), value: typed.phone, hint: words("portal.speak.hint.phone"), type: "tel", max: 20, autocomplete: "tel", optional: true })}
<h3>${words("portal.speak.check")}</h3><div class="words soft">${typed.words}</div>`;
};
