import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { type DateISO, shift } from "../../src/platform/clock/instant.ts";
import { testHouse } from "../support/house.ts";
import { publishedPlan } from "../support/plan.ts";
import { kindOf, type Seen, walk } from "../support/portal.ts";
import { added, monthly, openStation } from "../support/station.ts";
import { begin, paper, promised, toReply, toWork } from "../support/suggestion.ts";
import { organisationId } from "../world/organisations.ts";
import { areas } from "../world/places.ts";

const house = testHouse();
const readings = ["zh-CN.plain", "zh-CN.large", "en.plain", "en.large"] as const;
const walked = new Map<string, Map<string, Seen>>();

async function get(path: string, reading: string, method = "GET"): Promise<Seen> {
  const answer = await house.home.web.request(path, { method, headers: { cookie: `lianxin_reading=${reading}` } });
  const type = answer.headers.get("content-type") ?? "";
  return { status: answer.status, type, body: await answer.text(), location: answer.headers.get("location") };
}

const patterns = () => house.home.modules.flatMap(({ portal }) => portal?.pages ?? []).filter(({ method }) => method === "get");
const pagesIn = (reading: string) => [...walked.get(reading)!].filter(([, { type }]) => type.startsWith("text/html"));

/** What no public page may hold: marked data of people, and words that were written for few. */
const planted = {
  ...{ phone: "13955550001", born: "1961-07", occupation: "planted-occupation", education: "planted-education" },
  ...{
    reason: "planted-reason 标题公开的正文",
    answer: "planted-answer",
    note: "planted-note",
    content: "planted-content",
    doubt: "planted-doubt",
  },
};
const made = { full: "", title: "", confidential: "", opinion: "", deputy: "" };

/** A station with a notice and a reception; three suggestions of different consent; a small matter that was answered. */
beforeAll(async () => {
  await house.database.write((tx) =>
    sql`update person set phone = case when id = (select person_id from account where user_name = 'p0001') then ${planted.phone} end,
      born_in = ${planted.born}, occupation = ${planted.occupation}, education = ${planted.education}`.execute(tx),
  );
  const station = await openStation(house);
  const committee = await house.as("committee");
  const { stationId } = station;
  await added(committee, "/api/station-posts", {
    ...{ stationId, kind: "notice", title: "十月代表接待安排", body: "欢迎前来反映情况。", publishedOn: "2023-09-20" },
  });
  const { id: rosterId } = await added(committee, "/api/rosters", { ...monthly, stationId });
  await added(committee, `/api/rosters/${rosterId}/plans`, { year: 2023 });
  const [first] = (await committee.get(`/api/receptions?stationId=${stationId}`)).body.items;
  await added(committee, `/api/receptions/${first.id}/announcements`, {});

  await publishedPlan(house);
  const full = await begin(house);
  await toWork(full);
  await toReply(full, promised);
  const title = await begin(house, "deputy", { title: "关于只公开标题的建议", reason: planted.reason, publicity: "title" } as object);
  await toWork(title);
  await toReply(title, { ...promised, body: `一、${planted.answer}；二、同步疏通路边排水沟；三、明确管护责任人。` }, "杜交函〔2023〕13号");
  await title.does("deputy", "appraisals", { attitude: "DISSATISFIED", result: "DISSATISFIED", reasons: planted.doubt });
  const confidential = await begin(house, "deputy", { title: "关于不愿署名的建议", confidential: true } as object);
  await toWork(confidential);
  Object.assign(made, {
    full: full.id,
    title: title.id,
    confidential: confidential.id,
    deputy: station.deputy.slice(-12).replaceAll("-", "").slice(-10),
  });

  const deputy = await house.as("deputy");
  const { id } = await added(deputy, "/api/opinions", {
    ...{ title: "朱庄社区路灯不亮", content: planted.content, category: "roads", mandateId: station.deputy },
    areaId: areas.find(({ name }) => name === "朱庄社区")?.id,
  });
  made.opinion = id;
  await added(committee, `/api/opinions/${id}/assignments`, { unitId: organisationId("kuangshanji_office"), note: planted.note });
  const clerk = await house.as("subdistrict_clerk");
  await added(clerk, `/api/opinions/${id}/answers`, {
    answer: "路灯已经全部修好，晚上村里都亮了。",
    solved: true,
    cost: 3200,
    households: 30,
    people: 100,
  });
}, 240_000);

