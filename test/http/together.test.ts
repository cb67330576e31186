import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { chainFaults } from "../../src/platform/ledger/chain.ts";
import { behind, readOn, type Subscriber } from "../../src/platform/ledger/subscribers.ts";
import { testHouse } from "../support/house.ts";
import { begin, solved, toReply, toWork } from "../support/suggestion.ts";
import { district } from "../world/places.ts";

const world = testHouse();

describe("two people acting at once", () => {
  test("one wins, the other is told, and nothing is done twice", async () => {
    for (let round = 0; round < 4; round++) {
      const way = await begin(world);
      await way.does("deputy", "submissions");
      const [accepted, returned] = await Promise.all([
        way.tries("office", "acceptances", { category: "roads" }),
        way.tries("office_leader", "returns", { note: "请补充内容" }),
      ]);
      expect([accepted.status, returned.status].sort()).toEqual([201, 409]);
      const seen = (await way.sees("office")).body;
      expect(["accepted", "returned"]).toContain(seen.status);
      expect(seen.timeline).toHaveLength(3);
    }
  });

  test("a reply signed by two leaders at once is signed once, and numbers are never given twice", async () => {
    const ways = await Promise.all([begin(world), begin(world), begin(world), begin(world)]);
    for (const way of ways) await way.does("deputy", "submissions");
    const accepted = await Promise.all(ways.map((way) => way.does("office", "acceptances", { category: "roads" })));
    expect(new Set(accepted.map((one) => one.label)).size).toBe(ways.length);
    const way = await begin(world);
    await toWork(way);
    await toReply(way, solved, "杜交函〔2023〕1号").catch(() => undefined);
    const both = await Promise.all([
      way.tries("unit_leader", "reply-signatures", { documentNo: "再次签发1号" }),
      way.tries("unit_leader", "reply-signatures", { documentNo: "再次签发2号" }),
    ]);
    expect(both.map((answer) => answer.status)).toEqual([409, 409]);
  });
});

describe("the ledger", () => {
  test("cannot be changed or emptied, not even by its owner", async () => {
    const way = await begin(world);
    await world.home.pump.drain();
    for (const attempt of [
      sql`update fact set type = 'suggestion.forged'`,
      sql`delete from fact`,
      sql`truncate fact`,
      sql`delete from chain`,
    ])
      await expect(attempt.execute(world.database.read)).rejects.toThrow(/append-only|permission denied/);
    expect(await chainFaults(world.database.read, district)).toEqual([]);
    expect(way.id).toBeTruthy();
  });

  test("shows a fact that was changed behind its back", async () => {
    await begin(world);
    await world.home.pump.drain();
    await world.database.write(async (tx) => {
      await sql`alter table fact disable trigger all`.execute(tx);
      await sql`grant update on fact to current_user`.execute(tx);
      await sql`update fact set data = data || '{"round": 9}' where id = (select fact_id from chain order by position limit 1)`.execute(tx);
      await sql`alter table fact enable trigger all`.execute(tx);
    });
    expect(await chainFaults(world.database.read, district)).toEqual([expect.stringContaining("was changed")]);
  });

  test("a failing reader keeps its place, waits longer each time, and goes on without loss or doubles", async () => {
    const seen: string[] = [];
    let broken = true;
    const reader: Subscriber = {
      name: "test.reader",
      types: ["suggestion.drafted"],
      async handle(_tx, fact) {
        if (broken) throw new Error("the mail server is down");
        seen.push(fact.subjectId);
      },
    };
    const ways = [await begin(world), await begin(world)];
    await world.home.pump.drain();
    expect(await readOn(world.database, reader, district, "2023-09-22T02:00:00.000Z" as never)).toBe(0);
    const kept = await sql<{
      failures: number;
      lastError: string;
      position: number;
    }>`select failures, last_error, position from subscriber where name = 'test.reader'`.execute(world.database.read);
    expect(kept.rows[0]).toEqual({ failures: 1, lastError: "the mail server is down", position: 0 });
    broken = false;
    expect(await readOn(world.database, reader, district, "2023-09-22T02:00:01.000Z" as never)).toBe(0);
    while ((await readOn(world.database, reader, district, "2023-09-22T03:00:00.000Z" as never)) > 0);
    for (const way of ways) expect(seen.filter((id) => id === way.id)).toHaveLength(1);
  });

  test("a reader is asked only when something new concerns it; the others are moved past it together", async () => {
    const read: string[] = [];
    const reader = (name: string, types: readonly string[]): Subscriber => ({
      name,
      types,
      handle: async (_tx, fact) => void read.push(`${name} ${fact.type}`),
    });
    const readers = [reader("test.drafts", ["suggestion.drafted"]), reader("test.nothing", ["suggestion.never"])];
    const names = async () => (await behind(world.database, readers, district)).map(({ name }) => name);
    await world.home.pump.drain();
    for (const one of readers) while ((await readOn(world.database, one, district, "2023-09-22T04:00:00.000Z" as never)) > 0);
    expect(await names(), "everything has been read").toEqual([]);
    read.length = 0;
    await begin(world);
    await world.home.pump.drain();
    expect(await names()).toEqual(["test.drafts"]);
    for (const one of readers) while ((await readOn(world.database, one, district, "2023-09-22T04:00:00.000Z" as never)) > 0);
    expect(read).toEqual(["test.drafts suggestion.drafted"]);
    expect(await names()).toEqual([]);
  });
});
