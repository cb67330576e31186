import { expect, test } from "vitest";
import { transitionOf, type VerbName, verbNames } from "../lifecycle.ts";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh-CN.json" with { type: "json" };
import { verbForms } from "./verb-forms.ts";

type Words = Readonly<Record<string, string>>;
/** Written on a page of its own, which explains itself. */
const pages: readonly VerbName[] = ["revise"];
const typed = verbNames.filter((verb) => !pages.includes(verb) && transitionOf(verb).by.some((relation) => relation !== "house"));

/** Fields that a label alone does not explain. */
const explained = [
  ...["documentNo", "resultClass", "viaId", "commitmentId", "evidence", "plannedOn", "invited", "participants", "rework"],
  ...["nextOn", "decidedOn", "governmentLeader", "bodyId", "partId", "otherId", "contactId", "until", "through", "mandateIds"],
  ...["reason", "reasons", "attachments"],
];

for (const { suggestion } of [zh, en])
  test.each(typed)(`%s says what it is for, and its fields what they want: ${suggestion.verb.begin}`, (verb) => {
    expect((suggestion.help as Words)[verb]?.length, verb).toBeGreaterThan(3);
    for (const { name, kind } of verbForms[verb]?.fields ?? []) {
      const special = (suggestion.label as Readonly<Record<string, Words>>)[verb]?.[name];
      expect(special ?? (suggestion.field as Words)[name], `${verb} ${name} ${kind}`).toBeTruthy();
      const tip = (suggestion.tip as Readonly<Record<string, Words>>)[verb]?.[name];
      if (explained.includes(name)) expect(tip ?? (suggestion.hint as Words)[name], `${verb} ${name}`).toBeTruthy();
    }
  });
