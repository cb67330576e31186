import fc from "fast-check";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { plain, xmlText } from "./xml.ts";

/** What a parser of XML makes of a document: nothing wrong, and its text in canonical form. */
const read = async (contents: string) => {
  const { errors, normalized } = await validateXML({ xml: { fileName: "a.xml", contents }, normalization: "c14n" });
  expect(errors.map(({ message }) => message)).toEqual([]);
  return normalized;
};

test("whatever was typed makes a document that is well formed", async () => {
  const typed = fc.sample(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), { numRuns: 500, seed: 7 });
  await read(xmlText({ a: { "@t": typed.slice(0, 50).join(""), b: typed } }));
});

test("text comes back as it was, save signs that XML has not", async () => {
  const typed = "<script>'\"&amp; ]]> 𠮷田 \u0001\u{1F468}\uFFFE 行\n尾";
  expect(plain(typed)).toBe("<script>'\"&amp; ]]> 𠮷田 \u{1F468} 行\n尾");
  expect(await read(xmlText({ a: typed }))).toContain("&lt;script&gt;'\"&amp;amp; ]]&gt; 𠮷田 \u{1F468} 行\n尾");
});

test("nothing is an empty element, a list repeats its name, an attribute stays one", () => {
  expect(xmlText({ a: { "@t": 'x"<', b: [null, true, 0], c: [] } })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a t="x&quot;&lt;"><b></b><b>true</b><b>0</b></a>\n',
  );
});
