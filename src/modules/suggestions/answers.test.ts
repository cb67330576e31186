import { expect, test } from "vitest";
import { paragraphs } from "../../platform/papers/paper.ts";
import { composed } from "./answers.ts";

const asked = ["硬化路面，宽三米五", "疏通排水沟"];

test("each answer stands under its number and the words of what was asked", () => {
  const points = [
    { asked: asked[0] ?? "", answer: "已硬化二点三公里。\n余下路段明年完成。" },
    { asked: asked[1] ?? "", answer: "已疏通。" },
  ];
  expect(composed({ opening: "经现场查看，", points, closing: "感谢您的关心。" }).split("\n")).toEqual([
    "经现场查看，",
    "一、关于“硬化路面”。已硬化二点三公里。",
    "余下路段明年完成。",
    "二、关于“疏通排水沟”。已疏通。",
    "感谢您的关心。",
  ]);
  expect(paragraphs(composed({ opening: "", points, closing: "" })).map((block) => block.kind)).toEqual(Array(3).fill("paragraph"));
});

test("one point alone is answered without a number, and what was typed is no template", () => {
  const answer = "已办 {{asked}} $t(suggestion.key)";
  expect(composed({ opening: "", points: [{ asked: "修路", answer }], closing: "" })).toBe(answer);
  const two = [1, 2].map(() => ({ asked: "{{answer}}", answer }));
  expect(composed({ opening: "", points: two, closing: "" })).toContain(`关于“{{answer}}”。${answer}`);
});
