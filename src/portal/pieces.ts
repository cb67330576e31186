import { html, raw } from "hono/html";
import type { PageCall, Piece } from "../platform/http/page.ts";
import type { FieldFault } from "../platform/refusal.ts";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined;
  readonly optional?: boolean;
  /** In a search form everything may be left out, and nothing needs to say so. */
  readonly plain?: boolean;
}

interface Typed extends Field {
  readonly type?: "text" | "search" | "tel" | "date" | "number";
  /** How many lines it has; one unless it says more. */
  readonly lines?: number;
  readonly max?: number;
  readonly autocomplete?: string;
  readonly code?: boolean;
}

const flag = (on: boolean | undefined, name: string) => (on ? raw(` ${name}`) : "");

/** Ties what is said about a field to the field itself, for those who hear the page. */
function described({ name, hint, fault }: Field) {
  const by = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(" ");
  return html`${by ? html` aria-describedby="${by}"` : ""}${fault ? raw(' aria-invalid="true"') : ""}`;
}

const around = (call: PageCall, field: Field, input: Piece): Piece =>
  html`<div class="field${field.fault ? " wrong" : ""}"><label for="${field.name}">${field.label}${field.optional && !field.plain ? html` <span class="soft small">${call.words("portal.optional")}</span>` : ""}</label>
${said(field)}${input}</div>`;

const said = ({ name, hint, fault }: Field): Piece =>
  html`${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ""}${fault ? html`<span class="fault" id="${name}-fault">${fault}</span>` : ""}`;

/** A field to type in, with its label, its hint and what is wrong with it. */
export function typed(call: PageCall, field: Typed): Piece {
  const { name, value = "", type = "text", lines = 1, max, autocomplete, code, optional } = field;
  const attributes = html`id="${name}" name="${name}"${max ? html` maxlength="${max}"` : ""}${autocomplete ? html` autocomplete="${autocomplete}"` : ""}${flag(!optional, "required")}${described(field)}`;
  const input =
    lines > 1
      ? html`<textarea ${attributes} rows="${lines}">
${value}</textarea>`
      : html`<input type="${type}" ${attributes} value="${value}"${code ? raw(' class="code" autocapitalize="characters" spellcheck="false"') : ""}>`;
  return around(call, field, input);
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Choices under one heading stand together. */
  readonly group?: string;
}

/** A field to choose one of many. */
export function chosen(call: PageCall, field: Field & { readonly choices: readonly Choice[]; readonly none?: string }): Piece {
  const { name, value = "", choices, none, optional } = field;
  const option = ({ value: one, label }: Choice) => html`<option value="${one}"${flag(one === value, "selected")}>${label}</option>`;
  const groups = Map.groupBy(choices, (choice) => choice.group ?? "");
  const options = [...groups].map(([group, some]) =>
    group === "" ? html`${some.map(option)}` : html`<optgroup label="${group}">${some.map(option)}</optgroup>`,
  );
  return around(
    call,
    field,
    html`<select id="${name}" name="${name}"${flag(!optional, "required")}${described(field)}>${none === undefined ? "" : html`<option value="">${none}</option>`}${options}</select>`,
  );
}

/** Choices that are read before one is taken, each with a spot to touch. */
export function choices(call: PageCall, field: Field & { readonly choices: readonly Choice[] }): Piece {
  const { name, label, value, fault, optional } = field;
  return html`<fieldset class="field${fault ? " wrong" : ""}"><legend>${label}${optional ? html` <span class="soft small">${call.words("portal.optional")}</span>` : ""}</legend>${said(field)}
${field.choices.map((choice, at) => html`<label class="choice"><input type="radio" name="${name}" value="${choice.value}"${at === 0 ? raw(` id="${name}"`) : ""}${flag(!optional, "required")}${flag(choice.value === value, "checked")}><span>${choice.label}</span></label>`)}</fieldset>`;
}

/** Something to agree to. */
export const ticked = ({ name, label, value, fault }: Field): Piece =>
  html`<div class="field${fault ? " wrong" : ""}">${said({ name, label, ...(fault ? { fault } : {}) })}<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${flag(value === "yes", "checked")}${fault ? html` aria-describedby="${name}-fault" aria-invalid="true"` : ""}><span>${label}</span></label></div>`;

/** What is wrong, above the form, each with a way to its field. Nothing when nothing is. */
export const faultList = (call: PageCall, faults: readonly FieldFault[], labels: Readonly<Record<string, string>>): Piece | "" =>
  faults.length === 0
    ? ""
    : html`<div class="note bad" role="alert" tabindex="-1" id="faults"><h2>${call.words("portal.faults")}</h2><ul>
${faults.map(({ field, code, params }) => html`<li><a href="#${field}">${labels[field] ?? field}</a>${call.words("portal.colon")}${call.words(code, params)}</li>`)}</ul></div>`;

/** What is wrong with one field, in words. */
export function faultOf(call: PageCall, faults: readonly FieldFault[], name: string): string | undefined {
  const found = faults.find(({ field }) => field === name || field.startsWith(`${name}.`));
  return found && call.words(found.code, found.params);
}

/** Facts side by side with their names; what is not there is left out. */
export const facts = (all: readonly (readonly [name: string, value: Piece | string | number | null | undefined])[]): Piece =>
  html`<dl class="facts">${all.filter(([, value]) => value !== null && value !== undefined && value !== "").map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** The way to the next page of a list, and back to its beginning. */
export function pager(call: PageCall, next: string | null): Piece | "" {
  const asked = new URLSearchParams(call.url.search);
  const began = asked.has("cursor");
  if (next === null && !began) return "";
  const first = new URLSearchParams(asked);
  first.delete("cursor");
  if (next !== null) asked.set("cursor", next);
  return html`<p class="pages">${began ? html`<a class="button plain" href="?${first}">${call.words("portal.first_page")}</a>` : ""}${next === null ? "" : html`<a class="button plain" href="?${asked}" rel="next">${call.words("portal.next_page")}</a>`}</p>`;
}

/** The ways that stand beneath one of the menu, as tabs; the one that is open is marked. */
export const tabs = ({ ways, words, url }: PageCall, under: string): Piece =>
  html`<nav class="tabs" aria-label="${words("portal.tabs")}"><ul>${ways
    .filter((way) => way.under === under)
    .map(
      (way) => html`<li><a href="${way.path}"${url.pathname === way.path ? raw(' aria-current="page"') : ""}>${words(way.words)}</a></li>`,
    )}</ul></nav>`;

/** A day as it is written: 2023年9月22日. */
export function day(call: Pick<PageCall, "language">, at: string): Piece {
  const iso = at.length > 10 ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) : at;
  const [year, month, date] = iso.split("-").map(Number);
  const said = call.language === "en" ? iso : `${year}年${month}月${date}日`;
  return html`<time datetime="${iso}">${said}</time>`;
}

/** A line that says there is nothing, and what to do then. */
export const nothing = (text: string): Piece => html`<p class="box soft">${text}</p>`;
