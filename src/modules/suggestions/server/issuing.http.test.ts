import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, toWork, type Way } from "../../../../test/support/suggestion.ts";

const world = testHouse();
const supervision = { heldOn: "2023-09-22", by: "常委会副主任", finding: "进度偏慢，请抓紧", demand: "十月底前完工" };
const issue = (way: Way, kind: string, persona = "office") => way.tries(persona, "paper-issues", { kind });
const numbers = (answer: { body: { papers: { kind: string; documentNo: string }[] } }) => answer.body.papers.map((one) => one.documentNo);

async function assigned(): Promise<Way> {
  const way = await begin(world);
  await toWork(way);
  return way;
}

/** The words of the Word file, in one line. */
async function printed(way: Way, persona: string, kind: string): Promise<string> {
  const { bytes } = await (await world.as(persona)).bytes(`/api/suggestions/${way.id}/papers/${kind}`);
  const zip = createRequire(import.meta.resolve("docx"))("jszip");
  const xml: string = await (await zip.loadAsync(bytes)).files["word/document.xml"].async("string");
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join("");
}

test("a notice is printed without a number until the office issues it, and then under the same number for whoever prints", async () => {
  const way = await assigned();
  expect(await printed(way, "unit_clerk", "assignment")).toContain("（未编号）");
  for (const persona of ["unit_clerk", "government", "deputy"]) expect((await issue(way, "assignment", persona)).status, persona).toBe(403);
  const issued = await issue(way, "assignment");
  const [no = ""] = numbers(issued);
  expect([issued.status, no]).toEqual([201, expect.stringMatching(/^人代交〔2023〕\d+号$/)]);
  for (const persona of ["office", "unit_clerk", "deputy"]) expect(await printed(way, persona, "assignment"), persona).toContain(no);
  const again = await issue(way, "assignment");
  expect([again.status, again.body.code, again.body.detail]).toEqual([
    409,
    "suggestion.papers.issued_already",
    expect.stringContaining(no),
  ]);
  const facts = (await world.facts("suggestion.paper_issued")).filter((fact) => fact.subjectId === way.id);
  expect(facts).toMatchObject([{ data: { kind: "assignment", documentNo: no } }]);
});

test("every supervision has a notice and a number of its own", async () => {
  const way = await assigned();
  const early = await issue(way, "supervision");
  expect([early.status, early.body.code]).toEqual([409, "suggestion.papers.need.supervision"]);
  await way.does("office", "supervisions", supervision);
  const [first] = numbers(await issue(way, "supervision"));
  await way.does("office", "supervisions", { ...supervision, finding: "仍未开工，请说明原因" });
  expect(await printed(way, "office", "supervision")).toContain("（未编号）");
  const both = numbers(await issue(way, "supervision"));
  expect(new Set(both).size).toBe(2);
  expect(both).toContain(first);
});

test("numbers have no gap and no double, however many are issued at once and whoever is refused in between", async () => {
  const ways = await Promise.all(Array.from({ length: 6 }, assigned));
  const refused = await begin(world);
  const answers = await Promise.all([
    ...ways.flatMap((way) => [issue(way, "assignment"), issue(way, "assignment")]),
    issue(refused, "assignment"),
    ...ways.map((way) => issue(way, "supervision")),
  ]);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(6);
  const all = await Promise.all(ways.map((way) => way.sees("office")));
  const given = all.map((answer) => Number(/〕(\d+)号/.exec(numbers(answer)[0] ?? "")?.[1])).toSorted((a, b) => a - b);
  expect(given).toEqual(given.map((_, index) => (given[0] ?? 0) + index));
  const next = await assigned();
  expect(numbers(await issue(next, "assignment"))[0], "nobody's refusal has used one up").toContain(`〕${(given.at(-1) ?? 0) + 1}号`);
});

test("a new year begins at one, and another mark has numbers of its own", async () => {
  const way = await assigned();
  const value = [
    { office: "", assignment: "人代交", supervision: "人代督" },
    { office: "区人大代表联络室", assignment: "杜人代交", supervision: "杜人代督" },
  ];
  const rule = { key: "suggestion.document_marks", value, inForceFrom: "2024-01-02", source: "杜人常办〔2023〕30号" };
  expect((await (await world.as("office")).post("/api/rules", rule)).status).toBe(201);
  world.on("2024-01-03");
  expect(numbers(await issue(way, "assignment"))).toEqual(["杜人代交〔2024〕1号"]);
  world.on("2023-09-22");
});

test("where the rule knows no mark for the office, nothing is numbered", async () => {
  const way = await assigned();
  const value = [{ office: "石台镇人大主席团", assignment: "石人交", supervision: "石人督" }];
  await (await world.as("office")).post("/api/rules", {
    key: "suggestion.document_marks",
    value,
    inForceFrom: "2023-10-09",
    source: "测试",
  });
  world.on("2023-10-10");
  const answer = await issue(way, "assignment");
  expect([answer.status, answer.body.code]).toEqual([409, "suggestion.papers.need.mark"]);
  world.on("2023-09-22");
});
