import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "../../src/command/generated.ts";

const linter = join(import.meta.dirname, "../../node_modules/@redocly/cli/bin/cli.js");

test("the OpenAPI document is valid for a strict linter, and says which refusals can come", async () => {
  const document = await openApiDocument();
  const path = join(mkdtempSync(join(tmpdir(), "lianxin-openapi-")), "openapi.json");
  writeFileSync(path, JSON.stringify(document));
  const environment = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const linted = spawnSync(process.execPath, [linter, "lint", path, "--extends=recommended-strict"], {
    encoding: "utf8",
    env: environment,
  });
  expect(linted.status, linted.stdout + linted.stderr).toBe(0);
  expect(document).toMatchObject({
    openapi: "3.1.0",
    paths: { "/api/suggestions/{id}/replies": { post: { responses: { 409: {}, 422: {} } } } },
  });
});

test("a key against repetition is named where it works, and nowhere else", async () => {
  const { paths } = (await openApiDocument()) as { paths: Record<string, { post?: { parameters?: { name: string }[] } }> };
  const named = (path: string) => paths[path]?.post?.parameters?.some(({ name }) => name === "idempotency-key") ?? false;
  expect(["/api/suggestions", "/api/opinions", "/api/voices/{id}/routings"].map(named)).toEqual([true, true, true]);
  // What is told once, and what comes from nobody's account, is not remembered.
  expect(["/api/api-keys", "/api/webhooks", "/api/voices", "/api/public/voices"].map(named)).toEqual([false, false, false, false]);
});
