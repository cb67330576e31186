import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, toWork } from "../../../../test/support/suggestion.ts";

const world = testHouse();

describe("loading a changed calendar", () => {
  test("shows what would move, then moves it, with a fact for each", async () => {
    const way = await begin(world);
    await toWork(way);
    const office = await world.as("office");
    const before = (await office.get("/api/calendar-years")).body.items.find((one: { year: number }) => one.year === 2023);
    // The State Council makes 22 December a day off: the reply falls due on it.
    const changed = {
      year: 2023,
      source: "国务院办公厅关于调整2023年节假日安排的通知",
      days: [...before.days, { day: "2023-12-22", kind: "off", name: "试验假日" }],
    };
    const preview = await office.post("/api/calendar-previews", changed);
    expect(preview.body.moves).toEqual([
      expect.objectContaining({ subjectId: way.id, key: "suggestion.reply", from: "2023-12-22", to: "2023-12-25" }),
    ]);
    const untouched = (await way.sees("office")).body.clocks.find((one: { key: string }) => one.key === "suggestion.reply");
    expect(untouched.dueOn).toBe("2023-12-22");

    const loaded = await office.post("/api/calendar-years", changed);
    expect(loaded.body).toMatchObject({ calendar: { year: 2023, version: before.version + 1 }, moves: preview.body.moves });
    const moved = (await way.sees("office")).body.clocks.find((one: { key: string }) => one.key === "suggestion.reply");
    expect(moved.dueOn).toBe("2023-12-25");
    expect(moved.steps).toContainEqual(expect.objectContaining({ code: "calendar.step.moved" }));
    await world.home.pump.drain();
    const facts = await world.facts("clock.moved");
    expect(facts).toEqual([
      expect.objectContaining({ subjectId: way.id, data: expect.objectContaining({ from: "2023-12-22", to: "2023-12-25" }) }),
    ]);
    // Cases that begin now count with the new calendar.
    expect((await office.get("/api/due-dates?start=2023-09-22&amount=3&unit=month")).body.dueOn).toBe("2023-12-25");
  });

  test("refuses days of another year and days named twice, each by its place", async () => {
    const office = await world.as("office");
    const wrong = await office.post("/api/calendar-previews", {
      year: 2024,
      source: "通知",
      days: [
        { day: "2023-01-01", kind: "off", name: "元旦" },
        { day: "2024-01-01", kind: "off", name: "元旦" },
        { day: "2024-01-01", kind: "off", name: "元旦" },
      ],
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map((error: { field: string }) => error.field)).toEqual(["days.0.day", "days.2.day"]);
  });

  test("is not a deputy's business", async () => {
    expect((await (await world.as("deputy")).post("/api/calendar-previews", { year: 2024, source: "通知", days: [] })).status).toBe(403);
  });
});

describe("rules as dated data", () => {
  const source = "杜集区人大常委会代表建议办理办法";

  test("a shorter limit counts from its day on; cases keep the version they began under", async () => {
    const early = await begin(world);
    await toWork(early);
    const office = await world.as("office");
    const set = await office.post("/api/rules", {
      key: "suggestion.reply",
      value: { amount: 2, unit: "month" },
      inForceFrom: "2023-09-25",
      source,
    });
    expect(set).toMatchObject({
      status: 201,
      body: { key: "suggestion.reply", version: 0, versions: [expect.objectContaining({ version: 1 })] },
    });
    world.on("2023-09-25");
    const late = await begin(world);
    await toWork(late);
    const reply = async (id: { sees(who: string): Promise<{ body: { clocks: { key: string }[] } }> }) =>
      (await id.sees("office")).body.clocks.find((one) => one.key === "suggestion.reply");
    expect(await reply(late)).toMatchObject({ ruleVersion: 1, dueOn: "2023-11-27" });
    expect(await reply(early)).toMatchObject({ ruleVersion: 0 });
    world.on("2023-09-22");
  });

  test("the law's limit can be shortened, never lengthened", async () => {
    const office = await world.as("office");
    const longer = await office.post("/api/rules", {
      key: "suggestion.reply",
      value: { amount: 4, unit: "month" },
      inForceFrom: "2024-01-01",
      source,
    });
    expect(longer.status).toBe(422);
    expect(longer.body.errors).toEqual([
      { field: "value.amount", code: "calendar.longer_than_law", message: "法定期限为 3 个月，只能缩短，不能延长" },
    ]);
    const past = await office.post("/api/rules", {
      key: "suggestion.review",
      value: { amount: 3, unit: "working_day" },
      inForceFrom: "2023-01-01",
      source,
    });
    expect(past.body.errors[0].field).toBe("inForceFrom");
    const nonsense = await office.post("/api/rules", {
      key: "suggestion.review",
      value: { amount: "soon" },
      inForceFrom: "2024-01-01",
      source,
    });
    expect(nonsense.status).toBe(422);
  });
});
