import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { rowsIn } from "../../../../test/support/sheet.ts";
import { begin, toWork } from "../../../../test/support/suggestion.ts";
import { congressId, sessionId } from "../../../../test/world/congresses.ts";

const world = testHouse();
const session = sessionId("district", 3);

/** So many suggestions raised while the session was sitting, and assigned. */
async function inSession(count: number): Promise<void> {
  world.on("2023-01-05");
  for (let index = 0; index < count; index++)
    await toWork(await begin(world, "deputy", { title: `关于第${index + 1}条道路的建议` }), { co: index === 0 });
  world.on("2023-09-22");
}

const at = (kind: string, format: string, sessionId: string = session) =>
  `/api/suggestion-lists/${kind}?sessionId=${sessionId}&format=${format}`;

test("the lists of a session hold what the reader may see, and taking one is noted", async () => {
  await inSession(3);
  const office = await world.as("office");
  for (const kind of ["catalogue", "assignment"])
    for (const format of ["pdf", "docx"]) {
      const { status, bytes, headers } = await office.bytes(at(kind, format));
      expect([status, Buffer.from(bytes.slice(0, 4)).toString("latin1")]).toEqual([200, format === "pdf" ? "%PDF" : "PK\u0003\u0004"]);
      expect(decodeURIComponent(headers.get("content-disposition") ?? "")).toContain(
        kind === "catalogue" ? "代表建议目录" : "代表建议交办清单",
      );
    }
  const { bytes } = await office.bytes(at("assignment", "docx"));
  const xml: string = await (await createRequire(import.meta.resolve("docx"))("jszip").loadAsync(bytes)).files["word/document.xml"].async(
    "string",
  );
  for (const words of ["关于第3条道路的建议", "区交通局（3件）", "区城管局", "共3件"]) expect(xml).toContain(words);
  const facts = (await world.facts("export.begun")).filter(({ data }) => data["list"] === "suggestion_list");
  expect(facts.at(-1)).toMatchObject({ data: { format: "docx", filters: { kind: "assignment", sessionId: session } } });
});

test("as a sheet every row names its group", async () => {
  const sheet = await rowsIn((await (await world.as("office")).bytes(at("assignment", "xlsx"))).bytes);
  expect(sheet[0]?.slice(0, 3)).toEqual(["分组", "编号", "标题"]);
  expect(sheet.slice(1).map((row) => [row[0], row[2]])).toContainEqual(["区交通局", "关于第2条道路的建议"]);
});

const between = (from: string, to: string, kind = "catalogue", format = "xlsx") =>
  `/api/suggestion-lists/${kind}?congressId=${congressId("district")}&from=${from}&to=${to}&format=${format}`;

test("what was raised out of session is listed by the day it was submitted, both days included", async () => {
  for (const [day, title] of [
    ["2023-06-30", "上半年最后一天提出的建议"],
    ["2023-07-01", "下半年第一天提出的建议"],
  ] as const) {
    world.on(day);
    await toWork(await begin(world, "deputy", { title }));
  }
  world.on("2023-09-22");
  const office = await world.as("office");
  const titles = async (from: string, to: string) =>
    (await rowsIn((await office.bytes(between(from, to))).bytes)).slice(1).map((row) => [row[1], row[2]]);
  expect(await titles("2023-01-01", "2023-06-30")).toEqual([["2023-001", "上半年最后一天提出的建议"]]);
  expect(await titles("2023-07-01", "2023-12-31")).toEqual([["2023-002", "下半年第一天提出的建议"]]);
  expect(await titles("2023-06-30", "2023-07-01")).toHaveLength(2);
  for (const format of ["pdf", "docx"]) {
    const { status, headers } = await office.bytes(between("2023-01-01", "2023-06-30", "assignment", format));
    expect(status).toBe(200);
    expect(decodeURIComponent(headers.get("content-disposition") ?? "")).toContain("闭会期间代表建议交办清单（2023年上半年）");
  }
  const none = await office.get(between("2021-01-01", "2021-12-31"));
  expect([none.status, none.body.code]).toEqual([409, "suggestion.papers.need.list_between"]);
  expect((await (await world.as("other_clerk")).get(between("2023-01-01", "2023-12-31"))).status).toBe(409);
});

test("a list says what is missing or the wrong way round", async () => {
  const office = await world.as("office");
  const faults = async (query: string) => (await office.get(`/api/suggestion-lists/catalogue?${query}`)).body.errors[0];
  expect(await faults("")).toMatchObject({ field: "congressId" });
  expect(await faults(`congressId=${congressId("district")}&from=2023-01-01`)).toMatchObject({ field: "to" });
  expect(await faults(`congressId=${congressId("district")}&from=2023-02-01&to=2023-01-01`)).toMatchObject({ field: "to" });
  expect((await office.get(between("2023-01-01", "2023-12-31").replace(congressId("district"), sessionId("district", 3)))).status).toBe(
    404,
  );
});

test("a stranger to all of them is told that there is nothing, and a session that is none is not found", async () => {
  const other = await (await world.as("other_clerk")).get(at("catalogue", "pdf"));
  expect([other.status, other.body.code]).toEqual([409, "suggestion.papers.need.session_list"]);
  const office = await world.as("office");
  expect((await office.get(at("catalogue", "pdf", "00000000-0000-7000-8000-000000000000"))).status).toBe(404);
  expect((await office.get(at("catalogue", "odt"))).status).toBe(422);
  expect((await world.nobody.get(at("catalogue", "pdf"))).status).toBe(401);
});
