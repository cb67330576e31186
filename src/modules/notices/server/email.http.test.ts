import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { begin } from "../../../../test/support/suggestion.ts";
import { instant } from "../../../platform/clock/instant.ts";
import { sweepOnce } from "../../../platform/jobs/sweeps.ts";
import type { Channel, Message } from "./channels/channel.ts";

const letters: Message[] = [];
let down = false;
const mail: Channel = {
  name: "mail",
  async send(message) {
    if (down) throw new Error("the mail server is down");
    letters.push(message);
  },
};
const world = testHouse({ outside: { channels: [mail], publicUrl: "https://lianxin.example.org", webhookPrivate: false } });
beforeEach(() => {
  letters.length = 0;
  down = false;
});

const at = { codes: "/api/me/notice-email-codes", confirmations: "/api/me/notice-email-confirmations", choices: "/api/me/notice-choices" };
const give = async (persona: string, email: string | null) => {
  const caller = await world.as(persona);
  const choices = [{ channel: "mail", kind: "act", timing: "at_once" }];
  expect((await caller.put(at.choices, { email, quiet: null, choices })).status).toBe(200);
  return caller;
};
const codeIn = ({ text }: Message): string => /\d{6}/.exec(text)?.[0] ?? "";
const another = (code: string): string => (code === "000000" ? "000001" : "000000");
/** Lets time pass for the codes of everyone. */
const later = (minutes: number) =>
  sql`update notice_email_code set sent_at = (select array_agg(t - make_interval(mins => ${minutes}) order by t) from unnest(sent_at) t)`.execute(
    world.database.read,
  );

test("an address is used only after the code that came to it was entered", async () => {
  const office = await give("office", "lianluo@example.org");
  const submit = async () => {
    const way = await begin(world);
    await way.does("deputy", "submissions");
    await world.home.pump.drain();
    const sweeps = world.home.modules.flatMap(({ sweeps = [] }) => sweeps).filter(({ name }) => name === "notices.deliver");
    await sweepOnce(world.database, sweeps, instant("2023-09-22T06:00:00Z"));
  };
  await submit();
  expect(letters).toEqual([]);
  expect((await office.post(at.codes)).body).toEqual({ email: "lianluo@example.org" });
  const [letter] = letters.splice(0);
  expect(letter).toMatchObject({ to: "lianluo@example.org", link: "https://lianxin.example.org/notice-choices", events: [] });
  const code = codeIn(letter!);
  expect((await office.post(at.confirmations, { code: another(code) })).body.errors).toEqual([
    { field: "code", code: "notices.email.wrong_code", message: "验证码不对，请核对邮件" },
  ]);
  expect((await office.post(at.confirmations, { code })).body).toMatchObject({ email: "lianluo@example.org", emailConfirmed: true });
  expect((await office.post(at.confirmations, { code })).status, "a code opens once").toBe(409);
  expect((await office.post(at.codes)).status, "nothing is left to confirm").toBe(409);
  await submit();
  expect(letters.map(({ to }) => to)).toEqual(["lianluo@example.org"]);
  expect((await world.facts("notice.email_confirmed")).map(({ data }) => data)).toEqual([{}]);
});

test("another address wants another code, the same one does not", async () => {
  const office = await give("office", "lianluo@example.org");
  expect((await office.get(at.choices)).body.emailConfirmed).toBe(true);
  await give("office", "lianluo2@example.org");
  expect((await office.get(at.choices)).body.emailConfirmed).toBe(false);
  await later(2);
  await office.post(at.codes);
  const code = codeIn(letters[0]!);
  await give("office", "fremd@example.org");
  expect((await office.post(at.confirmations, { code })).status, "a code for one address opens no other").toBe(409);
  await give("office", null);
  expect((await office.post(at.codes)).body.detail).toBe("请先填写并保存电子邮箱");
});

test("the database alone does not give a code away", async () => {
  const unit = await give("unit_clerk", "jiaotong@example.org");
  await unit.post(at.codes);
  const { rows } = await sql<{ code: string }>`select code from notice_email_code where email = 'jiaotong@example.org'`.execute(
    world.database.read,
  );
  expect(rows[0]?.code).not.toContain(codeIn(letters[0]!));
});

test("five wrong codes wear it out, and half an hour ends it", async () => {
  const deputy = await give("deputy", "daibiao@example.org");
  await deputy.post(at.codes);
  const code = codeIn(letters[0]!);
  for (let tries = 0; tries < 5; tries++) expect((await deputy.post(at.confirmations, { code: another(code) })).status).toBe(422);
  expect((await deputy.post(at.confirmations, { code })).body.detail).toBe("输错次数太多，请重新发送验证码");
  await later(2);
  await deputy.post(at.codes);
  await later(30);
  expect((await deputy.post(at.confirmations, { code: codeIn(letters[1]!) })).body.detail).toBe("验证码已过期，请重新发送");
});

test("codes are not sent at will: neither by one account, nor by several to one address", async () => {
  const cosigner = await give("cosigner", "shared@example.org");
  expect((await cosigner.post(at.codes)).status).toBe(201);
  const again = await cosigner.post(at.codes);
  expect([again.status, Number(again.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
  for (const persona of ["government", "presidium"])
    expect((await (await give(persona, "Shared@example.org")).post(at.codes)).status).toBe(201);
  expect((await (await give("committee", "shared@example.org")).post(at.codes)).status).toBe(429);
  expect(letters).toHaveLength(3);
});

test("a letter that could not be sent is told, and can be asked for again", async () => {
  const clerk = await give("co_clerk", "chengguan@example.org");
  down = true;
  expect((await clerk.post(at.codes)).body.detail).toBe("验证码没有发出去，请检查邮箱地址，稍后再试");
  down = false;
  await later(1);
  expect((await clerk.post(at.codes)).status).toBe(201);
  expect((await world.nobody.post(at.codes)).status).toBe(401);
});
