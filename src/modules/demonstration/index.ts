import { z } from "@hono/zod-openapi";
import type { ColumnType } from "kysely";
import { systemClock } from "../../platform/clock/clock.ts";
import { type DateISO, type Instant, momentOn } from "../../platform/clock/instant.ts";
import type { Db, Tx } from "../../platform/db/database.ts";
import { contract } from "../../platform/http/contract.ts";
import { binder } from "../../platform/http/route.ts";
import type { Module } from "../../platform/module.ts";
import { invalid, notFound } from "../../platform/refusal.ts";
import { type Actor, isSecure, openSession } from "../identity/index.ts";

/** One of the made-up people of the demonstration world. */
export interface Persona {
  readonly persona: string;
  readonly name: string;
  readonly title: string;
  readonly account: string;
}

/** The receipt of a made-up voice, to be tried by whoever looks at the demonstration; a real one is shown once and kept by nobody. */
export interface TrialReceipt {
  readonly title: string;
  readonly receipt: string;
}

type DemonstrationTables = {
  demonstration: {
    one?: boolean;
    district: string;
    today: DateISO;
    personas: ColumnType<Persona[], string, string>;
    receipts: ColumnType<TrialReceipt[], string | undefined, string>;
  };
};

export interface Demonstration {
  readonly district: string;
  readonly today: DateISO;
  readonly personas: readonly Persona[];
  readonly receipts: readonly TrialReceipt[];
}

/** The demonstration world of this database; undefined in a real one. */
export async function demonstrationIn(db: Db): Promise<Demonstration | undefined> {
  const found = await db
    .withTables<DemonstrationTables>()
    .selectFrom("demonstration")
    .select(["district", "today", "personas", "receipts"])
    .executeTakeFirst();
  return found;
}

/** Marks this database as a demonstration world. */
export async function markDemonstration(tx: Tx, { district, today, personas }: Omit<Demonstration, "receipts">): Promise<void> {
  await tx
    .withTables<DemonstrationTables>()
    .insertInto("demonstration")
    .values({ district, today, personas: JSON.stringify(personas) })
    .execute();
}

/** Says which receipts can be tried. They follow from the installation's key, so they are known when the world is loaded. */
export async function offerReceipts(tx: Tx, receipts: readonly TrialReceipt[]): Promise<void> {
  await tx
    .withTables<DemonstrationTables>()
    .updateTable("demonstration")
    .set({ receipts: JSON.stringify(receipts) })
    .execute();
}

const PersonaView = z.object({ persona: z.string(), name: z.string(), title: z.string() });
const open = { tag: "demonstration", access: "public", hidden: true } as const;
const list = contract({
  ...open,
  method: "get",
  path: "/api/demo/personas",
  name: "list_persona",
  summary: "People of the demonstration world",
  output: z.object({ items: z.array(PersonaView), receipts: z.array(z.object({ title: z.string(), receipt: z.string() })) }),
  status: 200,
});
const signIn = contract({
  ...open,
  method: "post",
  path: "/api/demo/sign-in",
  name: "sign_in_as_persona",
  summary: "Be one of them",
  body: z.object({ persona: z.string().max(60) }).strict(),
  output: z.object({ signedIn: z.literal(true) }),
  status: 201,
});
const move = contract({
  ...open,
  method: "put",
  path: "/api/demo/today",
  name: "move_today",
  summary: "Move the demonstration world's day",
  body: z.object({ today: z.iso.date() }).strict(),
  output: z.object({ today: z.string() }),
  status: 200,
});

export interface DemonstrationOptions {
  /** Answer other machines too. */
  readonly toAll: boolean;
  readonly moveClock: (to: Instant) => void;
}

/** Sign-in by one click and a movable day. It answers in a demonstration world only, and to this machine only unless told otherwise. */
export function demonstration({ toAll, moveClock }: DemonstrationOptions): Module<Actor> {
  const route = binder<Actor>();
  const world = async (db: Db, address: string) => (toAll || isLoopback(address) ? await demonstrationIn(db) : undefined);
  return {
    name: "demonstration",
    migrations: { module: "demonstration", folder: new URL("./migrations", import.meta.url).pathname },
    routes: [
      route(list, async ({ db, address }) => {
        const found = await world(db, address);
        return found ? { items: found.personas.map(({ account: _, ...persona }) => persona), receipts: [...found.receipts] } : notFound;
      }),
      route(signIn, async ({ db, body, request, address, setHeader }) => {
        const found = await world(db, address);
        if (!found) return notFound;
        const persona = found.personas.find((one) => one.persona === body.persona);
        if (!persona) return invalid({ field: "persona", code: "field.no_such_thing" });
        const from = { address, device: (request.headers.get("user-agent") ?? "").slice(0, 200), secure: isSecure(request) };
        setHeader("set-cookie", await openSession(db, { district: found.district, id: persona.account }, from, systemClock.now()));
        return { signedIn: true } as const;
      }),
      route(move, async ({ db, body, address }) => {
        if (!(await world(db, address))) return notFound;
        const today = body.today as DateISO;
        await db.withTables<DemonstrationTables>().updateTable("demonstration").set({ today }).execute();
        moveClock(momentOn(today, 9 * 60));
        return { today };
      }),
    ],
  };
}

const isLoopback = (address: string): boolean => address === "::1" || /^(::ffff:)?127\./.test(address);
