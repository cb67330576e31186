import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { serve as listen } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { house, migrations } from "../app.ts";
import { demonstrationIn } from "../modules/demonstration/index.ts";
import { isEmpty, issueFirstToken, tokenOf } from "../modules/identity/index.ts";
import { channelsFrom } from "../modules/notices/index.ts";
import { clockStartingAt, systemClock } from "../platform/clock/clock.ts";
import { momentOn } from "../platform/clock/instant.ts";
import type { Database } from "../platform/db/database.ts";
import { migrate, missing } from "../platform/db/migrate.ts";
import { openDatabase } from "../platform/db/open.ts";
import { fileFolder } from "../platform/files/folder.ts";
import { callerBehind } from "../platform/http/caller.ts";
import { assertKeyFits } from "../platform/seal/fits.ts";
import { keyIn } from "../platform/seal/key.ts";
import { sealUnder } from "../platform/seal/seal.ts";
import { loadDemonstration } from "./seed.ts";
import type { Settings } from "./settings.ts";

/** Serves until told to stop. */
export async function serve(settings: Settings): Promise<undefined> {
  const database = await openDatabase(settings);
  const seal = sealUnder(keyIn(settings.folder, settings.key));
  const files = fileFolder(join(settings.folder, "files"));
  await migrate(database, migrations());
  await assertKeyFits(database, seal);
  if (settings.world === "demo" && (await isEmpty(database.read))) await loadDemonstration(database, files, seal);
  const demo = await demonstrationIn(database.read);
  const moving = demo ? clockStartingAt(momentOn(demo.today, 9 * 60)) : undefined;
  const clock = moving ?? systemClock;
  const home = house(database, clock, {
    demo: demo !== undefined,
    demoToAll: settings.demoToAll,
    moveClock: (to) => moving?.move(to),
    files,
    seal,
    callerOf: callerBehind(settings.proxies),
    outside: { channels: channelsFrom(settings), publicUrl: settings.publicUrl, webhookPrivate: settings.webhookPrivate },
  });
  home.web.get("/healthz", async (c) => {
    const fault = await faultOf(database);
    return fault === undefined ? c.json({ status: "ok" }) : c.json({ status: "failing", fault }, 503);
  });
  serveClient(home.web);
  const server = await listening(home.web, settings);
  if (!demo && (await isEmpty(database.read)))
    console.log(
      `lianxin: no one can sign in yet. Open /first-start and make the first administrator with this token, good once: ${await issueFirstToken(database)}`,
    );
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
  await new Promise((done) => server.close(done));
  await home.close();
  await database.close();
}

/**
 * An idle connection is kept for longer than proxies and browsers usually keep theirs (a minute): if we closed it first, what is sent at
 * that moment would meet a closed door.
 */
const keepAliveTimeout = 65_000;

/** Listens, or says what to do when the port is taken. */
function listening(web: ReturnType<typeof house>["web"], { port, host }: Settings): Promise<ReturnType<typeof listen>> {
  return new Promise((done, fail) => {
    const serverOptions = { keepAliveTimeout };
    const server = listen({ fetch: web.fetch, port, hostname: host, serverOptions }, (address) => {
      console.log(`lianxin: ready at http://${host === "127.0.0.1" ? "localhost" : host}:${address.port}`);
      done(server);
    });
    server.once("error", (error: NodeJS.ErrnoException) =>
      fail(error.code === "EADDRINUSE" ? new Error(`port ${port} is taken; stop what uses it, or name another PORT`) : error),
    );
  });
}

/** What keeps the product from working, named; undefined when nothing does. */
async function faultOf(database: Database): Promise<string | undefined> {
  try {
    const open = await missing(database.read, migrations());
    return open.length === 0 ? undefined : `migrations not run: ${open.map((file) => `${file.module}/${file.name}`).join(", ")}`;
  } catch (error) {
    return `database: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const asked = { "cache-control": "no-cache" };
const dist = new URL("../../dist/", import.meta.url).pathname;

function serveClient(web: ReturnType<typeof house>["web"]): void {
  if (!existsSync(`${dist}index.html`)) return;
  const page = readFileSync(`${dist}index.html`, "utf8");
  if (!existsSync(`${dist}without-line.js`))
    throw new Error("dist/ was built from other sources; start it by npm start, which builds it anew");
  const worker = readFileSync(`${dist}without-line.js`, "utf8");
  web.use(
    "/assets/*",
    serveStatic({
      root: dist,
      precompressed: true,
      onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  // Asked for anew each time, as the page is: a new build is taken over at the next visit.
  web.get("/without-line.js", (c) => c.body(worker, 200, { "content-type": "text/javascript; charset=utf-8", ...asked }));
  // Whoever is signed in nowhere has come for the public face.
  web.get("/", async (c, next) => (tokenOf(c.req.raw) ? next() : c.redirect("/portal")));
  // Every address of the client is the same page; the client's router reads the address. A script of another build is none of them.
  const others = ["/api/", "/portal/", "/assets/"];
  web.get("/*", async (c, next) => (others.some((one) => c.req.path.startsWith(one)) ? next() : c.html(page, 200, asked)));
}
