import Builder from "fast-xml-builder";

export type Xml = string | number | boolean | null | readonly Xml[] | { readonly [name: string]: Xml };

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: "@", suppressBooleanAttributes: false });

/** A document from a tree of names: an array repeats its name, `@name` is an attribute, `#text` the text beside attributes. */
export const xmlText = (tree: { readonly [name: string]: Xml }): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(sayable(tree))}\n`;

/** Nothing is an empty element; what XML 1.0 has no sign for is left out, whoever typed it. */
function sayable(of: Xml): unknown {
  if (of === null) return "";
  if (typeof of === "string") return plain(of);
  if (typeof of !== "object") return String(of);
  if (isList(of)) return of.map(sayable);
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, sayable(value)]));
}

const isList = (of: object): of is readonly Xml[] => Array.isArray(of);

/** Text without control characters, which neither XML nor iCalendar can hold. */
export const plain = (text: string): string => text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
