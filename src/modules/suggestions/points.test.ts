import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numeral } from "../../platform/i18n/numeral.ts";
import { gist, pointsOf } from "./points.ts";

describe("the points of a proposal", () => {
  test.each<[string, string, string[]]>([
    ["numerals in one line", "一、硬化路面；二、疏通排水沟；三、落实管护。", ["硬化路面", "疏通排水沟", "落实管护。"]],
    ["numerals line by line", "一、硬化路面。\n二、疏通\n排水沟。", ["硬化路面。", "疏通\n排水沟。"]],
    ["an announcement before", "为方便出行，建议如下：\n1.硬化路面\n2.疏通水沟", ["硬化路面", "疏通水沟"]],
    [
      "a demand before",
      "请区政府把老街改造列入明年计划。1、硬化路面。2、疏通水沟。",
      ["请区政府把老街改造列入明年计划。", "硬化路面。", "疏通水沟。"],
    ],
    ["brackets", "（一）硬化路面；（二）疏通水沟", ["硬化路面", "疏通水沟"]],
    ["an outer and an inner numbering", "一、道路：（一）主路；（二）支路。二、水沟。", ["道路：（一）主路；（二）支路。", "水沟。"]],
    ["first, second", "建议：一是硬化路面，二是疏通水沟，三是落实管护。", ["硬化路面", "疏通水沟", "落实管护。"]],
    ["ordinals", "第一，硬化路面。第二，疏通水沟。", ["硬化路面。", "疏通水沟。"]],
    ["circled digits", "①硬化路面；②疏通水沟", ["硬化路面", "疏通水沟"]],
    ["paragraphs", "硬化路面。\n\n疏通水沟。\n", ["硬化路面。", "疏通水沟。"]],
    ["one thought", "请尽快硬化村内道路。", ["请尽快硬化村内道路。"]],
    ["decimals are no numbers of points", "拓宽至3.5米。\n长1.2公里。", ["拓宽至3.5米。", "长1.2公里。"]],
    ["a number out of turn", "一、改造老街，三、四号楼除外；二、清淤。", ["改造老街，三、四号楼除外", "清淤。"]],
    ["more than ten", Array.from({ length: 12 }, (_, i) => `${numeral(i + 1)}、事项`).join("；"), Array(12).fill("事项")],
    ["nothing", "  \n ", []],
  ])("%s", (_, proposal, points) => expect(pointsOf(proposal)).toEqual(points));

  test("whatever a deputy types, no point is empty and nothing of a numbered list is lost", () => {
    const words = fc.constantFrom("修路", "清淤，通畅", "三、四号楼", "3.5米", "管护：落实到人");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => pointsOf(text).every((point) => point.trim() !== "")));
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 20 }), fc.constantFrom("；", "。\n", "\n"), (asked, end) => {
        const text = asked.map((one, index) => `${numeral(index + 1)}、${one}`).join(end);
        expect(pointsOf(text).map((point) => point.replace(/。$/, ""))).toEqual(asked);
      }),
    );
  });

  test("a point is named by its first words", () => {
    expect(gist("硬化路面，宽三米五")).toBe("硬化路面");
    expect(gist("长".repeat(40))).toBe(`${"长".repeat(24)}……`);
  });
});
