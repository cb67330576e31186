import type pg from "pg";
import { house, nothing } from "../src/app.ts";
import { clockStartingAt } from "../src/platform/clock/clock.ts";
import { momentOn } from "../src/platform/clock/instant.ts";
import { databaseOver } from "../src/platform/db/database.ts";
import { worldToday } from "../test/world/load.ts";
import type { Operation } from "./operations.ts";
import { type Place, poolOf } from "./place.ts";

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements of one request, in their order, and what came back. */
export interface Recording {
  readonly statements: readonly Statement[];
  readonly body: string;
}

/** Listens to every statement that a pool is asked for. */
function listening(pool: pg.Pool, heard: Statement[]): pg.Pool {
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const known = new WeakSet<object>();
  const listen = (client: pg.PoolClient) => {
    if (known.has(client)) return client;
    known.add(client);
    const query = client.query.bind(client) as (asked: Statement) => Promise<unknown>;
    return Object.assign(client, {
      query: (asked: Statement) => {
        heard.push({ text: asked.text, values: asked.values });
        return query(asked);
      },
    });
  };
  return Object.assign(pool, { connect: async () => listen(await connect()) });
}

/** Lets the product do each operation once and notes the SQL it takes, without that of knowing who asks. */
export async function record({ url, folder }: Place, operations: readonly Operation[]): Promise<Map<string, Recording>> {
  const heard: Statement[] = [];
  const { pool, end } = await poolOf(url ?? folder ?? "", 1);
  const database = databaseOver(listening(pool, heard), url ? "server" : "embedded", async () => {});
  const clock = clockStartingAt(momentOn(worldToday, 9 * 60));
  const home = house(database, clock, { ...nothing, demoToAll: true });
  await home.pump.stop();
  const found = new Map<string, Recording>();
  for (const operation of operations) {
    const cookie = await signedIn(home.web, operation.persona);
    const { path, method, body } = operation.request(0);
    const headers = { cookie, "content-type": "application/json", host: "localhost" };
    const ask = () =>
      home.web.request(`http://localhost${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    heard.length = 0;
    const answer = await ask();
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${operation.name}: ${answer.status} ${text}`);
    found.set(operation.name, { statements: heard.filter(({ text }) => !/from sign_in|update "sign_in"/.test(text)), body: text });
  }
  await home.close();
  await database.close();
  if (folder) await end();
  return found;
}

async function signedIn(web: ReturnType<typeof house>["web"], persona: string): Promise<string> {
  const headers = { "content-type": "application/json", host: "localhost" };
  const answer = await web.request("http://localhost/api/demo/sign-in", { method: "POST", headers, body: JSON.stringify({ persona }) });
  if (answer.status !== 201) throw new Error(await answer.text());
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}
