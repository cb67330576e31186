import { expect, test } from "vitest";
import { planFacts, planRelations } from "../activities/index.ts";
import { opinionFacts, opinionRelations, opinionRules } from "../opinions/index.ts";
import { listeningFacts, listeningRelations, receptionFacts, receptionRelations, stationRules } from "../stations/index.ts";
import { suggestionFacts, suggestionRelations, suggestionRules } from "../suggestions/index.ts";
import { voiceFacts, voiceRelations, voiceRules } from "../voices/index.ts";
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };
import { audience, remindedOf, sentenceKey, toldTo } from "./told.ts";

const saidIn = (words: object, path: string): unknown =>
  path.split(".").reduce<unknown>((branch, name) => (branch as Record<string, unknown> | undefined)?.[name], words);

test("every fact of the life cycles is told to someone, or to nobody on purpose", () => {
  for (const fact of [...suggestionFacts, ...opinionFacts, ...receptionFacts, ...listeningFacts, ...voiceFacts, ...planFacts])
    expect(toldTo, fact).toHaveProperty([fact]);
});

const relations: Readonly<Record<string, readonly string[]>> = {
  suggestion: suggestionRelations,
  opinion: opinionRelations,
  voice: voiceRelations,
  reception: receptionRelations,
  listening: listeningRelations,
  activity_plan: planRelations,
};

test("those who are told are relations of the thing", () => {
  for (const [fact, { act = [], know = [] }] of Object.entries(toldTo)) {
    const known: readonly string[] = relations[fact.split(".")[0] ?? ""] ?? [];
    for (const relation of [...act, ...know]) expect(known, fact).toContain(relation);
  }
});

test("a rating is told to nobody who handles", () => {
  for (const [fact, { act = [], know = [] }] of Object.entries(toldTo).filter(([name]) => /^suggestion\.apprais/.test(name)))
    for (const relation of ["unit_officer", "unit_leader", "forwarder"]) expect([...act, ...know], fact).not.toContain(relation);
});

test("whatever is told has a sentence in both languages", () => {
  const facts = Object.entries(toldTo).flatMap(([type, { act, know }]) => [
    ...(act ? [sentenceKey(type, "act")] : []),
    ...(know ? [sentenceKey(type, "know")] : []),
  ]);
  const due = Object.keys(remindedOf).flatMap((key) =>
    ["before", "due", "overdue"].map((stage) => sentenceKey(`${key}.${stage}`, "remind")),
  );
  for (const words of [zh, en]) for (const key of [...facts, ...due]) expect(saidIn(words, key), key).toBeTypeOf("string");
});

test("every limit has someone who is reminded of it, save the window of a right", () => {
  const limits = [...suggestionRules, ...opinionRules, ...stationRules, ...voiceRules]
    .filter((rule) => rule.form.kind === "period")
    .map((rule) => rule.key);
  expect(limits.filter((key) => !remindedOf[key])).toEqual(["suggestion.handback", "voice.reopen", "voice.contact_retention"]);
});

test("of several units only the one whose part it is, each person once, by the stronger reason", () => {
  const of = (account: string, relations: string[], partIds: string[] = []) => ({ account, relations, partIds });
  const people = [of("a", ["unit_officer", "unit_leader"], ["1"]), of("b", ["unit_officer"], ["2"]), of("c", ["lead", "peer"])];
  expect(audience(people, { act: ["unit_officer"], know: ["unit_leader", "lead"], ownPart: true }, "1")).toEqual([
    { account: "a", kind: "act" },
    { account: "c", kind: "know" },
  ]);
  expect(audience(people, { know: ["unit_officer"] }, "1").map((one) => one.account)).toEqual(["a", "b"]);
});
