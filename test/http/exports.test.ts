import exceljs from "exceljs";
import { beforeAll, expect, test } from "vitest";
import { testHouse } from "../support/house.ts";
import { begin, mandateOf, toWork } from "../support/suggestion.ts";
import { organisationId } from "../world/organisations.ts";
import { areas } from "../world/places.ts";

const world = testHouse();

/** A draft, a case with a unit, one before a town's presidium, and an opinion: each is seen by others. */
beforeAll(async () => {
  await begin(world);
  await toWork(await begin(world, "deputy", { title: "交给承办单位的建议" }));
  const town = await begin(world, "town_deputy", { title: "镇人大代表的建议" });
  await town.does("town_deputy", "submissions");
  const deputy = await world.as("deputy");
  const areaId = areas.find(({ name }) => name === "朱庄社区")?.id;
  const opinion = { title: "路灯不亮", content: "村口的路灯坏了两个月，请派人修理。", category: "roads", areaId };
  const raised = await deputy.post("/api/opinions", { ...opinion, mandateId: await mandateOf(deputy) });
  expect(raised.status).toBe(201);
  const received = await (await world.as("committee")).post(`/api/opinions/${raised.body.id}/assignments`, {
    unitId: organisationId("kuangshanji_office"),
  });
  expect(received.status, JSON.stringify(received.body)).toBe(201);
});

type Row = readonly string[];

async function sheet(persona: string, path: string): Promise<{ headings: Row; rows: Row[]; book: exceljs.Workbook }> {
  const { status, bytes, headers } = await (await world.as(persona)).bytes(path);
  expect(status).toBe(200);
  expect(headers.get("content-disposition")).toContain(".xlsx");
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  const all: Row[] = [];
  book.worksheets[0]?.eachRow((row) => void all.push((row.values as unknown[]).slice(1).map(String)));
  return { headings: all[0] ?? [], rows: all.slice(1), book };
}

async function lines(persona: string, path: string): Promise<string[]> {
  const { bytes } = await (await world.as(persona)).bytes(path);
  return Buffer.from(bytes).toString("utf8").trimEnd().split("\r\n");
}

async function whole(persona: string, path: string): Promise<number> {
  const caller = await world.as(persona);
  let count = 0;
  for (let cursor = ""; ; ) {
    const { body } = await caller.get(`${path}${path.includes("?") ? "&" : "?"}limit=200${cursor ? `&cursor=${cursor}` : ""}`);
    count += body.items.length;
    if (!body.next) return count;
    cursor = body.next;
  }
}

test("a list is exported whole, in words, with days that are days", async () => {
  const { headings, rows, book } = await sheet("office", "/api/exports/organisations");
  expect(headings.slice(0, 4)).toEqual(["类别", "全称", "简称", "所在区域"]);
  expect(rows).toHaveLength(await whole("office", "/api/organisations"));
  expect(rows.map((row) => row[0])).toContain("人大常委会");
  expect(book.worksheets[0]?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  const congresses = await sheet("office", "/api/exports/congresses");
  const started = congresses.headings.indexOf("任期开始日期");
  const cell = congresses.book.worksheets[0]?.getCell(2, (started < 0 ? 4 : started) + 1);
  expect(cell?.value).toBeInstanceOf(Date);
});

test("it is filtered as the list is, speaks the reader's language, and the taking is a fact without what was searched for", async () => {
  const csv = await lines("office", "/api/exports/organisations?format=csv&kind=court&search=法院");
  expect(csv[0]).toBe("\uFEFF类别,全称,简称,所在区域,上级机构,办公电话,成立日期,撤销日期");
  expect(csv).toHaveLength(1 + (await whole("office", "/api/organisations?kind=court&search=%E6%B3%95%E9%99%A2")));
  const fact = (await world.facts("export.begun")).at(-1);
  expect(fact?.data).toEqual({ list: "organisation", format: "csv", filters: { kind: "court", search: true } });
  const { status } = await (await world.as("office")).bytes("/api/exports/organisations?format=pdf");
  expect(status).toBe(422);
});

test("it holds the columns that are asked for, in their order; a column that the list has not is refused", async () => {
  const { headings, rows } = await sheet("office", "/api/exports/suggestions?columns=lead,title,due,title");
  expect(headings).toEqual(["领衔代表", "标题", "最近期限"]);
  expect(rows.map((row) => row[1])).toContain("交给承办单位的建议");
  const csv = await lines("office", "/api/exports/organisations?format=csv&columns=shortName,name&kind=court");
  expect(csv[0]).toBe("\uFEFF简称,全称");
  const office = await world.as("office");
  const refused = await office.get("/api/exports/opinions?columns=title,password");
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]).toMatchObject({ field: "columns", code: "field.not_in_list" });
  expect(refused.body.errors[0].message ?? refused.body.detail).toContain("submittedAt");
  expect((await office.get("/api/exports/opinions?columns=title,,x")).status).toBe(422);
  expect((await world.facts("export.begun")).at(-1)?.data).toMatchObject({ list: "organisation", filters: { columns: "shortName,name" } });
});

