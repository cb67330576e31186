import openapiTS, { astToString } from "openapi-typescript";
import pg from "pg";
import { house } from "../app.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { databaseOver } from "../platform/db/database.ts";

export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** Every file that is derived from the code; a test holds the checked-in ones against this. */
export async function generated(): Promise<Generated[]> {
  return [{ path: "src/web/api/schema.d.ts", text: await clientTypes() }];
}

/** The OpenAPI document as the product serves it, without a database behind it. */
export async function openApiDocument(): Promise<Record<string, unknown>> {
  const pool = new pg.Pool();
  const database = databaseOver(pool, "server", async () => {});
  const home = house(database, systemClock, { demo: true, demoToAll: false, moveClock: () => {} });
  const response = await home.web.request("/api/openapi.json");
  const document = (await response.json()) as Record<string, unknown>;
  await home.close();
  await database.close();
  return document;
}

async function clientTypes(): Promise<string> {
  const document = await openApiDocument();
  return `// Generated from the OpenAPI document by \`npm run generate\`; do not edit.\n${astToString(await openapiTS(JSON.stringify(document)))}`;
}
