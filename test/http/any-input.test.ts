import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "../../src/command/generated.ts";
import { broken, type Schema, valid } from "../support/arbitrary.ts";
import { type Caller, testHouse } from "../support/house.ts";
import { begin, toReply, toWork } from "../support/suggestion.ts";
import { congresses } from "../world/congresses.ts";
import { organisationId } from "../world/organisations.ts";
import { mandates } from "../world/people.ts";
import { areas } from "../world/places.ts";

const world = testHouse();

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

const document = (await openApiDocument()) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const personas = [
  "nobody",
  "deputy",
  "cosigner",
  "office",
  "government",
  "unit_clerk",
  "unit_leader",
  "presidium",
  "committee",
  "administrator",
] as const;

/** These would end the sessions that the test lives by; they have tests of their own. */
const suicidal = new Set([
  "sign_out",
  "revoke_session",
  "remove_totp",
  "set_account_disabled",
  "reset_password",
  "suspend_mandate",
  "end_mandate",
  "change_mandate",
  "change_role",
  "move_today",
]);

const callers = new Map<string, Caller>();
const ids: string[] = [
  organisationId("transport"),
  organisationId("government_office"),
  areas[3]?.id ?? "",
  congresses[3]?.id ?? "",
  mandates[0]?.id ?? "",
];

beforeAll(async () => {
  for (const persona of personas) callers.set(persona, persona === "nobody" ? world.nobody : await world.as(persona));
  const [draft, working, replied] = [await begin(world), await begin(world), await begin(world)];
  await toWork(working);
  await toWork(replied);
  await toReply(replied);
  ids.push(draft.id, working.id, replied.id);
});

async function send(persona: string, path: string, method: string, input: Input): Promise<{ status: number; body: unknown; type: string }> {
  const query = new URLSearchParams(Object.entries(input.query).map(([name, value]) => [name, String(value)])).toString();
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.params[name] ?? "")));
  const headers: Record<string, string> = input.version === undefined ? {} : { "if-match": input.version };
  const address = filled + (query ? `?${query}` : "");
  const caller = callers.get(persona)!;
  const answer =
    method === "get"
      ? await caller.get(address)
      : method === "delete"
        ? await caller.delete(address)
        : method === "put"
          ? await caller.put(address, input.body ?? {}, headers)
          : await caller.post(address, input.body ?? {}, headers);
  return { status: answer.status, body: answer.body, type: answer.headers.get("content-type") ?? "" };
}

interface Input {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly version: string | undefined;
}

/** Built once: whoever makes one learns all of Unicode by heart. */
const anything = fc.string({ unit: "binary", maxLength: 30 });

function inputs({ operation }: (typeof operations)[number]): fc.Arbitrary<Input> {
  const { schemas } = document.components;
  const of = (place: string, mangled: boolean) =>
    fc.record(
      Object.fromEntries(
        (operation.parameters ?? [])
          .filter((one) => one.in === place)
          .map((one) => [
            one.name,
            mangled ? fc.oneof(valid(one.schema, schemas, ids), anything, fc.constant("../../etc")) : valid(one.schema, schemas, ids),
          ]),
      ),
      { requiredKeys: place === "path" ? undefined : [] } as never,
    );
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const body = schema
    ? fc.oneof(valid(schema, schemas, ids), valid(schema, schemas, ids), broken(valid(schema, schemas, ids)))
    : fc.constant(undefined);
  const version = fc.constantFrom("1", '"1"', '"2"', "soon", undefined);
  return fc.record({
    params: fc.oneof(of("path", false), of("path", false), of("path", true)),
    query: fc.oneof(of("query", false), of("query", true)),
    body,
    version,
  });
}

describe("no input of any role makes the product fail", () => {
  for (const one of operations.filter(({ operation }) => !suicidal.has(operation.operationId)))
    test(`${one.method} ${one.path}`, async () => {
      const samples = fc.sample(fc.tuple(fc.constantFrom(...personas), inputs(one)), { numRuns: 30, seed: 20_230_922 });
      for (const [persona, input] of samples) {
        const { status, body, type } = await send(persona, one.path, one.method, input);
        // To write down what was sent and answered takes long, and is wanted of refusals alone.
        if (status < 400) continue;
        const said = `${persona} ${JSON.stringify(input).slice(0, 400)} → ${JSON.stringify(body).slice(0, 300)}`;
        expect(status, said).toBeLessThan(500);
        if (status < 400) continue;
        const response = one.operation.responses[String(status)];
        expect(response, `${status} is not in the document: ${said}`).toBeDefined();
        // A path that means nothing is refused before anybody knows which standard it would have spoken.
        const promised = [...Object.keys(response?.content ?? {}), ...(status === 404 ? ["application/problem+json"] : [])];
        expect(promised, said).toContain(type.split(";")[0]);
      }
    });
});
