import { expect, test } from "vitest";
import { opinionVerbs, transitionOf } from "../lifecycle.ts";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };
import { opinionForms } from "./verb-forms.ts";

type Words = Readonly<Record<string, string>>;
const typed = opinionVerbs.filter((verb) => transitionOf(verb).by.some((relation) => relation !== "house"));

/** Fields that a label alone does not explain. */
const explained = ["unitId", "solved", "cost", "households", "people", "attachments"];

for (const { opinion } of [zh, en])
  test.each(typed)(`%s says what it is for, and its fields what they want: ${opinion.verb.begin}`, (verb) => {
    expect((opinion.help as Words)[verb]?.length, verb).toBeGreaterThan(3);
    for (const { name, kind } of opinionForms[verb]?.fields ?? []) {
      const special = (opinion.label as Readonly<Record<string, Words>>)[verb]?.[name];
      expect(special ?? (opinion.field as Words)[name], `${verb} ${name} ${kind}`).toBeTruthy();
      const tip = (opinion.tip as Readonly<Record<string, Words>>)[verb]?.[name];
      if (explained.includes(name)) expect(tip ?? (opinion.hint as Words)[name], `${verb} ${name}`).toBeTruthy();
    }
  });
