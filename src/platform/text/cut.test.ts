import fc from "fast-check";
import { expect, test } from "vitest";
import { cut } from "./cut.ts";
import { folded } from "./words.ts";

test("a Chinese sentence is cut into its words, names that no dictionary has stay whole", () => {
  expect(cut("关于修缮朱庄社区村内道路的建议")).toEqual(["关于", "修缮", "朱庄", "社区", "村内", "道路", "建议"]);
  expect(cut("加快G235国道建设，2023年投入100%资金")).toEqual(["加快", "g235", "国道", "建设", "投入", "资金"]);
  expect(cut("治理乱停乱放")).toEqual(["治理", "乱停", "停乱", "乱放"]);
});

test("every word has two characters or more, and stands in the text", () => {
  const letter = fc.constantFrom(..."关于修缮朱庄社区的养老道路与aB12，。𠮷 \n");
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), (letters) => {
      const text = letters.join("");
      for (const word of cut(text)) {
        expect([...word].length).toBeGreaterThan(1);
        expect(folded(text)).toContain(word);
      }
    }),
  );
});
