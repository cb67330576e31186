import { html, raw } from "hono/html";
import type { PageCall, Piece } from "../../../platform/http/page.ts";
import type { Refusal } from "../../../platform/refusal.ts";
import { choices, faultOf, ticked, typed } from "../../../portal/pieces.ts";
import type { Thread } from "../server/public-view.ts";
import { spokenGrades } from "../terms.ts";
import { toCopy } from "./ask.ts";
import { type Photos, photoFields } from "./photos.ts";

export type Act = Thread["can"][number];

/** What was typed into one of the forms. */
export interface TypedAct extends Photos {
  readonly act: string;
  readonly words: string;
  readonly reasons: string;
  readonly grade: string;
}

export interface Asking {
  readonly receipt: string;
  readonly can: readonly Act[];
  /** What comes back to the form that it was typed into, or to the one that is possible now. */
  readonly typed: TypedAct;
  readonly refusal?: Refusal | undefined;
}

/** Where words belong when the matter has moved on since their form was opened. */
const insteadOf: Readonly<Record<string, readonly Act[]>> = {
  add_words: ["reopen", "appraise"],
  reopen: ["appraise", "add_words"],
  appraise: ["reopen", "add_words"],
};

export interface Moved {
  readonly typed: TypedAct;
  /** The form that has the words now; none when no form would take them. */
  readonly to?: Act;
  /** The words, where there is no form for them. */
  readonly unsent: string;
}

/** Puts the words of a form that is gone into the form that is possible now; where there is none, gives them back as they are. */
export function moved(typed: TypedAct, can: readonly Act[]): Moved {
  const said = typed.act === "add_words" ? typed.words : typed.reasons;
  if (can.some((act) => act === typed.act) || said === "") return { typed, unsent: "" };
  const to = insteadOf[typed.act]?.find((act) => can.includes(act));
  if (!to) return { typed, unsent: said };
  const there = to === "add_words" ? { words: said } : { reasons: said };
  return { typed: { ...typed, words: "", reasons: "", ...there, act: to, grade: "", photos: [] }, to, unsent: "" };
}

/** Says where the words are that were typed into a form which is gone. */
export const movedNote = (call: PageCall, { to, unsent }: Moved, photos: number): Piece | "" =>
  to
    ? html`<p>${call.words("portal.follow.moved", { to: call.words(`portal.follow.heading.${to}`) })}</p>${photos > 0 && to !== "add_words" ? html`<p>${call.words("portal.follow.photos_not_sent")}</p>` : ""}`
    : toCopy(call, unsent);

/** What the speaker may do now, each a form of its own; the one that waits for him stands first and open. */
export function acts(call: PageCall, asking: Asking): Piece {
  const order = ["appraise", "add_words", "reopen", "withdraw"] as const;
  return html`${order.filter((one) => asking.can.includes(one)).map((one) => form(call, asking, one))}`;
}

function form(call: PageCall, asking: Asking, act: Act): Piece {
  const { words } = call;
  const sent = act === "add_words" ? raw(' enctype="multipart/form-data"') : "";
  const inner = html`<form method="post" action="/portal/follow"${sent}><input type="hidden" name="receipt" value="${asking.receipt}"><input type="hidden" name="act" value="${act}">
${fields[act](call, asking)}<button type="submit"${act === "withdraw" ? html` class="plain"` : ""}>${words(`portal.follow.act.${act}`)}</button></form>`;
  if (act === "appraise") return html`<h2>${words("portal.follow.heading.appraise")}</h2><div class="box">${inner}</div>`;
  const open = asking.refusal && asking.typed.act === act;
  return html`<details class="box"${open ? html` open` : ""}><summary>${words(`portal.follow.heading.${act}`)}</summary>${inner}</details>`;
}

/** What was typed comes back only to the form that it is for. */
const kept = ({ typed: one }: Asking, act: Act, name: "words" | "reasons" | "grade"): string => (one.act === act ? one[name] : "");
const faultsIn = ({ typed: one, refusal }: Asking, act: Act) => (one.act === act ? (refusal?.fields ?? []) : []);
const faultIn = (call: PageCall, asking: Asking, act: Act, name: string) => faultOf(call, faultsIn(asking, act), name);

const fields: Readonly<Record<Act, (call: PageCall, asking: Asking) => Piece>> = {
  appraise: (call, asking) =>
    html`${choices(call, {
      ...{
        name: "grade",
        label: call.words("portal.follow.grade"),
        value: kept(asking, "appraise", "grade"),
        fault: faultIn(call, asking, "appraise", "grade"),
      },
      choices: spokenGrades.map((one) => ({ value: one, label: call.words(`voice.grade.${one}`) })),
    })}${typed(call, {
      ...{ name: "reasons", label: call.words("portal.follow.reasons"), hint: call.words("portal.follow.reasons_hint"), optional: true },
      ...{ value: kept(asking, "appraise", "reasons"), fault: faultIn(call, asking, "appraise", "reasons"), lines: 3, max: 2000 },
    })}`,
  add_words: (call, asking) => {
    const { submission, photos, photoConsent } = asking.typed;
    const mine = asking.typed.act === "add_words" ? { photos, photoConsent } : { photos: [], photoConsent: false };
    return html`<input type="hidden" name="submission" value="${submission}">${mine.photos.map((id) => html`<input type="hidden" name="photo" value="${id}">`)}${typed(
      call,
      {
        ...{ name: "words", label: call.words("portal.follow.words"), value: kept(asking, "add_words", "words") },
        ...{ fault: faultIn(call, asking, "add_words", "words"), lines: 4, max: 2000 },
      },
    )}${photoFields(call, mine, faultsIn(asking, "add_words"))}`;
  },
  reopen: (call, asking) =>
    html`${typed(call, {
      ...{ name: "reasons", label: call.words("portal.follow.why_again"), value: kept(asking, "reopen", "reasons") },
      ...{ fault: faultIn(call, asking, "reopen", "reasons"), lines: 4, max: 2000 },
    })}`,
  withdraw: (call, asking) =>
    html`${ticked({ name: "sure", label: call.words("portal.follow.sure"), fault: faultIn(call, asking, "withdraw", "sure") })}`,
};