/** Where a list can show columns, its file can have them: those of the page are among those of the sheet. */
test.each([
  ["suggestions", "number,title,lead,units,category,submittedAt,status,due"],
  ["opinions", "number,title,area,deputy,unit,category,submittedAt,status,due"],
  ["mandates", "personId,congressId,groupId,areaId,cardNo,status"],
  ["people", "name,gender,nationality,bornIn,politicalStatus,occupation,phone"],
  ["organisations", "name,shortName,kind,areaId,parentId,dissolvedOn"],
  ["areas", "name,kind,code,parentId,retiredOn"],
  ["congresses", "name,level,congressNo,areaId,termStartsOn,termEndedOn"],
  ["congress-sessions", "congressId,sessionNo,openedOn,closedOn"],
  ["electoral-districts", "name,number,congressId,areaId,seats"],
  ["delegations", "name,congressId,areaId"],
  ["deputy-groups", "name,areaId,field,foundedOn,dissolvedOn"],
  ["roles", "personId,organisationId,name,startsOn,endsOn"],
  ["activity-plans", "number,title,town,items,edition,publishedAt,status"],
  ["campaigns", "name,label,startsOn,endsOn,targetPerDeputy,targetPeriod"],
])("the columns that the page of %s shows are there", async (list, columns) => {
  const [headings = ""] = await lines("administrator", `/api/exports/${list}?format=csv&columns=${columns}`);
  expect(headings.split(",")).toHaveLength(columns.split(",").length);
});

test.each(["unit_clerk", "presidium", "deputy", "office", "committee"])("what %s may not see is not in the file", async (persona) => {
  for (const list of ["suggestions", "opinions"])
    expect((await lines(persona, `/api/exports/${list}?format=csv`)).length - 1, list).toBe(await whole(persona, `/api/${list}`));
});

test("a unit's file holds its own cases, with the status that the unit is shown", async () => {
  const { rows } = await sheet("unit_clerk", "/api/exports/suggestions");
  const unit = await world.as("unit_clerk");
  const { body } = await unit.get("/api/suggestions?limit=200");
  expect(rows.map((row) => row[1])).toEqual(["交给承办单位的建议"]);
  const town = await sheet("presidium", "/api/exports/suggestions");
  expect(town.rows.map((row) => row[1])).toEqual(["镇人大代表的建议"]);
  expect((await lines("office", "/api/exports/opinions?format=csv"))[1]).toContain("路灯不亮,");
  expect(rows.map((row) => row[1]).sort()).toEqual(body.items.map(({ title }: { title: string }) => title).sort());
});

test("text that could run is plain text in both formats", async () => {
  const office = await world.as("office");
  await office.post("/api/people", { name: '=HYPERLINK("http://x","y")', occupation: "+1" });
  const { book } = await sheet("office", "/api/exports/people?search=HYPERLINK");
  const cell = book.worksheets[0]?.getCell(2, 1);
  expect(cell?.type).toBe(exceljs.ValueType.String);
  expect(cell?.formula).toBeUndefined();
  const csv = await lines("office", "/api/exports/people?format=csv&search=HYPERLINK");
  expect(csv[1]).toMatch(/^"'=HYPERLINK\(""http/);
  expect(csv[1]).toContain("'+1");
});

test("accounts, the sign-in log, deputies and the rows behind a number are lists too", async () => {
  expect((await sheet("administrator", "/api/exports/accounts")).headings).toContain("用户名");
  expect((await sheet("administrator", "/api/exports/sign-in-attempts")).headings).toContain("网络地址");
  expect((await sheet("deputy", "/api/exports/mandates")).rows).toHaveLength(await whole("deputy", "/api/mandates"));
  const { body } = await (await world.as("office")).get("/api/public/statistics");
  const { key, numerator } = body.figures.find((figure: { numerator: number }) => figure.numerator > 0);
  const { rows } = await sheet("office", `/api/exports/public/statistics/${key}/rows`);
  expect(rows).toHaveLength(numerator);
  expect(rows[0]?.[1], "a category by its name").toMatch(/\p{Script=Han}/u);
});
