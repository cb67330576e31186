import { HtmlValidate } from "html-validate";
import { expect } from "vitest";
import type { TestHouse } from "./house.ts";

export interface Page {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

export type Fields = Readonly<Record<string, string | readonly string[] | File | readonly File[]>>;

/** Sends a form of a public page, as a browser without script does. */
export const poster =
  (world: TestHouse) =>
  async (path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Page> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
    const answer = await world.home.web.request(path, { method: "POST", body: form, headers });
    return { status: answer.status, body: await answer.text(), headers: answer.headers };
  };

/** What the form with this mark in it would send if nothing more was typed. */
export function filledIn(body: string, mark: string): Record<string, string | string[]> {
  const form = [...body.matchAll(/<form [\s\S]*?<\/form>/g)].find(([one]) => one.includes(mark))?.[0] ?? "";
  const all = [...form.matchAll(/<input [^>]*name="([^"]+)" [^>]*value="([^"]*)"[^>]*>/g)].filter(
    ([tag]) => !/type="(file|checkbox|radio)"/.test(tag) || /checked/.test(tag),
  );
  const texts = [...form.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>\n([^<]*)<\/textarea>/g)];
  const fields: Record<string, string | string[]> = {};
  for (const [, name = "", escaped = ""] of [...all, ...texts]) {
    const before = fields[name];
    fields[name] = before === undefined ? plain(escaped) : [before, plain(escaped)].flat();
  }
  return fields;
}

const plain = (escaped: string): string =>
  escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

const checker = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: { "no-trailing-whitespace": "off" } });

/** Holds pages to the rules of HTML, and to what an old phone fetches. */
export async function validPages(...pages: readonly Page[]): Promise<void> {
  for (const { body } of pages) {
    const { results } = await checker.validateString(body);
    expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId} ${message}`))).toEqual([]);
    expect(Buffer.byteLength(body)).toBeLessThan(40_000);
  }
}
