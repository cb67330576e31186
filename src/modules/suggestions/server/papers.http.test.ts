import { expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin, contact, promised, solved, toReply, toWork, type Way } from "../../../../test/support/suggestion.ts";

const world = testHouse();

const at = (way: Way, kind: string, format = "docx") => `/api/suggestions/${way.id}/papers/${kind}?format=${format}`;
const prints = async (way: Way, persona: string, kind: string, format?: string) => (await world.as(persona)).bytes(at(way, kind, format));
const refuses = async (way: Way, persona: string, kind: string) => (await (await world.as(persona)).get(at(way, kind))).body;
const nameOf = ({ headers }: { headers: Headers }) =>
  decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(headers.get("content-disposition") ?? "")?.[1] ?? "");

test("a paper that makes no sense yet is refused, and says why", async () => {
  const way = await begin(world);
  for (const [kind, code] of [
    ["reply", "reply"],
    ["sheet", "number"],
    ["feedback", "signed_reply"],
    ["assignment", "assignment"],
    ["supervision", "supervision"],
  ] as const)
    expect(await refuses(way, "deputy", kind)).toMatchObject({ status: 409, code: `suggestion.papers.need.${code}` });
  expect((await refuses(way, "deputy", "nonsense")).status).toBe(404);
});

test("an unsigned reply is printed by its own unit alone, and is marked as a draft", async () => {
  const way = await begin(world);
  await toWork(way);
  await way.does("unit_clerk", "contacts", contact("before"));
  await way.does("unit_clerk", "contacts", contact("during"));
  await way.does("unit_clerk", "replies", promised);
  expect(nameOf(await prints(way, "unit_clerk", "reply"))).toMatch(/^关于.+建议的答复（草稿）\.docx$/);
  for (const persona of ["deputy", "office", "government"])
    expect(await refuses(way, persona, "reply")).toMatchObject({ status: 409, code: "suggestion.papers.need.reply" });
  expect((await refuses(way, "unit_clerk", "feedback")).status).toBe(409);
});

test("everyone who sees the case prints its papers in both formats; a stranger finds nothing", async () => {
  const way = await begin(world);
  await toWork(way);
  await toReply(way, solved);
  await way.does("office", "supervisions", { heldOn: "2023-09-22", by: "区人大常委会", finding: "实地查看路面修缮情况", demand: null });
  for (const persona of ["deputy", "office", "government", "unit_clerk"])
    for (const kind of ["reply", "sheet", "feedback", "assignment", "supervision"]) {
      const word = await prints(way, persona, kind);
      expect([word.status, word.headers.get("content-type")], `${persona} ${kind}`).toEqual([
        200,
        expect.stringContaining("wordprocessingml"),
      ]);
      expect(Buffer.from(word.bytes.slice(0, 2)).toString()).toBe("PK");
      const pdf = await prints(way, persona, kind, "pdf");
      expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe("%PDF-");
      expect(nameOf(pdf)).toMatch(/\.pdf$/);
    }
  expect((await refuses(way, "town_clerk", "reply")).status).toBe(404);
  expect((await world.nobody.get(at(way, "reply"))).status).toBe(401);
  const other = await (await world.as("office")).get(`${at(way, "reply")}&replyId=${way.id}`);
  expect(other.body.code, "no reply of that name").toBe("suggestion.papers.need.reply");
});

test("a rating is on no paper of those who handle until the committee has decided upon it", async () => {
  const way = await begin(world);
  await toWork(way);
  await toReply(way);
  const before = await prints(way, "unit_clerk", "feedback", "pdf");
  await way.does("deputy", "appraisals", { attitude: "BASIC", result: "DISSATISFIED", reasons: "没有按约定时间完工" });
  const hidden = await prints(way, "unit_clerk", "feedback", "pdf");
  expect(Buffer.compare(hidden.bytes, before.bytes)).toBe(0);
  expect(Buffer.compare((await prints(way, "deputy", "feedback", "pdf")).bytes, before.bytes)).not.toBe(0);
  await way.does("office", "reworks", { note: "请按约定重新办理" });
  expect(Buffer.compare((await prints(way, "unit_clerk", "feedback", "pdf")).bytes, before.bytes)).not.toBe(0);
});
