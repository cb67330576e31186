import { expect, test } from "vitest";
import { queryOf } from "./list-wanted.ts";

const filled = { sessionId: "s", congressId: "c", time: "year", year: "2023", from: "2023-03-01", to: "2023-05-31" } as const;

test("a list of a session asks for the session alone", () => expect(queryOf({ ...filled, of: "session" })).toEqual({ sessionId: "s" }));

test.each([
  ["year", "2023-01-01", "2023-12-31"],
  ["first_half", "2023-01-01", "2023-06-30"],
  ["second_half", "2023-07-01", "2023-12-31"],
  ["days", "2023-03-01", "2023-05-31"],
] as const)("between sessions, %s is from %s to %s", (time, from, to) =>
  expect(queryOf({ ...filled, of: "between", time })).toEqual({ congressId: "c", from, to }),
);
