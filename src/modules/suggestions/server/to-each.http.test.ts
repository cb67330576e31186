import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, mandateOf, promised, solved, toReply, toWork, transport, type Way } from "../../../../test/support/suggestion.ts";
import { unzipped } from "../../../../test/support/zip.ts";

const world = testHouse();

const at = (way: Way, rest: string) => `/api/suggestions/${way.id}/papers/${rest}`;
const takes = async (way: Way, persona: string, rest: string) => (await world.as(persona)).bytes(at(way, rest));
const refuses = async (way: Way, persona: string, rest: string) => (await (await world.as(persona)).get(at(way, rest))).body;
const nameOf = ({ headers }: { headers: Headers }) => decodeURIComponent(headers.get("content-disposition") ?? "");
const seenBy = async (way: Way, persona: string) => (await way.sees(persona)).body;

/** A suggestion that a second deputy has signed, with its lead unit at work. */
async function joint(title = "关于修缮朱庄社区村内道路的建议"): Promise<Way> {
  const way = await begin(world, "deputy", { title });
  await way.does("deputy", "invitations", { mandateIds: [await mandateOf(await world.as("cosigner"))] });
  await way.does("cosigner", "cosignatures", { agrees: true });
  await toWork(way);
  return way;
}

/** Its addressees, and each one's paper as it is printed alone. */
async function alone(way: Way, kind: string, format: string) {
  const { addressees } = await seenBy(way, "unit_clerk");
  return Promise.all(
    addressees.map(async ({ mandateId, name }: { mandateId: string; name: string }) => ({
      name,
      ...(await takes(way, "unit_clerk", `${kind}?format=${format}&addresseeId=${mandateId}`)),
    })),
  );
}

/** What stands in a Word file, which is a ZIP itself. */
const wordsIn = async (file: Buffer = Buffer.of()): Promise<string> =>
  String((await unzipped(file)).find(({ name }) => name === "word/document.xml")?.bytes);

const setRule = async (to: "each" | "lead", inForceFrom: string) => {
  const rule = { key: "suggestion.reply_addressing", value: { to }, inForceFrom, source: "杜人常办〔2023〕31号" };
  expect((await (await world.as("office")).post("/api/rules", rule)).status).toBe(201);
};

describe("all letters of a reply at once", () => {
  test("hold just what each deputy's letter or form is when it is printed alone, numbered, under his name", async () => {
    const way = await joint();
    await toReply(way);
    for (const kind of ["reply", "feedback"]) {
      const taken = await takes(way, "unit_clerk", `${kind}/each?format=pdf`);
      expect([taken.status, taken.headers.get("content-type")]).toEqual([200, "application/zip"]);
      expect(nameOf(taken)).toMatch(/^attachment; .*号建议.+（共2份）\.zip$/);
      const [files, letters] = [await unzipped(taken.bytes), await alone(way, kind, "pdf")];
      expect(files).toHaveLength(2);
      for (const [index, { name, bytes }] of letters.entries()) {
        expect(files[index]?.name).toMatch(new RegExp(`^0${index + 1} .+号建议.+（致${name}代表）\\.pdf$`));
        expect(files[index]?.day).toBe("2023-09-22");
        expect(Buffer.compare(files[index]?.bytes ?? Buffer.of(), bytes), `${kind} ${name}`).toBe(0);
      }
      expect(Buffer.compare((await takes(way, "office", `${kind}/each?format=pdf`)).bytes, taken.bytes), "whoever takes them").toBe(0);
    }
  });

  test("for Word, each is addressed to its own deputy", async () => {
    const way = await joint();
    await toReply(way);
    const files = await unzipped((await takes(way, "office", "reply/each")).bytes);
    const { addressees } = await seenBy(way, "office");
    for (const [index, { name }] of addressees.entries()) {
      expect(await wordsIn(files[index]?.bytes)).toContain(`${name}代表：`);
      expect(files[index]?.name).toContain(`（致${name}代表）.docx`);
    }
  });

  test("are for whoever sees the case, and wait for the signature", async () => {
    const way = await joint();
    await way.does("unit_clerk", "contacts", contact("before"));
    await way.does("unit_clerk", "contacts", contact("during"));
    await way.does("unit_clerk", "replies", promised);
    for (const kind of ["reply", "feedback"])
      for (const persona of ["unit_clerk", "deputy"])
        expect(await refuses(way, persona, `${kind}/each`)).toMatchObject({ status: 409, code: "suggestion.papers.need.signed_to_each" });
    await way.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕13号" });
    for (const persona of ["deputy", "cosigner", "office", "government", "unit_clerk"])
      expect((await takes(way, persona, "reply/each?format=pdf")).status, persona).toBe(200);
    expect((await refuses(way, "town_clerk", "reply/each")).status).toBe(404);
    expect((await world.nobody.get(at(way, "reply/each"))).status).toBe(401);
    expect((await refuses(way, "office", "sheet/each")).status, "a sheet goes to nobody").toBe(404);
    expect(await refuses(way, "office", `reply/each?replyId=${way.id}`)).toMatchObject({ status: 409 });
  });
});

