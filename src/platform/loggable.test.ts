import { expect, test } from "vitest";
import { brief, loggable } from "./loggable.ts";

const said = "张三家门口的路";

/** An error as the drivers throw them: the server's words, and what the embedded engine adds. */
const fault = (code: string, message: string) =>
  Object.assign(new Error(message), {
    ...{ code, table: "voice", detail: `Failing row contains (1, ${said}).`, where: said, query: "insert", params: [said] },
  });

test("a fault of the database is told by its code and the names of things, never by the row", () => {
  const told = loggable(fault("23502", 'null value in column "x" of relation "voice" violates not-null constraint'));
  expect(told).toContain('database fault 23502 (table voice): null value in column "x"');
  expect(told).toMatch(/\n\s+at /);
  expect(told).not.toContain(said);
});

test("data that no column can hold is not quoted", () => {
  expect(brief(fault("22P02", `invalid input syntax for type integer: "${said}"`))).toBe("database fault 22P02 (table voice)");
});

test("any other mistake is told whole, without what hangs on it", () => {
  const told = loggable(Object.assign(new TypeError("x is not a function"), { params: [said] }));
  expect(told).toMatch(/^TypeError: x is not a function\n\s+at /);
  expect(told).not.toContain(said);
  expect(brief(said)).toBe("string");
});
