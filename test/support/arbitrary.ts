import fc from "fast-check";

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

/** Text that people and programs send: Chinese, rare characters, markup, wildcards, quotes, emptiness. */
const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "朱庄社区道路破损，群众出行不便，建议尽快修整硬化路面",
    "𠮷田𡈽",
    "<script>alert(1)</script>",
    "'; drop table fact; --",
    "%_\\",
    "👨‍👩‍👧",
    "=1+1",
    "\u202e倒",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constant("长".repeat(6000)),
);

/** Values of the schema, as a well-meaning caller would send them. */
export function valid(schema: Schema, components: Readonly<Record<string, Schema>>, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.$ref) return valid(components[schema.$ref.split("/").at(-1) ?? ""] ?? {}, components, ids);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return fc.oneof(...several.map((one) => valid(one, components, ids)));
  const types = [schema.type ?? "string"].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, components, ids)));
}

function ofType(type: string, schema: Schema, components: Readonly<Record<string, Schema>>, ids: readonly string[]): fc.Arbitrary<unknown> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: Math.max(schema.minimum ?? -5, -1_000_000), max: Math.min(schema.maximum ?? 1000, 1_000_000) });
    case "number":
      return fc.double({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 1000, 1e9), noNaN: true });
    case "array":
      return fc.array(valid(schema.items ?? {}, components, ids), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
    case "object": {
      const properties = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valid(one, components, ids)] as const);
      return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return strings(schema, ids);
  }
}

function strings({ format, pattern, minLength = 0, maxLength = 200 }: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (format === "uuid") return fc.oneof(fc.constantFrom(...ids), fc.uuid());
  if (format === "date") return fc.constantFrom("2023-09-22", "2023-09-01", "2024-02-29", "2022-12-31", "2023-12-31");
  if (pattern) return fc.oneof(fc.constantFrom("340602", "A", "abc-123", "123456", "2023-01", "0561-3090001"), text);
  return fc
    .oneof(fc.constantFrom("道路破损严重，群众出行不便，请尽快修缮并落实管护责任", "roads", "供水不足的问题请协调解决"), text)
    .map((one) => (one.length < minLength ? one.padEnd(minLength, "补") : one.slice(0, maxLength)));
}

/** Anything at all in the place of a good value: wrong types, missing and surplus fields, depth, size. */
export function broken(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const nonsense = fc.oneof(
    fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, "", [], {}, [[[[]]]], { "": "" }),
    fc.jsonValue({ maxDepth: 2 }),
    text,
  );
  const dented = fc.tuple(good, fc.string({ maxLength: 8 }), nonsense, fc.nat(20)).map(([value, key, wrong, which]) => {
    if (typeof value !== "object" || value === null) return wrong;
    const names = Object.keys(value);
    const name = names[which % Math.max(1, names.length + 1)] ?? key;
    return { ...value, [name]: wrong };
  });
  return fc.oneof(nonsense, dented);
}
