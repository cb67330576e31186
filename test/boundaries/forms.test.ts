import { expect, test } from "vitest";
import { modules, nothing } from "../../src/app.ts";

type Branch = { readonly [key: string]: string | Branch };

interface Form {
  readonly at: string;
  readonly words: Branch;
}

/** Where a catalogue speaks of a thing that is added by a form: it names the form and the form's fields. */
function formsIn(branch: Branch, at: string): Form[] {
  const inside = Object.entries(branch).flatMap(([key, next]) => (typeof next === "string" ? [] : formsIn(next, `${at}.${key}`)));
  return typeof branch["add"] === "string" && typeof branch["field"] === "object" ? [{ at, words: branch }, ...inside] : inside;
}

/** Fields with a form of their own, which a label alone does not tell. */
const explained = [
  ...["code", "phone", "bornIn", "userName", "cardNo", "congressNo", "sessionNo", "number", "seats", "parentId", "targetPerDeputy"],
  ...["retiredOn", "dissolvedOn", "endsOn", "termStartsOn", "termEndedOn", "electedOn", "phrases"],
];

const forms = modules(nothing).flatMap(({ name, messages }) =>
  (["zh-CN", "en"] as const).flatMap((language) =>
    messages ? formsIn(messages[language] as Branch, name).map((form) => [`${language} ${form.at}`, form] as const) : [],
  ),
);

test("there are forms", () => {
  expect(forms.length).toBeGreaterThanOrEqual(26);
});

test.each(forms)("%s says what it does, what it needs and what follows", (_at, { words }) => {
  for (const act of ["add", "edit", "change"])
    if (words[act]) expect(String(words[`help_${act}`] ?? "").length, `help_${act}`).toBeGreaterThan(20);
  for (const field of Object.keys(words["field"] as Branch))
    if (explained.includes(field)) expect((words["hint"] as Branch | undefined)?.[field], field).toBeTruthy();
});
