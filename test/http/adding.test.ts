import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testHouse } from "../support/house.ts";
import { filledIn, poster, validPages } from "../support/portal-form.ts";
import { office, openStation, solved, spoken, type VoiceWay } from "../support/voice.ts";
import { district } from "../world/places.ts";

const world = testHouse();
const post = poster(world);
beforeAll(() => openStation(world));
beforeEach(async () => void (await sql`delete from voice_limit`.execute(world.database.read)));

const form = (body: string, act: string) => filledIn(body, `name="act" value="${act}"`);
const look = ({ receipt }: VoiceWay) => post("/portal/follow", { receipt });
const isOpen = (body: string, act: string) => new RegExp(`<details class="box" open>(?:(?!</details>)[\\s\\S])*value="${act}"`).test(body);
const pending = async () =>
  (await sql<{ n: number }>`select count(*) as n from file where district = ${district} and not used`.execute(world.database.read)).rows[0]
    ?.n;

async function photo(name: string): Promise<File> {
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
    .withExif({ IFD0: { Copyright: "planted" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "33/1 59/1 15/1" } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], name);
}

describe("photos with added words", () => {
  test("come in with consent, lose where they were taken, and are seen by the voter and with the addition by the officers", async () => {
    const voice = await spoken(world);
    const start = form((await look(voice)).body, "add_words");
    const whole = { ...start, words: "又塌了一块", files: [await photo("一.jpg"), await photo("二.jpg")] };
    const without = await post("/portal/follow", whole);
    expect(without.status).toBe(422);
    expect(form(without.body, "add_words")["words"]).toBe("又塌了一块");
    expect(isOpen(without.body, "add_words")).toBe(true);
    const added = await post("/portal/follow", { ...whole, photoConsent: "yes" });
    expect(added.status).toBe(200);
    await validPages(without, added);
    const photos = [...added.body.matchAll(/name="photo" value="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(photos).toHaveLength(2);
    for (const one of photos) {
      const shown = await post("/portal/follow/photo", { receipt: voice.receipt, photo: one });
      expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
      expect(shown.body).not.toMatch(/planted|GPS|Exif/);
    }
    const { additions, timeline } = (await voice.sees("committee")).body;
    const step = timeline.find(({ verb }: { verb: string }) => verb === "add_words");
    expect(step.attachments.map(({ name }: { name: string }) => name)).toEqual(["一.jpg", "二.jpg"]);
    expect(Date.parse(step.at)).toBe(Date.parse(additions[0].at));
    // The page is loaded again: the same form once more, and nothing is added.
    await post("/portal/follow", { ...whole, photoConsent: "yes" });
    expect((await voice.sees("committee")).body.additions).toHaveLength(1);
  });

  test("stay in the form while something else is wrong with it; too many are named", async () => {
    const voice = await spoken(world);
    const start = form((await look(voice)).body, "add_words");
    const short = await post("/portal/follow", { ...start, words: "塌", files: await photo("一.jpg"), photoConsent: "yes" });
    expect(short.status).toBe(422);
    expect(short.body).toContain("已收到 1 张照片");
    const kept = form(short.body, "add_words");
    expect(kept).toMatchObject({ submission: start["submission"], photoConsent: "yes", words: "塌" });
    const more = await Promise.all(["二.jpg", "三.jpg", "四.jpg"].map(photo));
    const many = await post("/portal/follow", { ...kept, words: "又塌了", files: more });
    expect([many.status, many.body.includes("照片最多 3 张")]).toEqual([422, true]);
    const done = await post("/portal/follow", { ...form(many.body, "add_words"), words: "又塌了" });
    expect(done.status).toBe(200);
    expect((await voice.thread()).photos.map(({ name }: { name: string }) => name)).toEqual(["一.jpg"]);
    await validPages(short, many, done);
  });

  test("belong to the form that brought them: another form cannot attach them", async () => {
    const [mine, other] = [await spoken(world), await spoken(world)];
    const start = form((await look(mine)).body, "add_words");
    const short = await post("/portal/follow", { ...start, words: "塌", files: await photo("一.jpg"), photoConsent: "yes" });
    const stolen = String(form(short.body, "add_words")["photo"]);
    const foreign = { ...form((await look(other)).body, "add_words"), words: "别人的照片", photo: stolen, photoConsent: "yes" };
    expect((await post("/portal/follow", foreign)).status).toBe(422);
    expect((await other.thread()).photos).toEqual([]);
    const before = await pending();
    expect(
      (await post("/portal/follow", { ...start, words: "又塌了", files: new File(["<script>"], "a.jpg"), photoConsent: "yes" })).status,
    ).toBe(422);
    expect(await pending()).toBe(before);
  });
});

describe("words of a form that the matter has left behind", () => {
  const answered = async (voice: VoiceWay) => {
    await voice.does("committee", "routings", office);
    await voice.does("subdistrict_clerk", "answers", solved);
  };
  const closed = async (voice: VoiceWay) => {
    await answered(voice);
    await voice.voter("appraisals", { grade: "SATISFIED" });
  };

  test("added when it was closed, they stand in the form that opens it again, and are taken there", async () => {
    const voice = await spoken(world);
    const start = form((await look(voice)).body, "add_words");
    await closed(voice);
    const late = await post("/portal/follow", { ...start, words: "昨天又塌了一块", files: await photo("一.jpg"), photoConsent: "yes" });
    expect(late.status).toBe(409);
    expect(late.body).toContain("放到了下面的“没有办好，重新打开”里");
    expect(late.body).toContain("照片没有提交");
    const again = form(late.body, "reopen");
    expect(again["reasons"]).toBe("昨天又塌了一块");
    expect(isOpen(late.body, "reopen")).toBe(true);
    expect((await post("/portal/follow", again)).status).toBe(200);
    await validPages(late);
  });

  test("opened a second time, they stand in the appraisal, or in what is added", async () => {
    const voice = await spoken(world);
    await closed(voice);
    const start = form((await look(voice)).body, "reopen");
    await voice.voter("reopenings", { reasons: "没有修好" });
    const waits = await post("/portal/follow", { ...start, reasons: "一推就倒" });
    expect([waits.status, form(waits.body, "add_words")["words"], isOpen(waits.body, "add_words")]).toEqual([409, "一推就倒", true]);
    await answered(voice);
    const asked = await post("/portal/follow", { ...start, reasons: "一推就倒" });
    expect([asked.status, form(asked.body, "appraise")["reasons"]]).toEqual([409, "一推就倒"]);
    await validPages(waits, asked);
  });

  test("judged when somebody has asked already, they stand in the form that opens it again", async () => {
    const voice = await spoken(world);
    await answered(voice);
    const start = form((await look(voice)).body, "appraise");
    await voice.does("committee", "return-visits", { grade: "BASIC", way: "visit", reasons: null });
    const late = await post("/portal/follow", { ...start, grade: "DISSATISFIED", reasons: "还是漏水" });
    expect([late.status, form(late.body, "reopen")["reasons"]]).toEqual([409, "还是漏水"]);
  });

  test("where no form would take them they are there to be copied", async () => {
    const voice = await spoken(world);
    const start = form((await look(voice)).body, "add_words");
    await voice.voter("withdrawals");
    const words = "撤回以后又想起一件事 <b>";
    const late = await post("/portal/follow", { ...start, words });
    expect(late.status).toBe(409);
    expect(late.body).toMatch(/<textarea id="unsent" rows="4" readonly>\n撤回以后又想起一件事 &lt;b&gt;<\/textarea>/);
    const lost = await post("/portal/follow", { receipt: "K7M2-9QX-4TD", act: "add_words", words, submission: randomUUID() });
    expect([lost.status, lost.body.includes("撤回以后又想起一件事")]).toEqual([404, true]);
    const looked = await post("/portal/follow", { receipt: "K7M2-9QX-4TD", words });
    expect(looked.body).not.toContain("撤回以后");
    await validPages(late, lost);
  });
});
