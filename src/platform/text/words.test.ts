import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchIn, snippet } from "./snippet.ts";
import { bigrams, folded, highlights, isOneCharacter, wordsOf } from "./words.ts";

const letter = fc.constantFrom(..."养老服务道路65岁aAbBÉ%_\\𠮷😀。");
const text = fc.array(letter, { maxLength: 90 }).map((letters) => letters.join(""));
const cut = fc.tuple(fc.array(letter, { minLength: 2, maxLength: 90 }), fc.nat(), fc.nat()).map(([letters, a, b]) => {
  const from = a % (letters.length - 1);
  return { whole: letters.join(""), part: letters.slice(from, from + 2 + (b % (letters.length - from - 1))).join("") };
});

describe("searching Chinese text", () => {
  test("every part of two characters or more is found by its bigrams, in either case", () => {
    fc.assert(
      fc.property(cut, fc.boolean(), ({ whole, part }, upper) => {
        const typed = upper ? part.replaceAll(/[a-z]/g, (one) => one.toUpperCase()) : part;
        const index = bigrams(whole);
        expect([...bigrams(typed)].every((pair) => index.has(pair))).toBe(true);
        expect(isOneCharacter(part)).toBe(false);
      }),
    );
  });

  test("highlights cover exactly the places where a word stands", () => {
    fc.assert(
      fc.property(text, fc.array(fc.array(letter, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (whole, parts) => {
        const words = parts.map((part) => part.join(""));
        const covered = new Set<number>();
        for (let at = 0; at < whole.length; at++)
          for (const word of words)
            if (folded(whole).startsWith(folded(word), at)) for (let i = 0; i < word.length; i++) covered.add(at + i);
        const ranges = highlights(whole, words);
        expect(new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)))).toEqual(covered);
        expect(ranges.every(([from], index) => index === 0 || from > ranges[index - 1]![1])).toBe(true);
      }),
    );
  });

  test("a snippet is short, part of the text, and holds the word", () => {
    fc.assert(
      fc.property(cut, text, ({ whole, part }, tail) => {
        const shown = snippet(`${tail}${whole}${tail}`, [part]);
        expect([...shown].length).toBeLessThanOrEqual(60);
        expect(`${tail}${whole}${tail}`).toContain(shown.replace(/^…/u, "").replace(/…$/u, ""));
        if ([...part].length <= 40) expect(highlights(shown, [part])).not.toEqual([]);
      }),
    );
  });

  test("the field shown is the one that has what the title lacks", () => {
    const fields = [
      ["title", "关于修缮村内道路的建议"],
      ["reason", "路面破损，雨天积水"],
    ] as const;
    expect(matchIn(fields, ["道路"])?.field).toBe("title");
    expect(matchIn(fields, ["道路", "积水"])?.field).toBe("reason");
    expect(matchIn(fields, ["037"])).toBeNull();
    expect(wordsOf("  道路　积水 道路 ")).toEqual(["道路", "积水"]);
  });
});
