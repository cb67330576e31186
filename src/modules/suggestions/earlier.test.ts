import { describe, expect, test } from "vitest";
import type { DateISO } from "../../platform/clock/instant.ts";
import { isRefusal } from "../../platform/refusal.ts";
import { clocksUnder, statuteOf } from "../calendar/index.ts";
import { house } from "./access.ts";
import { awaitedIn } from "./awaited.ts";
import { applied, type Case, type Change } from "./case.ts";
import { type Earlier, earlierFaults, earlierStates, takenOver, takeOver } from "./earlier.ts";
import { may } from "./lifecycle.ts";
import { beginning } from "./play.ts";
import { suggestionRules } from "./rule-definitions.ts";
import type { CaseState } from "./terms.ts";

const uuid = (number: number): string => `00000000-0000-7000-a000-${String(number).padStart(12, "0")}`;
const [congress, office, unit, other, lead, cosigner, third] = [1, 2, 3, 4, 5, 6, 7].map(uuid) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const statute = statuteOf({}, suggestionRules, []);
const today = "2023-09-22" as DateISO;
let ids = 100;
const around = {
  newId: () => uuid(ids++),
  statute,
  mandate: () => ({ congressId: congress, status: "ended" as const, personId: uuid(9) }),
};

const told: Earlier = {
  ...{ title: "关于修缮村内道路的建议", reason: "道路破损", proposal: "硬化路面", category: "roads", mandateIds: [lead, cosigner] },
  ...{ unitIds: [unit, other], submittedOn: "2019-01-10", assignedOn: "2019-02-01", repliedOn: "2019-05-05", closedOn: "2019-06-01" },
  ...{ documentNo: "区交字〔2019〕7号", resultClass: "A", outcome: "resolved", reply: "道路已经修好", satisfaction: "BASIC" },
};
const taken = (status: CaseState = "archived", of = told): Case =>
  takenOver(of, { id: uuid(50), congressId: congress, sessionId: null, number: 7, numberYear: 2019, reviewerId: office, status }, around);

const again = (of: Case, next: Earlier): Case => {
  const context = { ...around, now: "2023-09-22T01:00:00.000Z", today, doer: house, clocks: clocksUnder(statute), part: undefined };
  const rest = { organisation: () => undefined, nextNumber: 0, sessions: [], other: undefined };
  const change = takeOver.decide(of, next as never, { ...context, ...rest } as never) as Change;
  if (isRefusal(change)) throw new Error(JSON.stringify(change));
  return applied(of, change);
};

describe("an earlier suggestion", () => {
  test("begins its life in the house at its end, by one honest step", () => {
    const of = taken();
    expect(of).toMatchObject({ status: "archived", imported: true, version: 1, number: 7, clocks: [], publicity: "title" });
    expect(of.signers.map(({ mandateId, role, state }) => [mandateId, role, state])).toEqual([
      [lead, "lead", "confirmed"],
      [cosigner, "cosigner", "confirmed"],
    ]);
    expect(of.parts.map(({ unitId, role, status }) => [unitId, role, status])).toEqual([
      [unit, "LEAD", "answered"],
      [other, "CO", "opined"],
    ]);
    // Who wrote and signed the reply is not known, and nobody is named for it.
    expect(of.replies[0]).toMatchObject({ draftedBy: null, signedBy: null, signedAt: "2019-05-04T16:00:00.000Z", round: 1 });
    expect(of.feedbacks[0]).toMatchObject({ mandateId: lead, attitude: null, result: "BASIC" });
    const { step, fact } = beginning(
      { district: "340602", newId: around.newId, verb: "import" },
      of,
      house,
      "2023-09-22T01:00:00.000Z" as never,
    );
    expect(step).toMatchObject({ position: 1, verb: "import", fromStatus: "archived", toStatus: "archived" });
    expect(fact).toMatchObject({ id: step.id, type: "suggestion.imported", data: { from: "archived", to: "archived", round: 1 } });
  });

  test("waits for nobody, but where it was only closed it can still be struck off without a visit that nobody can make up for", () => {
    expect(awaitedIn(taken("archived"))).toEqual([]);
    expect(awaitedIn(taken("struck_off"))).toEqual([]);
    expect(awaitedIn(taken("closed")).map(({ verb, holder }) => [verb, holder])).toEqual([["strike_off", office]]);
  });

  test("told anew it is the same suggestion: rows keep their identity, whoever is no longer named did not sign", () => {
    const of = taken();
    const next = again(of, {
      ...told,
      title: "关于修缮道路的建议",
      mandateIds: [third, lead],
      unitIds: [other],
      satisfaction: "SATISFIED",
    });
    expect(next).toMatchObject({ title: "关于修缮道路的建议", status: "archived", version: 2 });
    expect(next.signers.find((signer) => signer.role === "lead")?.mandateId).toBe(third);
    expect(new Map(next.signers.map(({ mandateId, role, state }) => [mandateId, `${role} ${state}`]))).toEqual(
      new Map([
        [third, "lead confirmed"],
        [lead, "cosigner confirmed"],
        [cosigner, "cosigner declined"],
      ]),
    );
    expect(next.parts.map(({ id, unitId, status }) => [id, unitId, status])).toEqual([
      [of.parts[0]?.id, other, "answered"],
      [of.parts[1]?.id, other, "ended"],
    ]);
    expect([next.replies.length, next.replies[0]?.id, next.replies[0]?.partId]).toEqual([1, of.replies[0]?.id, of.parts[0]?.id]);
    expect(next.feedbacks).toEqual([{ ...of.feedbacks[0], mandateId: third, result: "SATISFIED" }]);
    expect(again(again(next, told), told).signers.filter(({ role }) => role === "lead")).toHaveLength(1);
  });

  test("only what was taken over can be taken over anew, and only by the house", () => {
    const standing = { relations: ["house" as const], part: undefined, today };
    for (const status of earlierStates) expect(may(taken(status), "import", standing)).toBeUndefined();
    expect(may({ ...taken(), imported: false }, "import", standing)?.reasons[0]?.code).toBe("suggestion.need.came_by_import");
    expect(may(taken(), "import", { ...standing, relations: ["reviewer"] })?.refused).toBe("forbidden");
  });

  test.each<[Partial<Earlier>, string]>([
    [{ category: "nothing" }, "category"],
    [{ assignedOn: "2019-01-09" }, "assignedOn"],
    [{ assignedOn: null, repliedOn: "2019-01-09" }, "repliedOn"],
    [{ closedOn: "2019-05-04" }, "closedOn"],
    [{ closedOn: "2023-09-23" }, "closedOn"],
    [{ resultClass: "D" }, "resultClass"],
    [{ resultClass: "B" }, "outcome"],
  ])("%j breaks a rule", (change, field) => {
    expect(earlierFaults({ ...told, ...change }, { statute, today }).map((fault) => fault.field)).toContain(field);
    expect(earlierFaults(told, { statute, today })).toEqual([]);
  });
});
