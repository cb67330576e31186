import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, toReply, toWork } from "../../../../test/support/suggestion.ts";

const world = testHouse();
const file = (name: string) => readFileSync(new URL(`../migrations/${name}.sql`, import.meta.url), "utf8");

async function kept(table: string, columns: string) {
  const list = sql.join(columns.split(" ").map((column) => sql.ref(column)));
  return (await sql<object>`select ${list} from ${sql.table(table)} order by suggestion_id`.execute(world.database.read)).rows;
}

/** Undoes a migration and runs it over what the cases have lived through. */
const anew = (table: string, name: string, first = "") =>
  world.database.write(async (tx) => {
    await sql.raw(`${first} drop table ${table}; ${file(name)}`).execute(tx);
  });

test("what was marked and called before there were tables of their own is found again in them", async () => {
  const key = await begin(world);
  await toWork(key);
  await key.does("office", "key-markings", { leader: "副主任", decidedOn: "2023-09-20", documentNo: "杜人主〔2023〕9号" });
  const concluded = await begin(world);
  const called = await begin(world);
  for (const [index, way] of [concluded, called].entries()) {
    await toWork(way);
    await toReply(way, undefined, `杜交函〔2023〕${index + 1}号`);
    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "DISSATISFIED", reasons: "支路没有修好" });
    await way.does("office", "escalations", { note: "请面对面协调" });
  }
  const held = { heldOn: "2023-09-22", participants: "各方", conclusion: "列入明年计划", rework: true };
  await concluded.does("office", "escalation-conclusions", held);

  const supervisions = () => kept("suggestion_supervision", "suggestion_id leader decided_on document_no result");
  const escalations = () => kept("suggestion_escalation", "suggestion_id round reason asked_on held_on participants conclusion rework");
  const [before, meetings] = [await supervisions(), await escalations()];
  expect([before.length, meetings.length]).toEqual([1, 2]);
  await anew("suggestion_supervision", "0004-supervision", "drop index suggestion_step_supervised;");
  await anew("suggestion_escalation", "0005-escalation");
  expect(await supervisions()).toEqual(before);
  expect(await escalations()).toEqual(meetings);
  expect((await key.does("office", "supervision-leaders", { leader: "另一位副主任" })).supervisions).toMatchObject([
    { leader: "另一位副主任" },
  ]);
});