describe("whom the letters go to", () => {
  test("is a rule by days: what is signed keeps that of its day, what is not goes by today's", async () => {
    const [before, after] = [await joint("关于修缮东路的建议"), await joint("关于修缮西路的建议")];
    await toReply(before);
    expect((await seenBy(before, "deputy")).replies[0].addressing).toBe("each");
    await after.does("unit_clerk", "contacts", contact("before"));
    await after.does("unit_clerk", "contacts", contact("during"));
    await after.does("unit_clerk", "replies", solved);
    await setRule("lead", "2023-10-09");
    expect((await seenBy(after, "unit_clerk")).replies[0].addressing, "not yet in force").toBe("each");

    world.on("2023-10-09");
    expect((await (await world.as("unit_clerk")).get("/api/suggestion-codes")).body.addressing).toBe("lead");
    expect((await seenBy(after, "unit_clerk")).replies[0].addressing).toBe("lead");
    await after.does("unit_leader", "reply-signatures", { documentNo: "杜交函〔2023〕14号" });
    const [lead, cosigner] = (await seenBy(after, "office")).addressees;
    const files = await unzipped((await takes(after, "office", "reply/each")).bytes);
    expect(files.map(({ name }) => name)).toEqual([expect.stringContaining(`（致${lead.name}代表）`)]);
    expect(await wordsIn(files[0]?.bytes)).toContain(`转告联名代表${cosigner.name}。`);
    const refused = await refuses(after, "office", `reply?addresseeId=${cosigner.mandateId}`);
    expect(refused).toMatchObject({ status: 409, code: "suggestion.papers.need.addressee" });

    // Set back on the same day: neither of the two signed replies changes.
    await setRule("each", "2023-10-09");
    expect((await seenBy(after, "office")).replies[0].addressing).toBe("lead");
    expect((await seenBy(before, "office")).replies[0].addressing).toBe("each");
    expect(await unzipped((await takes(before, "office", "reply/each?format=pdf")).bytes)).toHaveLength(2);
    world.on("2023-09-22");
  });

  test("the lead of a merged suggestion has a letter of his own under either", async () => {
    const main = await begin(world);
    await main.does("deputy", "invitations", { mandateIds: [await mandateOf(await world.as("cosigner"))] });
    await main.does("cosigner", "cosignatures", { agrees: true });
    await main.does("deputy", "submissions");
    await main.does("office", "acceptances", { category: "roads" });
    const other = await begin(world, "peer_deputy", { title: "关于尽快修复朱庄道路的建议" });
    await other.does("peer_deputy", "submissions");
    await other.does("office", "mergers", { otherId: main.id });
    await main.does("office", "assignments", { units: [transport], viaId: null });
    await main.does("unit_clerk", "receipts");
    await setRule("lead", "2023-09-22");
    await toReply(main);
    await setRule("each", "2023-09-22");
    const { addressees } = await seenBy(main, "office");
    expect(addressees.map(({ role }: { role: string }) => role)).toEqual(["lead", "cosigner", "merged_lead"]);
    const files = await unzipped((await takes(main, "office", "reply/each")).bytes);
    expect(files.map(({ name }) => name)).toEqual(
      [addressees[0], addressees[2]].map(({ name }) => expect.stringContaining(`（致${name}代表）`)),
    );
    const words = await Promise.all(files.map(({ bytes }) => wordsIn(bytes)));
    expect(words.map((text) => text.includes("转告联名代表"))).toEqual([true, false]);
  });
});
