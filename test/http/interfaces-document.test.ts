import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { publicTypes } from "../../src/modules/interfaces/terms.ts";
import { testHouse } from "../support/house.ts";
import { added, openStation } from "../support/station.ts";
import { office, voiceWay } from "../support/voice.ts";
import { areas } from "../world/places.ts";

const text = readFileSync(new URL("../../docs/interfaces.md", import.meta.url), "utf8");
const world = testHouse({ outside: { channels: [], publicUrl: "https://lianxin.example.org", webhookPrivate: false } });

interface Example {
  readonly request: string;
  /** What it says the answer looks like. */
  readonly answer: string | undefined;
}
const examples: Example[] = [...text.matchAll(/```http\n([\s\S]*?)\n```\n(?:```json\n([\s\S]*?)\n```)?/g)].map(([, request, answer]) => ({
  request: request ?? "",
  answer,
}));
const block = (after: string): string => /```json\n([\s\S]*?)\n```/.exec(text.slice(text.indexOf(after)))?.[1] ?? "";

/** What stands in braces in the document. */
const named: Record<string, string> = {
  station: "KS01",
  town: "340602001",
  village: areas.find(({ name }) => name === "朱庄社区")?.code ?? "",
};

beforeAll(async () => {
  const { deputy } = await openStation(world);
  named["deputy"] = deputy.slice(-10);
  const administrator = await world.as("administrator");
  named["key"] = (await added(administrator, "/api/api-keys", { name: "平台", scopes: ["open311"] })).key;
  named["group"] = (await administrator.get("/api/deputy-groups?limit=1")).body.items[0].id;
});

const filled = (of: string): string => of.replaceAll(/\{(\w+)\}/g, (_, name: string) => named[name] ?? `missing-${name}`);

async function send(request: string) {
  const [head = "", body] = request.split("\n\n");
  const [first = "", ...lines] = head.split("\n");
  const [method = "", path = ""] = first.split(" ");
  const headers = Object.fromEntries(lines.map((line) => line.split(": ") as [string, string]));
  return await world.home.web.request(filled(path), { method, headers, ...(body ? { body: encodeURI(filled(body)) } : {}) });
}

/** The same names and kinds of values, all the way down; an empty list and nothing say nothing about what could stand there. */
function alike(shown: unknown, real: unknown, at: string): void {
  if (shown === null || real === null) return;
  expect(Array.isArray(real), at).toBe(Array.isArray(shown));
  expect(typeof real, at).toBe(typeof shown);
  if (typeof shown !== "object" || (Array.isArray(real) && real.length === 0)) return;
  if (Array.isArray(shown) && Array.isArray(real)) {
    alike(shown[0], real[0], `${at}[0]`);
    return;
  }
  expect(Object.keys(real as object).sort(), at).toEqual(Object.keys(shown as object).sort());
  for (const [name, value] of Object.entries(shown)) alike(value, (real as Record<string, unknown>)[name], `${at}.${name}`);
}

describe("the examples of docs/interfaces.md", () => {
  test("are there", () => expect(examples.length).toBeGreaterThan(18));

  for (const { request, answer } of examples)
    test(request.split("\n")[0] ?? "", async () => {
      const response = await send(request);
      const body = await response.text();
      expect(response.status, body.slice(0, 300)).toBe(200);
      if (answer === undefined) return;
      const real = JSON.parse(body);
      if (answer.startsWith("[")) expect(real.length, "there is one to look at").toBeGreaterThan(0);
      alike(JSON.parse(answer), real, "answer");
      if (!request.startsWith("POST")) return;
      // What follows in the document is about this one.
      named["request"] = real[0].service_request_id;
      named["receipt"] = /\w{4}-\w{3}-\w{3}/.exec(real[0].service_notice)?.[0] ?? "";
      const way = voiceWay(world, named["request"] ?? "", named["receipt"] ?? "");
      await way.does("committee", "routings", office);
      await way.does("committee", "publications", { publicWords: "村东头道路破损" });
    });

  test("the check of a signature is the one that is made", () => {
    const code = /```js\n([\s\S]*?)\n```/.exec(text)?.[1]?.replace("const expected", "globalThis.expected") ?? "";
    const given = { createHmac, secret: "s", timestamp: "1695344400", body: "{}", expected: "" };
    runInNewContext(code, given);
    expect(given.expected).toBe(`sha256=${createHmac("sha256", "s").update("1695344400.{}").digest("hex")}`);
  });

  test("the message to systems and the kinds of facts are those of the product", () => {
    expect(JSON.parse(block("## Messages to systems")).type).toBe("reception.announced");
    for (const type of publicTypes) {
      const [subject = "", what = ""] = type.split(".");
      expect(text, type).toMatch(new RegExp(`\`${subject}\\.\\w+\`.*|\`\\.${what}\``));
      expect(text.includes(`\`${type}\``) || text.includes(`\`.${what}\``), type).toBe(true);
    }
  });
});
