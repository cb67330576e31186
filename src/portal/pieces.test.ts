import { expect, test } from "vitest";
import type { PageCall } from "../platform/http/page.ts";
import { choices, chosen, day, facts, faultList, pager, ticked, typed } from "./pieces.ts";

const evil = `"><script>alert('&')</script>`;
const asked = (search = "") =>
  ({ language: "zh-CN", words: (key: string) => key, url: new URL(`http://x/portal/list${search}`) }) as unknown as PageCall;
const call = asked();
const choice = [{ value: evil, label: evil, group: evil }];

test.each([
  ["a field", typed(call, { name: "words", label: evil, hint: evil, value: evil, fault: evil })],
  ["a text of many lines", typed(call, { name: "words", label: evil, value: `</textarea><b>${evil}`, lines: 5 })],
  ["a choice from a list", chosen(call, { name: "one", label: evil, choices: choice, none: evil })],
  ["choices side by side", choices(call, { name: "one", label: evil, choices: choice })],
  ["something to agree to", ticked({ name: "agreed", label: evil, fault: evil })],
  ["facts", facts([[evil, evil]])],
  ["what is wrong", faultList(call, [{ field: evil, code: evil }], { [evil]: evil })],
  ["the way onward", pager(asked(`?q=${encodeURIComponent(evil)}`), evil)],
])("%s shows what it is given as words", async (_, piece) => {
  const shown = String(await piece);
  expect(shown).not.toContain("<script>");
  expect(shown).not.toContain("<b>");
  expect(shown).toMatch(/&lt;script&gt;|%3Cscript%3E/);
});

test("what was typed comes back whole, a line break at its beginning included", async () => {
  const shown = String(await typed(call, { name: "words", label: "", value: "\n two", lines: 3 }));
  expect(/<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(shown)?.[1]).toBe("\n two");
});

test("a fault is tied to its field", async () => {
  const shown = String(await typed(call, { name: "phone", label: "电话", hint: "hint", fault: "fault" }));
  expect(shown).toContain('aria-describedby="phone-hint phone-fault"');
  expect(shown).toContain('aria-invalid="true"');
  expect(shown).toContain('id="phone-fault"');
});

test("facts that are not there are left out, naught is a fact", async () => {
  const shown = String(
    await facts([
      ["none", null],
      ["empty", ""],
      ["naught", 0],
    ]),
  );
  expect(shown).not.toMatch(/none|empty/);
  expect(shown).toContain("<dd>0</dd>");
});

test("the pager keeps the question and leads back to its beginning", async () => {
  expect(await pager(asked("?q=路"), null)).toBe("");
  const middle = String(await pager(asked("?q=x&cursor=a"), "b"));
  expect(middle).toContain('href="?q=x&amp;cursor=b"');
  expect(middle).toContain('href="?q=x"');
});

test("a day is that of the house, whatever the hour", async () => {
  expect(String(await day(call, "2023-09-21T16:30:00.000Z"))).toBe('<time datetime="2023-09-22">2023年9月22日</time>');
  expect(String(await day({ language: "en" }, "2023-09-22"))).toBe('<time datetime="2023-09-22">2023-09-22</time>');
});