beforeAll(async () => {
  const paths = patterns().map(({ path }) => path);
  for (const reading of readings) walked.set(reading, await walk((path) => get(path, reading), paths));
});

describe.each(readings)("the public pages in %s", (reading) => {
  test("lead nowhere that is not there", () => {
    const seen = [...walked.get(reading)!];
    expect(seen.filter(([, { status }]) => status !== 200 && status !== 303).map(([path, { status }]) => `${status} ${path}`)).toEqual([]);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });

  test("are valid HTML, in the language asked for", async () => {
    const checker = new HtmlValidate({ root: true, extends: ["html-validate:recommended"], rules: { "no-trailing-whitespace": "off" } });
    const faults: string[] = [];
    for (const [path, { body }] of pagesIn(reading)) {
      expect(body).toContain(`<html lang="${reading.split(".")[0]}"`);
      expect(body.includes('class="large"')).toBe(reading.endsWith("large"));
      const { results } = await checker.validateString(body);
      for (const { messages } of results) for (const one of messages) faults.push(`${path} ${one.line}: ${one.ruleId} ${one.message}`);
    }
    expect(faults).toEqual([]);
  });

  test("weigh no more than fifty thousand bytes with their style sheet", async () => {
    const [, first] = pagesIn(reading)[0]!;
    const style = /href="(\/portal\/style-[^"]+)"/.exec(first.body)![1]!;
    const css = await get(style, reading);
    expect([css.status, css.type]).toEqual([200, "text/css; charset=utf-8"]);
    const [paper, packed] = [Buffer.byteLength(css.body), gzipSync(css.body).length];
    const weights = pagesIn(reading).map(([path, { body }]) => ({
      path,
      bytes: Buffer.byteLength(body) + paper,
      packed: gzipSync(body).length + packed,
    }));
    const heaviest = weights.toSorted((a, b) => b.bytes - a.bytes);
    for (const { path, bytes, packed: sent } of heaviest.slice(0, 3))
      console.info(`${reading} ${path}: ${bytes} bytes, ${sent} compressed`);
    expect(heaviest.filter(({ bytes }) => bytes > 50_000)).toEqual([]);
  });

  test("name nothing by the key of its sentence", () => {
    const keys = pagesIn(reading).flatMap(([path, { body }]) =>
      [...body.replaceAll(/<[^>]*>/g, " ").matchAll(/\b(?:portal|public|field|problem)\.[a-z_]+(?:\.[a-z_]+)*\b/g)].map(
        ([key]) => `${path} ${key}`,
      ),
    );
    expect(keys).toEqual([]);
  });
});

test("every public page of a module is met on the way", () => {
  const all = patterns().map(({ path }) => path);
  const met = new Set([...walked.get("zh-CN.plain")!.keys()].map((path) => kindOf(path, all).split("?")[0]));
  // Short addresses stand on posters, not on pages.
  expect(all.filter((path) => !met.has(path) && !/^\/[a-z](\/|$)/.test(path) && !path.endsWith(".js"))).toEqual([]);
});

