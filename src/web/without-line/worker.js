// Opens one page of the client where there is no line, from what was fetched while there was one. It keeps the build's own
// files and nothing that the house answered. `build` stands above this line: the build writes it there.
const language = new URLSearchParams(self.location.search).get("language") ?? "";
const files = [...build.files, ...(build.languages[language] ?? [])];
const mine = "lianxin.without-line.";
const name = `${mine}${build.name}.${language}`;
/** The address of the page, and the name under which it is kept. */
const page = self.registration.scope;
/** A line this slow is none: the page that is kept is shown. In milliseconds. */
const patience = 4000;

self.addEventListener("install", (event) => event.waitUntil(fetchAll()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate" && pathname === new URL(page).pathname) event.respondWith(opened(request));
  else if (files.includes(pathname)) event.respondWith(kept(request));
});

/** Takes over at once: what is open now was fetched from the house, and is of this build or has what it needs. */
async function fetchAll() {
  const cache = await caches.open(name);
  await cache.addAll(files);
  // The page comes last. If the house was renewed meanwhile it asks for other scripts, and the next visit tries again.
  const asked = await fetch(page, { cache: "reload" });
  if (!asked.ok || !(await asked.clone().text()).includes(build.entry)) throw new Error("the house was renewed meanwhile");
  await cache.put(page, asked);
  await self.skipWaiting();
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((one) => one.startsWith(mine) && one !== name);
  await Promise.all(others.map((one) => caches.delete(one)));
}

/** The house's own answer, so that nobody stays on an old build; the one that is kept where none comes. */
async function opened(request) {
  const before = await stored(page);
  const asked = fetch(request);
  if (!before) return asked;
  const answered = asked.then(
    (answer) => (answer.status < 500 ? answer : before),
    () => before,
  );
  const late = new Promise((done) => setTimeout(() => done(before), patience));
  return Promise.race([answered, late]);
}

const kept = async (request) => (await stored(request.url)) ?? fetch(request);
const stored = async (url) => (await caches.open(name)).match(url, { ignoreVary: true });
