import { beforeAll, expect, test } from "vitest";
import { type Caller, testHouse } from "../../../../test/support/house.ts";

const world = testHouse();
const list = "/api/me/lists/suggestions";

let [office, leader]: Caller[] = [];
beforeAll(async () => {
  [office, leader] = [await world.as("office"), await world.as("office_leader")];
});

const filters = async (who = office): Promise<{ id: string; name: string; isDefault: boolean }[]> => (await who!.get(list)).body.filters;

test("columns are kept for their owner and for this list alone, until he goes back to the usual ones", async () => {
  expect((await office!.get(list)).body).toEqual({ columns: null, filters: [] });
  const columns = ["number", "title", "units", "category"];
  expect((await office!.put(`${list}/columns`, { columns })).body.columns).toEqual(columns);
  expect((await office!.get(list)).body.columns).toEqual(columns);
  expect((await office!.get("/api/me/lists/opinions")).body.columns).toBeNull();
  expect((await leader!.get(list)).body.columns).toBeNull();
  expect((await office!.put(`${list}/columns`, { columns: null })).body.columns).toBeNull();
  expect((await world.facts("list.columns_set")).map(({ data }) => data)).toEqual([{ list: "suggestions" }, { list: "suggestions" }]);
});

test.each([[[]], [["title", "title"]], [["a b"]], [Array.from({ length: 41 }, (_, at) => `c${"x".repeat(at)}`)]])(
  "columns that no list can have are refused: %j",
  async (columns) => {
    const { status, body } = await office!.put(`${list}/columns`, { columns });
    expect(status).toBe(422);
    expect(body.errors[0].field).toMatch(/^columns/);
  },
);

test("of the filters of a list one at most is the default, and a name comes once", async () => {
  const first = await office!.post(`${list}/filters`, { name: "逾期的", query: "overdue=true", isDefault: true });
  expect(first).toMatchObject({ status: 201, body: { name: "逾期的", query: "overdue=true", isDefault: true } });
  await office!.post(`${list}/filters`, { name: "重点", query: "key=true&sort=due", isDefault: true });
  expect((await filters()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["逾期的", false],
    ["重点", true],
  ]);
  const again = await office!.post(`${list}/filters`, { name: "重点", query: "" });
  expect([again.status, again.body.detail]).toEqual([409, "您在这个列表里已有同名的常用筛选，请换一个名称"]);
  const renamed = await office!.put(`${list}/filters/${first.body.id}`, { name: "已逾期", query: "overdue=true", isDefault: true });
  expect(renamed.body).toMatchObject({ name: "已逾期", isDefault: true });
  expect((await filters()).map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ["已逾期", true],
    ["重点", false],
  ]);
});

test("a filter belongs to its owner: for everyone else it is not there", async () => {
  const [mine] = await filters();
  expect(await filters(leader)).toEqual([]);
  const stolen = { name: "夺来的", query: "", isDefault: false };
  expect((await leader!.put(`${list}/filters/${mine?.id}`, stolen)).status).toBe(404);
  expect((await leader!.delete(`${list}/filters/${mine?.id}`)).status).toBe(404);
  expect((await office!.put(`/api/me/lists/opinions/filters/${mine?.id}`, stolen)).status).toBe(404);
  expect((await world.nobody.get(list)).status).toBe(401);
  expect((await filters()).map(({ name }) => name)).toEqual(["已逾期", "重点"]);
});

test("a removed filter is gone, and can be kept again as it was", async () => {
  const [mine] = await filters();
  expect((await office!.delete(`${list}/filters/${mine?.id}`)).status).toBe(204);
  expect((await office!.delete(`${list}/filters/${mine?.id}`)).status).toBe(404);
  expect((await filters()).map(({ name }) => name)).toEqual(["重点"]);
  const back = await office!.post(`${list}/filters`, { name: "已逾期", query: "overdue=true", isDefault: true });
  expect(back.status).toBe(201);
  // What a fact tells is that a setting was changed, never what somebody looks for.
  expect((await world.facts("list.filter_removed")).map(({ data }) => data)).toEqual([{ list: "suggestions" }]);
});

test("what one account can keep has a bound, said as a sentence", async () => {
  const at = "/api/me/lists/people/filters";
  for (let no = 1; no <= 30; no++) expect((await leader!.post(at, { name: `第${no}个`, query: "" })).status).toBe(201);
  const { status, body } = await leader!.post(at, { name: "再来一个", query: "" });
  expect([status, body.detail]).toEqual([409, "一个列表最多保存 30 个常用筛选，请先删除不用的"]);
  expect((await office!.post(`${list}/filters`, { name: "长".repeat(41), query: "" })).status).toBe(422);
  expect((await office!.post(`${list}/filters`, { name: "长", query: "x".repeat(1001) })).status).toBe(422);
  expect((await office!.get("/api/me/lists/No%20Such")).status).toBe(404);
});

test("who has been offered the tour is not asked again, at any desk, until he wants it", async () => {
  const tour = "/api/me/tour";
  expect((await office!.get(tour)).body).toEqual({ seen: false });
  for (const seen of [true, true]) expect((await office!.put(tour, { seen })).body).toEqual({ seen });
  expect((await office!.get(tour)).body).toEqual({ seen: true });
  expect((await leader!.get(tour)).body).toEqual({ seen: false });
  expect((await office!.put(tour, { seen: false })).body).toEqual({ seen: false });
  expect((await office!.put(tour, { seen: "yes" })).status).toBe(422);
  expect((await world.nobody.get(tour)).status).toBe(401);
  expect((await world.facts("tour.seen_set")).length).toBe(3);
});
