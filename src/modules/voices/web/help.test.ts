import { expect, test } from "vitest";
import { transitionOf, voiceVerbs } from "../lifecycle.ts";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };
import { voiceForms } from "./verb-forms.ts";

type Words = Readonly<Record<string, string>>;
const typed = voiceVerbs.filter((verb) => transitionOf(verb).by.some((relation) => relation !== "house" && relation !== "voter"));

/** Fields that a label alone does not explain. */
const explained = ["unitId", "solved", "attachments", "shareContact", "amount", "publicWords"];

for (const { voice } of [zh, en])
  test.each(typed)(`%s says what it is for, and its fields what they want: ${voice.verb.begin}`, (verb) => {
    expect((voice.help as Words)[verb]?.length, verb).toBeGreaterThan(3);
    if (verb !== "open_contact") expect(voiceForms, verb).toHaveProperty([verb]);
    for (const { name, kind } of voiceForms[verb]?.fields ?? []) {
      const special = (voice.label as Readonly<Record<string, Words>>)[verb]?.[name];
      expect(special ?? (voice.field as Words)[name], `${verb} ${name} ${kind}`).toBeTruthy();
      const tip = (voice.tip as Readonly<Record<string, Words>>)[verb]?.[name];
      if (explained.includes(name)) expect(tip ?? (voice.hint as Words)[name], `${verb} ${name}`).toBeTruthy();
    }
  });
