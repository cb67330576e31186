import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testHouse } from "../../../../test/support/house.ts";
import { authenticator, codeStep, newSecret } from "./second-factor.ts";

const world = testHouse();

/** Makes an account for a new person and returns how to sign in with it. */
async function newcomer(userName: string) {
  const administrator = await world.as("administrator");
  const person = await administrator.post("/api/people", { name: "司马清远" });
  const account = await administrator.post("/api/accounts", { personId: person.body.id, userName, phone: null });
  expect(account.status).toBe(201);
  const signIn = (password: string, code?: string) =>
    world.nobody.post("/api/sessions", { name: userName, password, ...(code ? { code } : {}) });
  const cookieOf = (answer: { headers: Headers }) => ({ cookie: answer.headers.get("set-cookie")?.split(";")[0] ?? "" });
  return { id: account.body.id as string, password: account.body.firstPassword as string, signIn, cookieOf, administrator };
}

describe("signing in", () => {
  test("a first password opens, must be changed, and other sessions end with it", async () => {
    const one = await newcomer("first");
    const [here, there] = [one.cookieOf(await one.signIn(one.password)), one.cookieOf(await one.signIn(one.password))];
    expect((await world.nobody.get("/api/me", here)).body.mustChangePassword).toBe(true);
    expect((await world.nobody.put("/api/me/password", { current: "wrong", password: "a-long-enough-one" }, here)).status).toBe(422);
    expect((await world.nobody.put("/api/me/password", { current: one.password, password: "short" }, here)).body.errors[0].field).toBe(
      "password",
    );
    expect((await world.nobody.put("/api/me/password", { current: one.password, password: "a-long-enough-one" }, here)).status).toBe(204);
    expect((await world.nobody.get("/api/me", here)).status).toBe(200);
    expect((await world.nobody.get("/api/me", there)).status).toBe(401);
    expect((await one.signIn("a-long-enough-one")).status).toBe(201);
  });

  test("five wrong passwords rest the account, whatever comes next; the answer never says whether the account exists", async () => {
    const one = await newcomer("locked");
    const wrong = await one.signIn("not this one");
    const nobody = await world.nobody.post("/api/sessions", { name: "no-such-account", password: "not this one" });
    expect(nobody.body).toEqual(wrong.body);
    for (let attempt = 0; attempt < 4; attempt++) await one.signIn("not this one");
    const rested = await one.signIn(one.password);
    expect(rested).toMatchObject({ status: 429, body: { code: "identity.sign_in.account_rests" } });
    expect(Number(rested.headers.get("retry-after"))).toBeGreaterThan(200);
    expect((await one.administrator.post(`/api/accounts/${one.id}/password-resets`)).status).toBe(201);
    const log = await one.administrator.get("/api/sign-in-attempts");
    expect(log.body.items[0]).toMatchObject({ userName: "locked", outcome: "failed" });
  });

  test("a second factor is asked for once it is proven, and each code is good once", async () => {
    const one = await newcomer("second");
    const me = one.cookieOf(await one.signIn(one.password));
    const { secret } = (await world.nobody.post("/api/me/totp-proposals", {}, me)).body;
    expect((await world.nobody.put("/api/me/totp", { secret, code: "000000" }, me)).status).toBe(422);
    const code = (ahead = 0) => authenticator(secret).generate({ timestamp: Date.now() + ahead });
    expect((await world.nobody.put("/api/me/totp", { secret, code: code(-30_000) }, me)).status).toBe(204);
    expect((await one.signIn(one.password)).body.code).toBe("identity.sign_in.code_wanted");
    const used = code();
    expect((await one.signIn(one.password, used)).status).toBe(201);
    expect((await one.signIn(one.password, used)).status).toBe(401);
    expect((await one.signIn(one.password, code(30_000))).status).toBe(201);
  });

  test("the secret is sealed, a last code switches it off, and a lost phone is the administrator's business", async () => {
    const one = await newcomer("sealed");
    const me = one.cookieOf(await one.signIn(one.password));
    const { secret } = (await world.nobody.post("/api/me/totp-proposals", {}, me)).body;
    const code = (ahead = 0) => authenticator(secret).generate({ timestamp: Date.now() + ahead });
    const first = code(-30_000);
    await world.nobody.put("/api/me/totp", { secret, code: first }, me);
    const { rows } = await sql<{ totpSecret: string }>`select totp_secret from account where id = ${one.id}`.execute(world.database.read);
    expect(rows[0]?.totpSecret).toMatch(/^v1\./);
    expect(rows[0]?.totpSecret).not.toContain(secret);
    expect((await world.nobody.post("/api/me/totp-removals", { code: first }, me)).body.errors[0].code).toBe("identity.totp.wrong_code");
    expect((await world.nobody.post("/api/me/totp-removals", { code: code() }, me)).status).toBe(204);
    expect((await one.signIn(one.password)).status).toBe(201);
    await world.nobody.put("/api/me/totp", { secret, code: code() }, me);
    expect((await one.administrator.post(`/api/accounts/${one.id}/totp-removals`)).body).toMatchObject({ totp: false });
    expect((await world.nobody.get("/api/me", me)).status).toBe(401);
    expect((await one.signIn(one.password)).status).toBe(201);
  });

  test("an administrator cannot shut himself out", async () => {
    const administrator = await world.as("administrator");
    const { account } = (await administrator.get("/api/me")).body;
    const answer = await administrator.put(`/api/accounts/${account}/disabled`, { disabled: true });
    expect([answer.status, answer.body.code]).toEqual([409, "identity.account.not_oneself"]);
  });

  test("a code belongs to its half minute and its neighbours, by RFC 6238", () => {
    const secret = newSecret();
    const at = "2023-09-22T01:00:00.000Z" as never;
    const code = authenticator(secret).generate({ timestamp: Date.parse(at) });
    expect(codeStep(secret, code, at)).toBe(Math.floor(Date.parse(at) / 30_000));
    expect(codeStep(secret, code, "2023-09-22T01:01:05.000Z" as never)).toBeNull();
  });

  test("sessions can be seen and ended one by one; another's is not found; a disabled account is out at once", async () => {
    const one = await newcomer("sessions");
    const [here, there] = [one.cookieOf(await one.signIn(one.password)), one.cookieOf(await one.signIn(one.password))];
    const listed = (await world.nobody.get("/api/sessions", here)).body.items as { id: string; current: boolean }[];
    expect(listed).toHaveLength(2);
    const other = listed.find((session) => !session.current)?.id ?? "";
    expect((await (await world.as("deputy")).delete(`/api/sessions/${other}`)).status).toBe(404);
    const gone = await world.home.web.request(`/api/sessions/${other}`, { method: "DELETE", headers: here });
    expect(gone.status).toBe(204);
    expect((await world.nobody.get("/api/me", there)).status).toBe(401);
    await one.administrator.put(`/api/accounts/${one.id}/disabled`, { disabled: true });
    expect((await world.nobody.get("/api/me", here)).status).toBe(401);
    expect((await one.signIn(one.password)).status).toBe(401);
  });

  test("another site cannot act for whoever is signed in here", async () => {
    const deputy = await world.as("deputy");
    for (const headers of [{ origin: "https://elsewhere.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }])
      expect((await deputy.post("/api/suggestions", {}, headers as Record<string, string>)).body.code).toBe("problem.foreign_origin");
    expect((await deputy.post("/api/suggestions", {}, { "content-type": "text/plain" })).status).toBe(415);
  });
});

describe("keeping the roll", () => {
  test("a stale version is refused, a missing one asked for, a double name named", async () => {
    const keeper = await world.as("administrator");
    const fields = {
      kind: "other_unit",
      name: "杜集区档案馆",
      shortName: "区档案馆",
      areaId: (await keeper.get("/api/areas?kind=district")).body.items[0].id,
    };
    const made = await keeper.post("/api/organisations", fields);
    expect(made.headers.get("etag")).toBe('"1"');
    const at = `/api/organisations/${made.body.id}`;
    expect((await keeper.put(at, fields)).status).toBe(428);
    expect((await keeper.put(at, { ...fields, phone: "0561-3090000" }, { "if-match": '"1"' })).body).toMatchObject({
      phone: "0561-3090000",
      version: 2,
    });
    expect((await keeper.put(at, fields, { "if-match": '"1"' })).status).toBe(412);
    const twice = await keeper.post("/api/organisations", fields);
    expect(twice).toMatchObject({ status: 409 });
    expect(twice.body.detail).not.toContain("constraint.");
    expect((await keeper.post("/api/organisations", { ...fields, name: "另一个", areaId: made.body.id })).body.errors).toEqual([
      expect.objectContaining({ field: "areaId" }),
    ]);
  });

  test("a suspended mandate loses every act and keeps the sight of its own", async () => {
    const [keeper, deputy] = [await world.as("administrator"), await world.as("peer_deputy")];
    const mandateId = (await deputy.get("/api/me")).body.mandates[0].id;
    const paper = { title: "关于增设公交站点的建议", category: "roads", mandateId };
    const drafted = await deputy.post("/api/suggestions", paper);
    const step = { effectiveOn: "2023-09-22", ground: "detained", documentNo: null, note: null };
    expect((await keeper.post(`/api/mandates/${mandateId}/suspensions`, { ...step, ground: "whim" })).status).toBe(422);
    expect((await keeper.post(`/api/mandates/${mandateId}/suspensions`, step)).body.status).toBe("suspended");
    expect((await deputy.post("/api/suggestions", paper)).status).toBe(403);
    expect((await deputy.post(`/api/suggestions/${drafted.body.id}/submissions`)).status).toBe(403);
    expect((await deputy.get(`/api/suggestions/${drafted.body.id}`)).body.can).toEqual([]);
    await keeper.post(`/api/mandates/${mandateId}/resumptions`, { ...step, ground: null });
    expect((await deputy.post("/api/suggestions", paper)).status).toBe(201);
  });
});
