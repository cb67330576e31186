import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { paper as suggestionPaper, toReply, toWork, visit, wayOf } from "../../../../test/support/suggestion.ts";
import { office, openStation, said, solved, spoken, stationId } from "../../../../test/support/voice.ts";
import { organisationId } from "../../../../test/world/organisations.ts";
import { district } from "../../../../test/world/places.ts";
import { type DateISO, momentOn } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";

const world = testHouse();
beforeAll(() => openStation(world));

const sweeps = () => world.home.modules.filter(({ name }) => name === "voices").flatMap((module) => module.sweeps ?? []);
const differences = async () =>
  (
    await Promise.all(
      world.home.modules.filter(({ name }) => name === "voices").map((module) => module.verify?.(world.database.read, district) ?? []),
    )
  ).flat();

const crossing = { words: "村小学门口没有斑马线，家长接送孩子提心吊胆", category: "safety" };

describe("a voice", () => {
  test("is heard, routed, answered, asked about by someone else, and closed; the voter sees every step", async () => {
    const voice = await spoken(world, { contact: { name: "王桂英", phone: "13856100001" } });
    expect(voice.receipt).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
    const seen = (await voice.sees("committee")).body;
    expect(seen).toMatchObject({ status: "received", receiver: { name: "矿山集人大工委" }, station: { id: stationId } });
    expect(seen.can).toEqual(expect.arrayContaining(["direct", "answer_at_once", "route", "open_contact"]));
    expect(seen.can).not.toContain("revisit");
    expect((await voice.does("committee", "routings", office)).clocks.at(-1)).toMatchObject({ key: "voice.handle.simple" });
    await voice.does("subdistrict_clerk", "progress-reports", { note: "施工队明天进场" });
    const answered = await voice.does("subdistrict_clerk", "answers", solved);
    expect(answered.can).not.toContain("revisit");
    expect((await voice.tries("subdistrict_clerk", "return-visits", { grade: "SATISFIED", way: "phone" })).status).toBe(403);
    await voice.does("committee", "return-visits", { grade: "SATISFIED", way: "phone", reasons: null });
    expect((await voice.sees("committee")).body).toMatchObject({ status: "closed", ending: "heard" });
    const thread = await voice.thread();
    expect(thread).toMatchObject({ status: "closed", answer: { answer: solved.answer, solved: true }, can: ["reopen"] });
    expect(thread.hops.map(({ verb }: { verb: string }) => verb)).toEqual(["begin", "route", "report_progress", "answer", "revisit"]);
    expect(thread.hops[2]).toMatchObject({ by: "矿山集办事处", words: "施工队明天进场" });
  });

  test("comes back when the voter is dissatisfied, at most as often as the rule says, and can be reopened once", async () => {
    const voice = await spoken(world);
    await voice.does("committee", "routings", office);
    await voice.does("subdistrict_clerk", "answers", { ...solved, solved: false });
    expect((await voice.voter("appraisals", { grade: "DISSATISFIED" })).body.errors).toEqual([
      expect.objectContaining({ field: "reasons" }),
    ]);
    expect((await voice.voter("appraisals", { grade: "DISSATISFIED", reasons: "只修了一半" })).body.status).toBe("handling");
    expect((await voice.sees("subdistrict_clerk")).body).toMatchObject({ round: 2, answers: [{ grade: "DISSATISFIED" }] });
    await voice.does("subdistrict_clerk", "answers", solved);
    expect((await voice.voter("appraisals", { grade: "DISSATISFIED", reasons: "又积水了" })).body.status).toBe("closed");
    const reopened = await voice.voter("reopenings", { reasons: "路又坏了" });
    expect(reopened.body).toMatchObject({ status: "received", can: ["add_words", "withdraw"], additions: [{ words: "路又坏了" }] });
    expect((await voice.sees("committee")).body.additions).toMatchObject([{ words: "路又坏了", byVoter: true }]);
    expect((await voice.sees("subdistrict_clerk")).status, "no longer the unit's").toBe(404);
    await voice.does("committee", "routings", office);
    await voice.does("subdistrict_clerk", "answers", solved);
    await voice.voter("appraisals", { grade: "SATISFIED" });
    const again = await voice.voter("reopenings", { reasons: "再看看" });
    expect([again.status, again.body.code]).toEqual([409, "voice.need.not_reopened"]);
  });

  test("the unit sees neither the tries to meet the voter nor his word before it is settled", async () => {
    const voice = await spoken(world, { contact: { phone: "13856100002" } });
    await voice.does("committee", "routings", office);
    await voice.does("subdistrict_clerk", "answers", solved);
    await voice.does("committee", "visit-tries", { way: "phone", note: "没有人接" });
    const verbs = async (who: string) => (await voice.sees(who)).body.timeline.map(({ verb }: { verb: string }) => verb);
    const tries = async (who: string) => (await voice.sees(who)).body.tries;
    expect(await verbs("subdistrict_clerk")).not.toContain("try_visit");
    expect(await verbs("committee")).toContain("try_visit");
    expect([await tries("subdistrict_clerk"), await tries("committee")]).toEqual([0, 1]);
    expect((await voice.tries("committee", "unreached-endings")).body.code).toBe("voice.need.three_tries");
    await voice.does("committee", "visit-tries", { way: "phone" });
    await voice.does("office", "visit-tries", { way: "visit" });
    const ended = await voice.does("committee", "unreached-endings");
    expect(ended).toMatchObject({ status: "closed", ending: "unreachable", answers: [{ grade: "UNREACHABLE" }] });
    expect(await verbs("subdistrict_clerk")).toContain("try_visit");
    expect(await tries("subdistrict_clerk")).toBe(3);
    expect((await world.facts("voice.visit_tried")).length).toBeGreaterThan(2);
  });

  test("without a way to ask, it ends unheard when the time has passed; never as satisfied", async () => {
    const voice = await spoken(world);
    await voice.does("committee", "instant-answers", { answer: "这条路下月动工，已公示在村务栏", solved: true });
    expect((await voice.sees("committee")).body.can).not.toContain("revisit");
    expect((await voice.sees("office")).body.can).toContain("revisit");
    await sweepOnce(world.database, sweeps(), momentOn("2023-09-26" as DateISO));
    expect((await voice.thread()).status).toBe("answered");
    await sweepOnce(world.database, sweeps(), momentOn("2023-11-01" as DateISO));
    expect((await voice.sees("office")).body).toMatchObject({ status: "closed", ending: "unheard", answers: [{ grade: null }] });
  });

  test("not taken: the voter is told where to go, by the list", async () => {
    const voice = await spoken(world);
    expect((await voice.tries("committee", "directions", { way: "nowhere" })).body.errors[0]).toMatchObject({ field: "way" });
    await voice.does("committee", "directions", { way: "court", note: "案号已告知" });
    const thread = await voice.thread();
    expect(thread).toMatchObject({ status: "directed", can: [] });
    expect(thread.hops.at(-1).words).toMatch(/人民法院.*\n案号已告知/s);
  });

  test("joined voices keep their words and receipts; everyone follows the same handling, and stands alone again if it is taken back", async () => {
    const [first, second] = [
      await spoken(world, crossing),
      await spoken(world, { ...crossing, words: "小学门口缺斑马线和减速带，接送孩子危险" }),
    ];
    const similar = (await (await world.as("committee")).get(`/api/voices/${second.id}/similar-voices`)).body.items;
    const found = similar.find((one: { id: string }) => one.id === first.id);
    expect(found, JSON.stringify(similar)).toMatchObject({ samePlace: true, words: expect.arrayContaining(["斑马"]) });
    await second.does("committee", "joinings", { voiceId: first.id });
    expect((await first.tries("committee", "joinings", { voiceId: second.id })).body.code).toBe("voice.need.nobody_joined");
    await first.does("committee", "routings", office);
    await first.does("subdistrict_clerk", "answers", solved);
    const [mine, theirs] = [await second.thread(), await first.thread()];
    expect(mine).toMatchObject({ status: "answered", together: 2, answer: { answer: solved.answer, grade: null } });
    expect(mine.words).not.toBe(theirs.words);
    expect(theirs.together).toBe(2);
  });

  test("a voter takes it back; whoever had joined stands for himself again", async () => {
    const [first, second] = [await spoken(world), await spoken(world)];
    await second.does("committee", "joinings", { voiceId: first.id });
    expect((await first.voter("withdrawals")).body.status).toBe("withdrawn");
    expect((await second.sees("committee")).body).toMatchObject({ status: "received", joinedTo: null });
    expect((await second.thread()).can).toContain("withdraw");
  });

  test("of two officers who sort it at once one is told that the other was first", async () => {
    const voice = await spoken(world);
    const both = await Promise.all([
      voice.tries("committee", "routings", office),
      voice.tries("office", "routings", { unitId: organisationId("water") }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(["lifecycle.wrong_state", "problem.busy"]).toContain(late?.body.code);
    expect(late?.body.detail.length).toBeGreaterThan(5);
  });

  test("a deputy placed at the station takes it up and makes it an opinion in one step; when that ends, the voter is answered", async () => {
    const voice = await spoken(world, { contact: { phone: "13856100003" } });
    expect((await voice.sees("peer_deputy")).status).toBe(404);
    expect(await voice.does("deputy", "take-ups")).toMatchObject({ status: "taken_up", taker: { name: expect.any(String) } });
    const grown = await voice.does("deputy", "opinions", {
      title: "朱庄村东头水泥路破损",
      content: "水泥路坏了三年，学生雨天趟水上学，请尽快修复。",
    });
    expect(grown).toMatchObject({ status: "escalated", escalation: "opinion" });
    const at = `/api/opinions/${grown.opinionId}`;
    await (await world.as("committee")).post(`${at}/assignments`, office);
    await (await world.as("subdistrict_clerk")).post(`${at}/answers`, { answer: "全长八百米已重修完毕。", solved: true });
    expect((await voice.thread()).hops.map(({ said: sentence }: { said: string }) => sentence)).toContain("承办单位已答复");
    await (await world.as("deputy")).post(`${at}/appraisals`, { grade: "SATISFIED", reasons: null });
    await world.home.pump.drain();
    const thread = await voice.thread();
    expect(thread).toMatchObject({
      status: "answered",
      answer: { answer: "全长八百米已重修完毕。", solved: true },
      can: ["appraise", "add_words"],
    });
    expect(JSON.stringify(thread)).not.toContain("SATISFIED");
    // It was the deputy's own affair: somebody else asks.
    expect((await voice.sees("deputy")).body.can).not.toContain("revisit");
    await voice.does("committee", "return-visits", { grade: "SATISFIED", way: "visit", reasons: null });
  });

  test("it can become a suggestion, and its thread goes on to the reply", async () => {
    const voice = await spoken(world);
    const grown = await voice.does("deputy", "suggestions", {
      title: "关于修缮朱庄村道路的建议",
      content: "朱庄村道路破损，群众出行不便，建议修缮。",
    });
    const way = wayOf(world, grown.suggestionId);
    expect((await way.sees("deputy")).body.origin).toEqual({ type: "voice", id: voice.id });
    await way.does("deputy", "revisions", { ...suggestionPaper, title: "关于修缮朱庄村道路的建议" });
    await toWork(way);
    await toReply(way);
    const replied = await voice.thread();
    expect(replied.hops.at(-1)).toMatchObject({ of: "suggestion", verb: "sign_reply", words: expect.stringContaining("硬化") });
    await way.does("deputy", "appraisals", { attitude: "SATISFIED", result: "SATISFIED" });
    await way.does("office", "return-visits", visit);
    await way.does("office", "closings");
    await world.home.pump.drain();
    expect(await voice.thread()).toMatchObject({ status: "answered", answer: { solved: true } });
  });

  test("belongs to those concerned: strangers find nothing, others may not act", async () => {
    const voice = await spoken(world);
    for (const persona of ["peer_deputy", "presidium", "unit_clerk"]) expect((await voice.sees(persona)).status, persona).toBe(404);
    expect((await world.nobody.get(`/api/voices/${voice.id}`)).status).toBe(401);
    expect((await voice.tries("deputy", "routings", office)).status).toBe(403);
    expect((await voice.tries("committee", "routings", { unitId: organisationId("deputy_office") })).status).toBe(422);
    expect((await voice.tries("committee", "appraisals", { grade: "SATISFIED" })).status, "only by receipt").toBe(404);
  });

  test("name and telephone are opened with a reason, and the opening is a fact; the unit only where the receiver lets it", async () => {
    const voice = await spoken(world, { contact: { name: "李秀兰", phone: "138 5610 0004" } });
    expect((await voice.tries("committee", "contact-openings", {})).status).toBe(422);
    expect(await voice.does("committee", "contact-openings", { note: "约定回访时间" })).toEqual({ name: "李秀兰", phone: "138 5610 0004" });
    await voice.does("committee", "routings", office);
    expect((await voice.tries("subdistrict_clerk", "contact-openings", { note: "核实位置" })).status).toBe(403);
    const facts = (await world.facts("voice.contact_opened")).filter(({ subjectId }) => subjectId === voice.id);
    expect(facts).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toMatch(/李秀兰|5610|约定/);
    const shared = await spoken(world, { contact: { phone: "13856100005" } });
    await shared.does("committee", "routings", { ...office, shareContact: true });
    expect(await shared.does("subdistrict_clerk", "contact-openings", { note: "核实位置" })).toMatchObject({ phone: "13856100005" });
    expect((await voice.thread()).hops.map(({ verb }: { verb: string }) => verb)).toContain("open_contact");
  });

  test("name and telephone are erased when their time has passed after closing; the matter stays", async () => {
    const voice = await spoken(world, { contact: { name: "赵大爷", phone: "13856100006" } });
    await voice.does("committee", "directions", { way: "court" });
    await sweepOnce(world.database, sweeps(), momentOn("2025-09-20" as DateISO));
    expect((await voice.sees("committee")).body.hasContact).toBe(true);
    await sweepOnce(world.database, sweeps(), momentOn("2025-09-24" as DateISO));
    expect((await voice.sees("committee")).body).toMatchObject({ hasContact: false, status: "directed" });
  });

  test("whoever works at a station alone, without an office or a mandate, finds places and units, and no register of people", async () => {
    const officer = await world.as("station_officer");
    const found = (await officer.get(`/api/areas?search=${encodeURIComponent("朱庄社区")}`)).body.items;
    expect(found).toEqual([expect.objectContaining({ name: "朱庄社区" })]);
    expect((await officer.get("/api/organisations")).status).toBe(200);
    expect((await officer.get("/api/people")).status).toBe(403);
    expect((await officer.get("/api/mandates")).status).toBe(403);
  });

  test("lists are searched, narrowed, sorted, paged and exported", async () => {
    const committee = await world.as("committee");
    await spoken(world, { words: "白庙村变压器经常跳闸，一到夏天就停电", category: "power", urgent: true });
    const [line] = (await committee.get(`/api/voices?search=${encodeURIComponent("变压器 停电")}`)).body.items;
    expect(line).toMatchObject({ urgent: true, category: "power", channel: "portal", match: { field: "words" } });
    const urgent = (await committee.get("/api/voices?urgent=true&status=received&sort=due&limit=1")).body;
    expect(urgent.items).toHaveLength(1);
    const first = (await committee.get("/api/voices?limit=2&sort=received")).body;
    const second = (await committee.get(`/api/voices?limit=2&sort=received&cursor=${first.next}`)).body;
    expect(second.items[0].receivedAt >= first.items[1].receivedAt).toBe(true);
    expect(new Set([...first.items, ...second.items].map(({ id }: { id: string }) => id)).size).toBe(4);
    const byDue = (await committee.get("/api/voices?limit=2&sort=due")).body;
    const further = (await committee.get(`/api/voices?limit=2&sort=due&cursor=${byDue.next}`)).body;
    expect(new Set([...byDue.items, ...further.items].map(({ id }: { id: string }) => id)).size).toBe(4);
    expect((await committee.get("/api/voices?mine=true")).body.items).toEqual([]);
    expect((await (await world.as("unit_clerk")).get("/api/voices")).body.items).toEqual([]);
    const sheet = await committee.bytes("/api/exports/voices?format=csv");
    expect([sheet.status, new TextDecoder().decode(sheet.bytes)]).toEqual([200, expect.stringContaining("变压器")]);
  });

  test("what is on the desk, the evidence, the to-do lists and the counts agree, whatever happened", async () => {
    const tasks = (await (await world.as("committee")).get("/api/tasks?subjectType=voice")).body;
    expect(tasks.items[0]).toMatchObject({ subjectType: "voice", verb: expect.any(String), from: expect.any(String) });
    expect(await differences()).toEqual([]);
    for (const who of ["office", "committee", "subdistrict_clerk", "deputy"]) {
      const { items, counts } = (await (await world.as(who)).get("/api/voices?limit=100")).body;
      const shown = (status: string) => items.filter((one: { status: string }) => one.status === status).length;
      expect(items.length, who).toBeGreaterThan(0);
      expect(counts, who).toEqual(Object.fromEntries(items.map(({ status }: { status: string }) => [status, shown(status)])));
    }
    const wrong = (n: number) =>
      world.database.write((tx) =>
        sql`insert into tally (district, shelf, book, status, n) values (${district}, 'voice', 'nobody', 'closed', ${n})`.execute(tx),
      );
    await wrong(1);
    expect(await differences()).toEqual(["voice: nobody has 1 in closed, there are 0"]);
    await wrong(-1);
  });

  test("whatever was given to speak is kept as it was said", async () => {
    const words = "路灯😀坏了<script>alert(1)</script> & '引号' “全角” 𠀀";
    const voice = await spoken(world, { words });
    expect((await voice.sees("committee")).body.words).toBe(words);
    expect((await voice.thread()).words).toBe(words);
    expect((await world.nobody.post("/api/public/voices", said({ words: "坏\u0000了好几天" }))).status).toBe(422);
    expect((await world.nobody.post("/api/public/voices", said({ words: "嗯" }))).body.errors[0].field).toBe("words");
  });
});
