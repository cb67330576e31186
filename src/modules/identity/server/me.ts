import type { z } from "@hono/zod-openapi";
import { sql } from "kysely";
import type { Instant } from "../../../platform/clock/instant.ts";
import { dateIn } from "../../../platform/clock/instant.ts";
import type { Database, Db, Tx } from "../../../platform/db/database.ts";
import { invalid, notFound, type Refusal } from "../../../platform/refusal.ts";
import { duties, dutyNames } from "../access.ts";
import type { Me, SessionView } from "../account-contract.ts";
import type { Actor } from "../actor.ts";
import { update } from "./accounts.ts";
import { hashPassword, passwordFits } from "./password.ts";
import { endSessions } from "./sessions.ts";
import type { IdentityTables } from "./tables.ts";

type MeView = z.output<typeof Me>;

/** Who the actor is, with the names that a greeting and a menu need. */
export async function me(db: Db, actor: Actor, now: Instant, demo: boolean): Promise<MeView | Refusal> {
  const found = await sql<{
    districtName: string;
    totp: boolean;
    mustChangePassword: boolean;
    organisations: Named[];
    congresses: Named[];
  }>`
    select coalesce((select name from area where district = a.district and kind = 'district'), '') as district_name,
      a.totp_secret is not null as totp, a.must_change_password,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name)), '[]') from organisation
        where district = a.district and id = any(${actor.roles.map((role) => role.organisationId)}::uuid[])) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name)), '[]') from congress
        where district = a.district and id = any(${actor.mandates.map((mandate) => mandate.congressId)}::uuid[])) as congresses
    from account a where a.district = ${actor.district} and a.id = ${actor.account}`.execute(db);
  const row = found.rows[0];
  if (!row) return notFound;
  const { organisations, congresses, ...rest } = row;
  const { account, person, name, district } = actor;
  return {
    ...{ account, person, name, district, ...rest, demo, today: dateIn(now) },
    roles: actor.roles.map(({ areaId: _, ...role }) => ({ ...role, organisationName: nameOf(organisations, role.organisationId) })),
    mandates: actor.mandates.map(({ areaId: _, ...mandate }) => ({ ...mandate, congressName: nameOf(congresses, mandate.congressId) })),
    duties: dutyNames.filter((duty) => duties[duty](actor)),
  };
}

interface Named {
  id: string;
  name: string;
}
const nameOf = (all: readonly Named[], id: string): string => all.find((one) => one.id === id)?.name ?? "";

/** The actor's open sessions, the newest first. */
export async function mySessions(db: Db, actor: Actor, machine: Instant): Promise<{ items: z.output<typeof SessionView>[] }> {
  const items = await db
    .withTables<IdentityTables>()
    .selectFrom("signIn")
    .select(["id", "startedAt", "seenAt", "address", "device"])
    .where("district", "=", actor.district)
    .where("accountId", "=", actor.account)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", machine)
    .orderBy("startedAt", "desc")
    .limit(50)
    .execute();
  return { items: items.map((item) => ({ ...item, current: item.id === actor.signIn })) };
}

/** Ends one of the actor's sessions; another's is not found. */
export async function revoke(tx: Tx, actor: Actor, id: string, machine: Instant): Promise<undefined | Refusal> {
  const ended = await endSessions(tx, { district: actor.district, id: actor.account }, { only: id }, machine);
  return ended === 0 ? notFound : undefined;
}

/** Changes the actor's password and ends his other sessions. */
export async function changePassword(
  database: Database,
  actor: Actor,
  body: { current: string; password: string },
  machine: Instant,
): Promise<undefined | Refusal> {
  const account = await accountOf(database.read, actor);
  if (!(await passwordFits(body.current, account.passwordHash))) return invalid({ field: "current", code: "identity.password.wrong" });
  if (body.current === body.password) return invalid({ field: "password", code: "identity.password.same" });
  const passwordHash = await hashPassword(body.password);
  await database.write(async (tx) => {
    await update(tx, actor.district, actor.account, { passwordHash, mustChangePassword: false });
    await endSessions(tx, { district: actor.district, id: actor.account }, { except: actor.signIn }, machine);
  });
}

/** What signing in asks of the actor. */
export function accountOf(db: Db, actor: Actor) {
  const all = db.withTables<IdentityTables>().selectFrom("account").select(["userName", "passwordHash", "totpSecret", "totpUsedStep"]);
  return all.where("district", "=", actor.district).where("id", "=", actor.account).executeTakeFirstOrThrow();
}
