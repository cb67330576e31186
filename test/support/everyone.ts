import fc from "fast-check";
import { beforeAll } from "vitest";
import { modules, nothing } from "../../src/app.ts";
import { openApiDocument } from "../../src/command/generated.ts";
import { type Schema, valid } from "./arbitrary.ts";
import type { Answer, Caller, TestHouse } from "./house.ts";

/** One of each kind of person, and nobody. */
export const cast = [
  "nobody",
  "deputy",
  "cosigner",
  "peer_deputy",
  "town_deputy",
  "office",
  "government",
  "unit_clerk",
  "unit_leader",
  "co_clerk",
  "presidium",
  "committee",
  "subdistrict_clerk",
  "administrator",
] as const;
export type Persona = (typeof cast)[number];

/** Every contract of the house. */
export const contracts = modules({ ...nothing, demoToAll: true })
  .flatMap((module) => module.routes ?? [])
  .map((route) => route.contract);

const document = (await openApiDocument()) as {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
};

/** An identifier that belongs to nothing. */
export const nobodys = "00000000-0000-7000-8000-000000000000";

interface Bodies {
  readonly all: readonly unknown[];
  /** The place of the last one that was about something else than the body: the contract reads bodies alike for everyone. */
  good: number;
}
const drawn = new Map<string, Bodies>();

/** The same bodies for everyone who calls an endpoint: to draw them takes longer than to send them. */
function bodiesFor(method: string, path: string, tries: number): Bodies {
  const key = `${tries} ${method} ${path}`;
  const known = drawn.get(key);
  if (known) return known;
  const schema = document.paths[path]?.[method]?.requestBody?.content["application/json"]?.schema;
  const all = schema ? fc.sample(valid(schema, document.components.schemas, [nobodys]), { numRuns: tries, seed: 11 }) : [{}];
  const bodies: Bodies = { all, good: 0 };
  drawn.set(key, bodies);
  return bodies;
}

/** Everyone at the door of `world`, to ask for the same thing one after the other. */
export function everyone(world: TestHouse) {
  const callers = new Map<Persona, Caller>();
  beforeAll(async () => {
    for (const persona of cast) callers.set(persona, persona === "nobody" ? world.nobody : await world.as(persona));
  });
  const caller = (persona: Persona): Caller => callers.get(persona)!;
  return {
    caller,
    /** Calls with a body that the schema allows, until the answer is about something else than the body. */
    async ask(persona: Persona, { method, path }: { method: string; path: string }, id: string, tries = 60): Promise<Answer> {
      const address = path.replaceAll(/\{\w+\}/g, id);
      if (method === "get") return caller(persona).get(address);
      if (method === "delete") return caller(persona).delete(address);
      const bodies = bodiesFor(method, path, tries);
      const places = [bodies.good, ...bodies.all.keys().filter((place) => place !== bodies.good)];
      let answer: Answer | undefined;
      for (const place of places) {
        const body = bodies.all[place];
        answer =
          method === "put" ? await caller(persona).put(address, body, { "if-match": "1" }) : await caller(persona).post(address, body);
        if (answer.status === 422) continue;
        // Whoever may not even knock is turned away before his body is read.
        if (answer.status !== 401) bodies.good = place;
        break;
      }
      return answer!;
    },
  };
}
