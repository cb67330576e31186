import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testHouse } from "../support/house.ts";
import { filledIn, poster, validPages as valid } from "../support/portal-form.ts";
import { openStation, spoken } from "../support/voice.ts";
import { areas, district } from "../world/places.ts";

const world = testHouse();
beforeAll(() => openStation(world));
beforeEach(async () => void (await sql`delete from voice_limit`.execute(world.database.read)));

const post = poster(world);
const filled = (body: string) => filledIn(body, 'action="/portal/speak"');

const receiptOn = (body: string): string => /id="receipt">([^<]+)</.exec(body)?.[1] ?? "";
const start = async (search = ""): Promise<Record<string, string | string[]>> =>
  filled((await world.nobody.get(`/portal/speak${search}`)).body);
const count = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from voice where district = ${district}`.execute(world.database.read)).rows[0]?.n ?? 0;

const words = "朱庄村东头的水泥路坏了三年，\n一下雨学生就要趟水上学 <b>&</b>";
const village = areas.find(({ name }) => name === "朱庄社区")!.code;
describe("speaking in three steps", () => {
  test("leads from the code on the door to a receipt, and what was typed is carried along", async () => {
    const second = await post("/portal/speak", { ...(await start("?station=tzz")), words, category: "roads", go: "where" });
    expect(second.body).toContain("朱庄代表活动室");
    const third = await post("/portal/speak", { ...filled(second.body), village, place: "东头小桥往北五十米", go: "reach" });
    const back = await post("/portal/speak", { ...filled(third.body), phone: "not a phone", go: "what" });
    expect(filled(back.body)["words"]).toBe(words);
    const done = await post("/portal/speak", { ...filled(third.body), name: "王桂英", phone: "139 5555 0000", go: "send" });
    expect(done.status).toBe(200);
    expect(receiptOn(done.body)).toMatch(/^.{4}-.{3}-.{3}$/);
    expect(done.headers.get("cache-control")).toBe("no-store");
    await valid(second, third, back, done);
    const thread = await post("/portal/follow", { receipt: receiptOn(done.body) });
    for (const word of ["朱庄村东头的水泥路", "东头小桥往北五十米", "朱庄代表活动室"]) expect(thread.body).toContain(word);
    expect(thread.body).not.toContain("王桂英");
    expect(thread.body).not.toContain("<b>&");
  });

  test("sent twice it gives the same receipt and makes nothing twice", async () => {
    const whole = { ...(await start()), step: "reach", words, go: "send" };
    const before = await count();
    const [one, two] = [await post("/portal/speak", whole), await post("/portal/speak", whole)];
    expect(receiptOn(one.body)).toBe(receiptOn(two.body));
    expect(await count()).toBe(before + 1);
  });

  test("names the field and the rule, and keeps everything", async () => {
    const short = await post("/portal/speak", { ...(await start()), words: "路坏", go: "where" });
    expect(short.status).toBe(422);
    expect(short.body).toContain('href="#words"');
    expect(filled(short.body)["words"]).toBe("路坏");
    const phone = await post("/portal/speak", { ...(await start()), step: "reach", words, name: "王桂英", phone: "abc", go: "send" });
    expect(phone.status).toBe(422);
    expect(phone.body).toContain('href="#phone"');
    expect(filled(phone.body)).toMatchObject({ name: "王桂英", phone: "abc" });
    const nowhere = await post("/portal/speak", { ...(await start()), step: "reach", words, village: "000", go: "send" });
    expect(nowhere.body).toContain('href="#village"');
    await valid(short, phone, nowhere);
  });

  test("takes a photo with consent, without the place where it was taken, and shows it by the receipt alone", async () => {
    const bytes = new Uint8Array(
      await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
        .withExif({ IFD0: { Copyright: "planted" } })
        .jpeg()
        .toBuffer(),
    );
    const files = new File([bytes], "积水.jpg");
    const first = await start();
    const without = await post("/portal/speak", { ...first, words, files, go: "where" });
    expect(without.status).toBe(422);
    expect(without.body).toContain('href="#photoConsent"');
    const lying = await post("/portal/speak", {
      ...first,
      words,
      photoConsent: "yes",
      files: new File(["<script>"], "a.jpg"),
      go: "where",
    });
    expect(lying.body).toContain('href="#files"');
    const second = await post("/portal/speak", { ...first, words, photoConsent: "yes", files, go: "where" });
    expect(second.status, second.body).toBe(200);
    const third = await post("/portal/speak", { ...filled(second.body), go: "reach" });
    const done = await post("/portal/speak", { ...filled(third.body), go: "send" });
    const receipt = receiptOn(done.body);
    const thread = await post("/portal/follow", { receipt });
    const photo = /name="photo" value="([^"]+)"/.exec(thread.body)?.[1] ?? "";
    const shown = await post("/portal/follow/photo", { receipt, photo });
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect(shown.body).not.toContain("planted");
    const other = await spoken(world);
    expect((await post("/portal/follow/photo", { receipt: other.receipt, photo })).status).toBe(404);
    await valid(without, lying, second, thread);
  });

  test("a flood is refused with a way to a person, and the words are still there", async () => {
    const one = await start();
    for (let n = 0; n < 20; n++) await post("/portal/speak", { ...one, submission: randomUUID(), step: "reach", words, go: "send" });
    const refused = await post("/portal/speak", { ...one, step: "reach", words, go: "send" });
    expect(refused.status).toBe(429);
    expect(filled(refused.body)["words"]).toContain("朱庄村东头");
  });

  test("another site cannot speak in somebody's name", async () => {
    const before = await count();
    const refused = await post(
      "/portal/speak",
      { ...(await start()), step: "reach", words, go: "send" },
      { origin: "https://evil.example", host: "here.example" },
    );
    expect([refused.status, refused.headers.get("content-type")]).toEqual([403, "text/html; charset=utf-8"]);
    expect(await count()).toBe(before);
  });
});

describe("following by receipt", () => {
  test("an unknown receipt and a wrong one get the same answer, and the form keeps what was typed", async () => {
    const answers = await Promise.all(["K7M2-9QX-4TD", "nonsense"].map((receipt) => post("/portal/follow", { receipt })));
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(new Set(answers.map(({ body }) => body.replace(/value="[^"]*"/g, ""))).size).toBe(1);
    expect(answers[0]?.body).toContain('value="K7M2-9QX-4TD"');
    await valid(...answers);
  });

  test("the voter adds words, appraises, opens again; a form sent twice adds nothing twice", async () => {
    const voice = await spoken(world);
    const { receipt } = voice;
    const submission = randomUUID();
    const adding = { receipt, act: "add_words", words: "昨天又摔了一个人", submission };
    const added = await post("/portal/follow", adding);
    expect(added.status).toBe(200);
    const again = await post("/portal/follow", adding);
    expect(again.body.split("昨天又摔了一个人").length).toBe(added.body.split("昨天又摔了一个人").length);
    const early = await post("/portal/follow", { receipt, act: "appraise", grade: "SATISFIED" });
    expect(early.status).toBe(409);
    const empty = await post("/portal/follow", { receipt, act: "add_words", words: "", submission });
    expect(empty.status).toBe(422);
    const unsure = await post("/portal/follow", { receipt, act: "withdraw" });
    expect(unsure.status).toBe(422);
    const gone = await post("/portal/follow", { receipt, act: "withdraw", sure: "yes" });
    expect(gone.body).toContain("您已撤回");
    await valid(added, early, empty, unsure, gone);
  });

  test("no page of it is kept on the way, and none puts the receipt into an address", async () => {
    const { receipt } = await spoken(world);
    const thread = await post("/portal/follow", { receipt });
    expect([thread.headers.get("cache-control"), thread.headers.get("referrer-policy")]).toEqual(["no-store", "same-origin"]);
    for (const [, address = ""] of thread.body.matchAll(/(?:href|action|src)="([^"]*)"/g)) expect(address).not.toContain(receipt);
    const short = await world.home.web.request("/r");
    expect([short.status, short.headers.get("location")]).toEqual([303, "/portal/follow"]);
  });
});
