import { describe, expect, test } from "vitest";
import type { Instant } from "../../platform/clock/instant.ts";
import { isRefusal } from "../../platform/refusal.ts";
import { plannerOf } from "./access.ts";
import type { Edition, Plan, PlanItem, Planner } from "./plan.ts";
import { mayPlan, planOffers, planRow, planTable, planVerbs } from "./plan-lifecycle.ts";
import { awaitedInPlan, type PlanPlayed, playPlan } from "./plan-play.ts";
import { planDecisions } from "./plan-verbs.ts";
import { type PlanRelation, planRelations, planStates } from "./terms.ts";

const now = "2023-09-22T01:00:00.000Z" as Instant;
const item: PlanItem = {
  ...{ id: "0000000a-0000-7000-8000-000000000000", theme: "视察农村公路", kind: "inspection", fromMonth: 4, toMonth: 5, place: null },
  ...{ campaignId: null, concern: "村组道路破损", deputies: null, remarks: null },
};
const edition: Edition = { edition: 1, aim: null, items: [item], publishedAt: now, withdrawnAt: null, withdrawalReason: null };

const planIn = (status: Plan["status"], changes: Partial<Plan> = {}): Plan => ({
  ...{ id: "p", groupId: "g", year: 2023, reviewerId: "presidium", drafterId: "mandate", aim: null, submittedBy: "writer", edition: 1 },
  ...{ publicEdition: 1, publishedAt: now, published: edition, items: [item], version: 5, status },
  ...changes,
});
const privately = { edition: 0, publicEdition: null, publishedAt: null, published: null };

const asOf = (person: string, ...relations: PlanRelation[]): Planner => ({
  ...{ account: person, person, relations },
  actsFor: { group: "mandate", reviewer: "presidium", office: "office", drafter: "mandate" },
});

let ids = 0;
const stage = {
  ...{ district: "d", officeId: "office", reviewerId: "presidium", newId: () => `n${ids++}` },
  ...{ isKind: (code: string) => code === "inspection", isCampaign: (id: string) => id === "0000000c-0000-7000-8000-000000000000" },
};
const play = (of: Plan, verb: keyof typeof planTable, typed: object, doer: Planner) =>
  playPlan(stage, of, verb, planDecisions[verb].input.parse(typed), doer, now);
