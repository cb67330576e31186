import { randomUUIDv7 } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { poolOf } from "./place.ts";
import type { Statement } from "./recording.ts";

/** What the bare server is told to do, by the name of the operation. */
export interface Play {
  readonly statements: readonly Statement[];
  /** The identifiers of the request that was recorded; those of the request to answer take their place. */
  readonly ids: readonly string[];
  /** Statements are a handler's own, not the product's: nothing to replace. */
  readonly plain: boolean;
}

/**
 * A handler on `node:http` and `pg` alone: reads JSON, does the same SQL in the same transactions, sends JSON. It knows no
 * session, no permission, no rule, and checks nothing. `node bench/bare.ts URL-OR-FOLDER`, plays as JSON on standard input.
 */
const { pool } = await poolOf(process.argv[2] ?? "");
let text = "";
for await (const chunk of process.stdin) text += chunk;
const plays = new Map(Object.entries(JSON.parse(text) as Record<string, Play>));
const began = Date.now();

const server = createServer(async (request, response) => {
  let sent = "";
  for await (const chunk of request) sent += chunk;
  const { name, ids } = JSON.parse(sent) as { name: string; ids: string[]; body: unknown };
  const play = plays.get(name);
  try {
    const rows = play ? await perform(play, ids) : [];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(rows));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));

async function perform(play: Play, ids: readonly string[]): Promise<unknown[]> {
  const fresh = play.plain ? () => undefined : freshIn(play, ids);
  if (!play.statements.some(({ text }) => text === "begin")) {
    const all: unknown[] = [];
    for (const statement of play.statements) all.push((await pool.query(statement.text, values(statement, fresh))).rows);
    return all;
  }
  const client = await pool.connect();
  try {
    const all: unknown[] = [];
    for (const statement of play.statements) all.push((await client.query(statement.text, values(statement, fresh))).rows);
    return all;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** Stands in for what was recorded: the identifiers of this request, and new ones for what it creates. */
function freshIn({ ids }: Play, now: readonly string[]): (value: string) => string | undefined {
  const known = new Map(ids.map((id, at) => [id, now[at] ?? id]));
  return (value) => {
    if (!known.has(value) && isNew(value)) known.set(value, randomUUIDv7());
    return known.get(value);
  };
}

/** Made while recording: a version 7 identifier of the last hour. */
const isNew = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value) &&
  Math.abs(Number.parseInt(value.slice(0, 13).replace("-", ""), 16) - began) < 3_600_000;

function values({ values }: Statement, fresh: (value: string) => string | undefined): unknown[] {
  const one = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(one) : typeof value === "string" ? (fresh(value) ?? value) : value;
  return values.map(one);
}
