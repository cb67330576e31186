import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyWords, type Likened, likeness, wordsToLookUp } from "./similarity.ts";

const roads: Likened = {
  title: "关于修缮朱庄社区村内道路的建议",
  reason: "朱庄社区村内道路破损严重，雨天积水，群众出行不便。道路破损多年未修。",
  proposal: "一、安排资金对破损路段进行硬化；二、疏通排水沟。",
  category: "roads",
  areaId: "zhuzhuang",
  unitIds: ["transport"],
};
const sameRoads = { ...roads, title: "关于硬化朱庄社区道路的建议", reason: "破损路段多，积水严重。", proposal: "尽快硬化。" };
const canteen: Likened = {
  title: "关于增设老年人助餐点的建议",
  reason: "群众反映就餐不便。",
  proposal: "一、安排资金建设。",
  category: "civil",
  areaId: null,
  unitIds: [],
};

/** A hundred newest suggestions: 社区 in many, 道路 in some, everything else in two. */
const counts: Readonly<Record<string, number>> = { 社区: 40, 群众: 60, 道路: 12, 安排: 30, 资金: 35 };
const keysOf = (of: Likened) => keyWords(of, { size: 100, found: new Map(wordsToLookUp(of).map((word) => [word, counts[word] ?? 2])) });

describe("how alike two suggestions are", () => {
  test("the words that tell are those of the title and those that come again; the common ones say nothing", () => {
    const words = keysOf(roads).map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(["修缮", "朱庄", "村内", "道路", "破损"]));
    for (const common of ["社区", "群众", "安排", "资金", "关于", "建议"]) expect(words).not.toContain(common);
    const [rare, frequent] = ["朱庄", "道路"].map((word) => keysOf(roads).find((one) => one.word === word)!);
    expect(rare!.worth).toBeGreaterThan(frequent!.worth);
    expect(keysOf(roads).filter(({ inTitle }) => !inTitle).length).toBeLessThanOrEqual(5);
  });

  test("it says which words they share, the rarest first, and what else is the same", () => {
    const found = likeness(roads, keysOf(roads), sameRoads)!;
    expect(found).toMatchObject({ sameField: true, samePlace: true, sameUnit: true });
    expect(found.words).toEqual(expect.arrayContaining(["朱庄", "道路", "破损"]));
    expect(found.words.indexOf("朱庄")).toBeLessThan(found.words.indexOf("道路"));
    expect(likeness(roads, keysOf(roads), canteen)).toBeUndefined();
  });

  test("field, place and unit raise it by ten, ten and five, and make nothing alike on their own", () => {
    const elsewhere = { ...sameRoads, category: "civil", areaId: null, unitIds: [] };
    const [here, there] = [likeness(roads, keysOf(roads), sameRoads)!, likeness(roads, keysOf(roads), elsewhere)!];
    expect(here.points - there.points).toBeCloseTo(25);
    expect(there).toMatchObject({ sameField: false, samePlace: false, sameUnit: false });
    expect(likeness(roads, keysOf(roads), { ...canteen, category: "roads", areaId: "zhuzhuang", unitIds: ["transport"] })).toBeUndefined();
  });

  test("two matters without a place are not of the same place", () => {
    const nowhere = { ...sameRoads, areaId: null };
    expect(likeness({ ...roads, areaId: null }, keysOf(roads), nowhere)).toMatchObject({ samePlace: false });
  });

  test("a word in both titles counts more than in the text alone; a single word in a text is no likeness", () => {
    const inText = { ...canteen, reason: "朱庄村内道路" };
    const inTitle = { ...canteen, title: "关于朱庄村内道路的建议" };
    const points = (other: Likened) => likeness(roads, keysOf(roads), other)?.points ?? 0;
    expect(points(inTitle)).toBeGreaterThan(points(inText));
    const [key] = keysOf(roads);
    expect(likeness(roads, [key!], { ...canteen, reason: key!.word })).toBeUndefined();
    expect(likeness(roads, [key!], { ...canteen, title: key!.word })).toBeDefined();
  });

  test("everything is most like itself, and never more than 125 points", () => {
    const letter = fc.constantFrom(..."修缮朱庄村内道路破损积水养老助餐校园周边");
    const text = fc.array(letter, { minLength: 4, maxLength: 40 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(text, text, text, (title, reason, proposal) => {
        const of = { ...roads, title, reason, proposal };
        const keys = keysOf(of);
        const itself = likeness(of, keys, of)?.points ?? 0;
        for (const other of [roads, sameRoads, canteen]) expect(likeness(of, keys, other)?.points ?? 0).toBeLessThanOrEqual(itself + 1e-9);
        expect(itself).toBeLessThanOrEqual(125 + 1e-9);
      }),
    );
  });
});
