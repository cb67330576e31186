import { createHash, randomBytes, randomUUIDv7 } from "node:crypto";
import type { Instant } from "../../../platform/clock/instant.ts";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Database, Db } from "../../../platform/db/database.ts";
import { record } from "../../../platform/ledger/record.ts";
import { invalid, type Refusal, Refused, refuse } from "../../../platform/refusal.ts";
import { nameKey } from "./collections.ts";
import { hashPassword } from "./password.ts";
import type { IdentityTables } from "./tables.ts";

const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Is nobody there yet who could sign in? */
export async function isEmpty(db: Db): Promise<boolean> {
  const found = await db.withTables<IdentityTables>().selectFrom("account").select("id").limit(1).executeTakeFirst();
  return found === undefined;
}

/** A fresh one-time token for the first administrator; an earlier one no longer works. */
export async function issueFirstToken(database: Database): Promise<string> {
  const token = randomBytes(18).toString("base64url");
  await database.write((tx) =>
    tx
      .withTables<IdentityTables>()
      .insertInto("firstStart")
      .values({ tokenDigest: digestOf(token), usedAt: null })
      .onConflict((on) => on.column("one").doUpdateSet({ tokenDigest: digestOf(token), usedAt: null }))
      .execute(),
  );
  return token;
}

export interface FirstAdministrator {
  token: string;
  districtCode: string;
  districtName: string;
  name: string;
  userName: string;
  password: string;
}

/** Makes the district, its deputies' liaison office and the first administrator, once. */
export async function makeFirstAdministrator(
  database: Database,
  body: FirstAdministrator,
  now: Instant,
): Promise<{ district: string; id: string } | Refusal> {
  const passwordHash = await hashPassword(body.password);
  return await database.write(async (tx) => {
    const tables = tx.withTables<IdentityTables>();
    if (!(await isEmpty(tx))) throw new Refused(refuse("conflict", { code: "identity.first_start.done" }));
    const used = await tables
      .updateTable("firstStart")
      .set({ usedAt: now })
      .where("tokenDigest", "=", digestOf(body.token))
      .where("usedAt", "is", null)
      .executeTakeFirst();
    if (Number(used.numUpdatedRows) === 0) throw new Refused(invalid({ field: "token", code: "identity.first_start.wrong_token" }));
    const [district, area, office, person, account] = [body.districtCode, randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
    const startsOn = dateIn(now);
    await tables
      .insertInto("area")
      .values({
        district,
        id: area,
        code: district,
        kind: "district",
        name: body.districtName,
        parentId: null,
        sortKey: district,
        retiredOn: null,
      })
      .execute();
    const officeName = `${body.districtName}人大代表联络室`;
    const organisation = {
      district,
      id: office,
      kind: "deputy_office",
      name: officeName,
      shortName: "代表联络室",
      areaId: area,
      sortKey: nameKey(officeName),
    } as const;
    await tables
      .insertInto("organisation")
      .values({ ...organisation, parentId: null, phone: null, foundedOn: null, dissolvedOn: null })
      .execute();
    const blank = { gender: null, nationality: null, bornIn: null, politicalStatus: null, education: null, occupation: null, phone: null };
    await tables
      .insertInto("person")
      .values({ district, id: person, name: body.name, sortKey: nameKey(body.name), ...blank })
      .execute();
    await tables
      .insertInto("role")
      .values({ district, id: randomUUIDv7(), personId: person, organisationId: office, name: "administrator", startsOn, endsOn: null })
      .execute();
    const settings = { phone: null, totpSecret: null, totpUsedStep: null, lockedUntil: null };
    await tables
      .insertInto("account")
      .values({ district, id: account, personId: person, userName: body.userName, passwordHash, ...settings })
      .execute();
    await record(tx, {
      district,
      id: randomUUIDv7(),
      at: now,
      actor: account,
      subjectType: "account",
      subjectId: account,
      type: "account.first_made",
      version: 1,
      data: {},
    });
    return { district, id: account };
  });
}
