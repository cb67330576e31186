import openapiTS, { astToString } from "openapi-typescript";
import pg from "pg";
import { house, modules, nothing } from "../app.ts";
import { systemClock } from "../platform/clock/clock.ts";
import { databaseOver } from "../platform/db/database.ts";
import en from "../platform/i18n/messages/en.json" with { type: "json" };
import zh from "../platform/i18n/messages/zh-CN.json" with { type: "json" };
import { catalogue, speak } from "../platform/i18n/words.ts";

export interface Generated {
  readonly path: string;
  readonly text: string;
}

/** Every file that is derived from the code; a test holds the checked-in ones against this. */
export async function generated(): Promise<Generated[]> {
  return [{ path: "src/web/api/schema.d.ts", text: await clientTypes() }, ...lifecycles()];
}

/** A page with diagrams for each life cycle, from the modules' own tables. */
function lifecycles(): Generated[] {
  const all = modules({ ...nothing, demo: false });
  const words = speak(catalogue([{ "zh-CN": zh, en }, ...all.flatMap((module) => module.messages ?? [])]))("zh-CN");
  return all.flatMap((module) => (module.diagram ? [{ path: `docs/lifecycles/${module.name}.md`, text: module.diagram(words) }] : []));
}

/** The OpenAPI document as the product serves it, without a database behind it. */
export async function openApiDocument(): Promise<Record<string, unknown>> {
  const pool = new pg.Pool();
  const database = databaseOver(pool, "server", async () => {});
  const home = house(database, systemClock, nothing);
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
