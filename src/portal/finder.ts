import { html, raw } from "hono/html";
import type { PageCall, Piece } from "../platform/http/page.ts";
import { type Choice, chosen, typed } from "./pieces.ts";

/** What was asked for in the address, without blanks around it and never longer than makes sense. */
export const asked = ({ url }: Pick<PageCall, "url">, name: string, max = 60): string =>
  (url.searchParams.get(name) ?? "").trim().slice(0, max);

interface Narrowing {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/**
 * The form above a list: words to look for, and what to narrow it by, the first in sight and the others folded away as long as
 * nobody uses them. It asks by the address, so that a list found can be passed on.
 */
export function finder(call: PageCall, search: string, [first, ...more]: readonly Narrowing[]): Piece {
  const { words } = call;
  const narrowing = ({ name, label, choices }: Narrowing) =>
    chosen(call, { name, label, choices, value: asked(call, name), none: words("portal.all"), optional: true, plain: true });
  const used = more.some(({ name }) => asked(call, name) !== "");
  return html`<form method="get" class="box"><div class="row">
${typed(call, { name: "search", type: "search", label: search, value: asked(call, "search"), max: 60, optional: true, plain: true })}
${first ? narrowing(first) : ""}</div>
${more.length > 0 ? html`<details${used ? raw(" open") : ""}><summary>${words("portal.more_filters")}</summary><div class="row">${more.map(narrowing)}</div></details>` : ""}
<button type="submit">${words("portal.find")}</button></form>`;
}

/** The years of a list as choices, the newest first. */
export const yearsFrom = (first: number, last: number): Choice[] =>
  Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => ({ value: String(last - index), label: String(last - index) }));

/** A year as it was asked for; undefined for anything else. */
export const yearAsked = (call: Pick<PageCall, "url">): number | undefined => {
  const year = asked(call, "year");
  return /^20\d\d$/.test(year) ? Number(year) : undefined;
};