test("an address that is not there says so as a page", async () => {
  for (const path of ["/portal/nothing", "/portal/nothing/at/all"]) {
    const { status, type, body } = await get(path, "zh-CN.plain");
    expect([status, type]).toEqual([404, "text/html; charset=utf-8"]);
    expect(body).toContain('href="/portal"');
  }
  const posted = await house.home.web.request("/portal/privacy", { method: "POST" });
  expect([posted.status, posted.headers.get("content-type")]).toEqual([404, "text/html; charset=utf-8"]);
  const api = await house.nobody.get("/api/nothing");
  expect([api.status, api.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});

test("asking for the head alone tells the same and sends nothing", async () => {
  const { status, type, body } = await get("/portal", "zh-CN.plain", "HEAD");
  expect([status, type, body]).toEqual([200, "text/html; charset=utf-8", ""]);
  expect((await get("/portal/nothing", "zh-CN.plain", "HEAD")).status).toBe(404);
});

describe("the way to read", () => {
  const follow = (path: string, cookie = "") => house.home.web.request(path, { headers: { cookie } });

  test("is remembered, and the page comes again without the question", async () => {
    const english = await follow("/portal/privacy?lang=en&x=1");
    expect([english.status, english.headers.get("location")]).toEqual([303, "/portal/privacy?x=1"]);
    const kept = english.headers.get("set-cookie")!;
    expect(kept).toMatch(/^lianxin_reading=en\.plain; Path=\/; .*HttpOnly/);
    const large = await follow("/portal?print=large", kept.split(";")[0]);
    expect(large.headers.get("set-cookie")).toMatch(/^lianxin_reading=en\.large;/);
    expect(await (await follow("/portal", "lianxin_reading=en.large")).text()).toContain('<html lang="en" class="large">');
  });

  test.each(["//evil.example/portal", "/portal//evil.example", "/\\evil.example", "/portal/..//evil.example"])(
    "leads to no other site: %s",
    async (path) => {
      const answer = await house.home.web.request(`http://here.example${path}?lang=en`);
      const onward = answer.headers.get("location");
      if (onward !== null) expect(new URL(onward, "http://here.example").host).toBe("here.example");
    },
  );

  test("takes no language that is not there", async () => {
    const answer = await follow("/portal?lang=%22%3E%3Cscript%3E");
    expect(answer.headers.get("set-cookie")).toMatch(/^lianxin_reading=zh-CN\.plain;/);
  });
});

test("what comes in with the address is shown as words, never as markup", async () => {
  const evil = '"><script>alert(1)</script>';
  for (const { path } of patterns().filter((one) => !one.path.includes("{"))) {
    const names = ["search", "q", "town", "category", "year", "level", "state", "cursor", "at", "station"];
    const asked = new URLSearchParams(names.map((name) => [name, evil]));
    const { status, body } = await get(`${path}?${asked}`, "zh-CN.plain");
    expect([path, status < 500]).toEqual([path, true]);
    expect(body).not.toContain("<script>alert");
  }
});

describe("what is public", () => {
  const body = async (path: string) => (await get(path, "zh-CN.plain")).body;

  test("holds no personal data and nothing that was written for few", () => {
    for (const [reading, seen] of walked)
      for (const [path, { body: text }] of seen)
        for (const word of Object.values(planted)) expect(text.includes(word), `${word} on ${path} in ${reading}`).toBe(false);
  });

  test("is of a suggestion its text, reply and promise, where the deputy agreed", async () => {
    const page = await body(`/portal/cases/suggestions/${made.full}`);
    for (const word of [paper.title, paper.reason, paper.proposal, "一、已完成主路硬化", "完成四条支路硬化", "2024年6月30日"])
      expect(page).toContain(word);
  });

  test("is its title alone, where he agreed to no more; not even a search gives the rest away", async () => {
    const page = await body(`/portal/cases/suggestions/${made.title}`);
    expect(page).toContain("关于只公开标题的建议");
    expect(page).not.toContain(paper.proposal);
    expect(page).not.toContain("完成四条支路硬化");
    const found = async (word: string) => await body(`/portal/cases?search=${encodeURIComponent(word)}`);
    expect(await found("只公开标题")).toContain(made.title);
    expect(await found("planted-reason")).not.toContain(made.title);
    expect(await found(paper.proposal.slice(0, 10))).toContain(made.full);
    expect(await found(paper.proposal.slice(0, 10))).not.toContain(made.title);
  });

  test("is nothing of a suggestion whose deputy wants to remain unnamed, nor of one that was not taken in", async () => {
    const draft = await begin(house);
    for (const id of [made.confidential, draft.id, "nonsense", "00000000-0000-7000-8000-000000000000"])
      expect((await get(`/portal/cases/suggestions/${id}`, "zh-CN.plain")).status).toBe(404);
    const list = await body("/portal/cases");
    expect(list).not.toContain(made.confidential);
    expect(list).not.toContain(draft.id);
  });

  test("tells no rating before it is final: a case appraised looks like one answered", async () => {
    expect(await body(`/portal/cases/suggestions/${made.title}`)).toContain("已答复");
    expect(await body("/portal/cases?state=answered")).toContain(made.title);
    expect(await body(`/portal/cases/suggestions/${made.title}`)).not.toMatch(/满意|评价/);
  });

  test("is of a small matter what was done, not the words in which it was brought", async () => {
    const page = await body(`/portal/cases/opinions/${made.opinion}`);
    for (const word of ["朱庄社区路灯不亮", "路灯已经全部修好，晚上村里都亮了。", "3,200 元", "30 户"]) expect(page).toContain(word);
    expect(await body("/portal/cases/opinions?search=planted-content")).not.toContain(made.opinion);
    expect(await body("/portal/cases/opinions?search=%E4%BF%AE%E5%A5%BD")).toContain(made.opinion);
  });

  test("leads from a poster's short address to the page", async () => {
    const station = await get("/s/ks01", "zh-CN.plain");
    expect([station.status, station.location]).toEqual([303, "/portal/stations/KS01"]);
    const deputy = await get(`/d/${made.deputy}`, "zh-CN.plain");
    expect([deputy.status, deputy.location]).toEqual([303, `/portal/deputies/${made.deputy}`]);
    for (const path of ["/s/NONE", "/d/0123456789", "/d/x"]) expect((await get(path, "zh-CN.plain")).status).toBe(404);
  });

  test("shows where to meet a deputy, and his work", async () => {
    const page = await body(`/portal/deputies/${made.deputy}`);
    expect(page).toContain("/portal/stations/KS01");
    expect(page).toContain(made.full);
    expect(page).not.toContain(made.confidential);
  });

  test("finds stations by village, by town, and by where one stands", async () => {
    const code = areas.find(({ name }) => name === "朱庄社区")!.code;
    expect(await body(`/portal/stations?village=${code}`)).toContain("/portal/stations/KS01");
    expect(await body(`/portal/stations?town=${code.slice(0, 9)}`)).toContain("/portal/stations/KS01");
    const near = await house.home.web.request("/portal/stations?at=33.995,116.801");
    expect(await near.text()).toMatch(/KS01[\s\S]*约 \d+ 米/);
    expect(near.headers.get("cache-control")).toBe("no-store");
    expect(near.headers.get("referrer-policy")).toBe("same-origin");
    expect((await get("/portal/stations?at=999,999", "zh-CN.plain")).status).toBe(200);
  });

  test("is no deputy whose mandate is suspended or has ended, and no station that was closed", async () => {
    const office = await house.as("office");
    const { id } = (await office.get("/api/mandates?limit=200")).body.items.find((one: { id: string }) => one.id.endsWith(made.deputy));
    const suspended = await office.post(`/api/mandates/${id}/suspensions`, {
      ...{ effectiveOn: "2023-09-22", ground: "detained", documentNo: null, note: null },
    });
    expect(suspended.status, JSON.stringify(suspended.body)).toBe(201);
    expect((await get(`/portal/deputies/${made.deputy}`, "zh-CN.plain")).status).toBe(404);
    expect(await body("/portal/stations/KS01")).not.toContain(made.deputy);
    const committee = await house.as("committee");
    const { body: station } = await committee.get(`/api/stations?search=KS01`);
    const one = await committee.get(`/api/stations/${station.items[0].id}`);
    const closing = { closedOn: shift("2023-09-22" as DateISO, 0), reason: "合并站点" };
    const closed = await committee.post(`/api/stations/${station.items[0].id}/closings`, closing, {
      "if-match": one.headers.get("etag") ?? "",
    });
    expect(closed.status, JSON.stringify(closed.body)).toBeLessThan(300);
    expect((await get("/portal/stations/KS01", "zh-CN.plain")).status).toBe(404);
  });
});
