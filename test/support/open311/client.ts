import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { TestHouse } from "../house.ts";
import { isPublished, publishedFaults } from "./published.ts";
import { type Document, jsonFaults } from "./schemas.ts";

const xsd = readFileSync(new URL("./georeport-v2.xsd", import.meta.url), "utf8");

// biome-ignore lint/suspicious/noExplicitAny: the schema of the standard has just been held against it.
type Json = any;

/** Asks for a document of GeoReport v2 in both forms, holds each against the standard and the published schema, and gives the JSON and the XML. */
export async function asked(
  world: TestHouse,
  path: string,
  document: Document,
  query = "",
  status = 200,
): Promise<{ json: Json; xml: string }> {
  const at = (ending: string) => world.nobody.get(`/open311/v2/${path}.${ending}${query}`);
  const [json, xml] = [await at("json"), await at("xml")];
  expect([json.status, xml.status], `${path} ${JSON.stringify(json.body)}`).toEqual([status, status]);
  holds(document, json.body, json.headers);
  await holdsXml(xml.body, xml.headers);
  return { json: json.body, xml: xml.body };
}

/** Posts a form the way other systems do. */
export async function posted(
  world: TestHouse,
  ending: "json" | "xml",
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const response = await world.home.web.request(`/open311/v2/requests.${ending}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8", ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  const text = await response.text();
  if (ending === "xml") await holdsXml(text, response.headers);
  else holds(response.ok ? "created" : "errors", JSON.parse(text), response.headers);
  return { status: response.status, text, json: (ending === "json" ? JSON.parse(text) : undefined) as Json, headers: response.headers };
}

function holds(document: Document, json: unknown, headers: Headers): void {
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(jsonFaults(document, json), JSON.stringify(json).slice(0, 500)).toEqual([]);
  if (isPublished(document)) expect(publishedFaults(document, json), JSON.stringify(json).slice(0, 500)).toEqual([]);
}

async function holdsXml(xml: string, headers: Headers): Promise<void> {
  expect(headers.get("content-type")).toBe("text/xml; charset=utf-8");
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  const { valid, errors } = await validateXML({
    xml: { fileName: "answer.xml", contents: xml },
    schema: { fileName: "georeport-v2.xsd", contents: xsd },
  });
  expect(valid, errors.map(({ message }) => message).join("\n") + xml.slice(0, 500)).toBe(true);
}