function played(...asked: Parameters<typeof play>): PlanPlayed {
  const answer = play(...asked);
  if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

describe("the life cycle of a yearly plan", () => {
  test("each verb is possible in its states, for its relations, and in no other case", () => {
    for (const status of planStates)
      for (const relation of planRelations)
        for (const verb of planVerbs) {
          const { from, by } = planRow(verb);
          const of = planIn(status, verb === "discard" ? privately : {});
          const refusal = mayPlan({ ...of, person: "somebody" }, verb, [relation]);
          const expected = !by.includes(relation) ? "forbidden" : from.includes(status) ? undefined : "conflict";
          expect(refusal?.refused, `${verb} in ${status} by ${relation}`).toBe(expected);
        }
  });

  test("a stranger may do nothing, in any state", () => {
    for (const status of planStates) expect(planOffers({ ...planIn(status), person: "x" }, []).can).toEqual([]);
  });

  test("every state can be reached, and has a way on", () => {
    const rows = Object.values(planTable) as { from: readonly string[]; to?: readonly string[]; source: string }[];
    const reached = new Set(["draft", ...rows.flatMap(({ to }) => to ?? [])]);
    expect(planStates.filter((state) => !reached.has(state))).toEqual([]);
    const last = planStates.filter((state) => !rows.some(({ from, to }) => to && from.includes(state)));
    expect(last).toEqual(["discarded"]);
    expect(new Set(planVerbs.map((verb) => planRow(verb).path)).size).toBe(planVerbs.length);
    for (const { source } of rows) expect(source).toMatch(/^(F3|DL-)/);
  });

  test("an empty plan is not submitted, and nobody approves what he has submitted himself", () => {
    const reasons = (of: Plan, verb: keyof typeof planTable, doer: Planner) => {
      const answer = play(of, verb, {}, doer);
      return isRefusal(answer) ? answer.reasons.map(({ code }) => code) : [];
    };
    expect(reasons(planIn("draft", { items: [] }), "submit", asOf("writer", "group"))).toEqual(["activity_plan.need.has_items"]);
    expect(reasons(planIn("submitted"), "approve", asOf("writer", "reviewer"))).toEqual(["activity_plan.need.submitted_by_another"]);
    expect(reasons(planIn("submitted"), "approve", asOf("another", "reviewer"))).toEqual([]);
    expect(reasons(planIn("draft", privately), "drop_amendment", asOf("writer", "group"))).toEqual(["activity_plan.need.is_public"]);
  });
});

describe("what is public", () => {
  test("stays as it was published while the plan is amended, until the next publication", () => {
    const draft = played(planIn("published"), "amend", { note: "增加一次视察" }, asOf("writer", "group")).after;
    const changed = { ...item, theme: "视察城乡公路" };
    const revised = played(
      draft,
      "revise",
      { seen: draft.version, items: [changed, { ...item, id: null, fromMonth: 1 }] },
      asOf("w", "group"),
    );
    expect(revised.after.items.map(({ fromMonth }) => fromMonth)).toEqual([1, 4]);
    expect(revised.after.items[1]).toEqual(changed);
    expect(revised.after.published).toEqual(edition);
    expect(revised.after.publicEdition).toBe(1);
    const submitted = played(revised.after, "submit", {}, asOf("writer", "group")).after;
    const approved = played(submitted, "approve", {}, asOf("another", "reviewer")).after;
    const { after, change } = played(approved, "publish", {}, asOf("officer", "office"));
    expect(after).toMatchObject({
      status: "published",
      edition: 2,
      publicEdition: 2,
      published: { edition: 2, items: revised.after.items },
    });
    expect(change.editions).toHaveLength(1);
  });

  test("comes back when an amendment is dropped, and goes when it is withdrawn", () => {
    const draft = planIn("draft", { items: [], aim: "改了" });
    expect(played(draft, "drop_amendment", {}, asOf("w", "group")).after).toMatchObject({ status: "published", items: [item], aim: null });
    const { after, change } = played(planIn("submitted"), "withdraw", { note: "内容有误" }, asOf("officer", "office"));
    expect(after).toMatchObject({ status: "draft", publicEdition: null, publishedAt: null, published: null, edition: 1 });
    expect(change.editions).toMatchObject([{ edition: 1, withdrawnAt: now, withdrawalReason: "内容有误" }]);
    const again = played({ ...after, status: "approved" }, "publish", {}, asOf("officer", "office"));
    expect(again.after.publicEdition, "an edition's number is never used twice").toBe(2);
  });

  test("a draft that nobody outside has seen can be discarded; one that was public, if only once, cannot", () => {
    expect(played(planIn("draft", privately), "discard", {}, asOf("w", "group"))).toMatchObject({
      after: { status: "discarded" },
      awaited: [],
    });
    const withdrawn = played(planIn("published"), "withdraw", { note: "内容有误" }, asOf("officer", "office")).after;
    expect(play(withdrawn, "discard", {}, asOf("w", "group"))).toMatchObject({ reasons: [{ code: "activity_plan.need.never_public" }] });
  });

  test("a fact tells numbers and no words", () => {
    const { fact, step } = played(planIn("submitted"), "return", { note: "请补充" }, asOf("another", "reviewer"));
    expect(fact.data).toEqual({ from: "submitted", to: "draft", groupId: "g", year: 2023, edition: 1, items: 1 });
    expect(step).toMatchObject({ note: "请补充", actingFor: "presidium" });
  });
});

describe("the working text", () => {
  const faults = (row: object, seen = 5) => {
    const answer = play(planIn("draft"), "revise", { seen, items: [{ ...item, ...row }] }, asOf("w", "group"));
    return isRefusal(answer) ? (answer.fields?.map(({ field, code }) => `${field} ${code}`) ?? answer.reasons.map(({ code }) => code)) : [];
  };

  test("wants a known kind, months that run forwards, and something that each activity answers (F3.1)", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ kind: "excursion" })).toEqual(["items.0.kind field.no_such_thing"]);
    expect(faults({ fromMonth: 6 })).toEqual(["items.0.toMonth activity_plan.months_backwards"]);
    expect(faults({ concern: "  " })).toEqual(["items.0.concern activity_plan.untied"]);
    expect(faults({ concern: null, campaignId: "0000000c-0000-7000-8000-000000000000" })).toEqual([]);
    expect(faults({ campaignId: "0000000d-0000-7000-8000-000000000000" })).toEqual(["items.0.campaignId field.no_such_thing"]);
    expect(faults({ id: "0000000e-0000-7000-8000-000000000000" })).toEqual(["items.0.id field.no_such_thing"]);
  });

  test("keeps a kind that the list has lost since", () => {
    const of = planIn("draft", { items: [{ ...item, kind: "old" }] });
    expect(isRefusal(play(of, "revise", { seen: 5, items: of.items }, asOf("w", "group")))).toBe(false);
  });

  test("is not written over what somebody else has written meanwhile", () => {
    expect(faults({}, 4)).toEqual(["problem.changed_meanwhile"]);
  });
});

test("a plan waits for whoever wrote last, then for the reviewing organ, then for the office", () => {
  const waits = planStates.map((status) => awaitedInPlan(planIn(status), "office").map(({ verb, holder }) => `${verb} ${holder}`));
  expect(waits).toEqual([["submit mandate"], ["approve presidium"], ["publish office"], [], []]);
});

describe("who is what", () => {
  const role = (
    organisationKind: "deputy_office" | "presidium",
    organisationId: string,
    name: "officer" | "administrator" = "officer",
  ) => ({
    ...{ name, organisationId, organisationKind, areaId: "a" },
  });
  const mandate = (status: "in_force" | "suspended") => ({ id: "m", congressId: "c", level: "town" as const, areaId: "a", status });
  const person = { district: "d", account: "a", person: "p", name: "n" };
  const of = { reviewerId: "presidium", drafterId: "m" };
  const relations = (roles: ReturnType<typeof role>[], mandates: ReturnType<typeof mandate>[] = [], members: string[] = ["m"]) =>
    plannerOf({ ...person, roles, mandates }, of, members).relations;

  test("deputies of the group in force, the organ that reviews, the liaison office; an administrator is nothing", () => {
    expect(relations([], [mandate("in_force")])).toEqual(["group", "drafter"]);
    expect(relations([], [mandate("suspended")])).toEqual([]);
    expect(relations([], [mandate("in_force")], [])).toEqual([]);
    expect(relations([role("presidium", "presidium")])).toEqual(["reviewer"]);
    expect(relations([role("presidium", "elsewhere")])).toEqual([]);
    expect(relations([role("deputy_office", "office")])).toEqual(["office"]);
    expect(relations([role("deputy_office", "office", "administrator")])).toEqual([]);
  });
});
