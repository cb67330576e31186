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
