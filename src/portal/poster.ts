import { speak, type Words } from "../platform/i18n/words.ts";
import { type OfficialPaper, row } from "../platform/papers/paper.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };

const chinese = speak({ "zh-CN": zh, en })("zh-CN");
/** Sheets that hang on a door in China are Chinese, whoever prints them. */
const say: Words = (key, params) => chinese(`portal.poster.${key}`, params);

interface Hung {
  /** What the sheet is about, in large letters: a station, a deputy. */
  readonly title: string;
  /** The short address of its public page, beginning with a slash. */
  readonly path: string;
  /** Where this installation is reached from outside. */
  readonly publicUrl: string;
  readonly facts: readonly (readonly [
    name: "address" | "hours" | "phone" | "office" | "electoral_district" | "station",
    value: string | null,
  ])[];
}

/** A sheet with a code to scan: what one finds behind it, the address for those who type, and what to do without a phone (F2.4). */
export function codePoster({ title, path, publicUrl, facts }: Hung): OfficialPaper {
  const address = `${publicUrl}${path}`;
  const known = facts.flatMap(([name, value]) => (value ? [row(2, [say(name), value], 13)] : []));
  return {
    ...{ name: say("name", { title }), head: null, documentNo: null, mark: null, draft: null, title, addressee: null },
    blocks: [
      { kind: "paragraph", text: say("intro") },
      { kind: "code", text: address, width: 84 },
      { kind: "table", columns: [34, 122], rows: [row(2, [say("type"), address], 13), ...known] },
      { kind: "paragraph", text: say("without") },
    ],
    ...{ signature: null, contact: null, copies: null },
  };
}
