import { describe, expect, test } from "vitest";
import { type DateISO, momentOn } from "../../platform/clock/instant.ts";
import { may, offers, type ReceptionVerb, receptionVerbs, table, transitionOf } from "./lifecycle.ts";
import type { At, OnDuty, Reception } from "./reception.ts";
import { type ReceptionRelation, receptionRelations, receptionStates } from "./terms.ts";
import { verbs } from "./verbs.ts";

const day = "2023-09-22" as DateISO;
const duty = (state: OnDuty["state"]): OnDuty => ({
  ...{ id: "d", mandateId: "m", state, standsInFor: null, signedInAt: null, signedInBy: null },
});

/** A reception from nine to eleven, looked at so many minutes after midnight of its day. */
function receptionAt(status: Reception["status"], minutes: number, ...states: OnDuty["state"][]): At<Reception> {
  const times = { day, startsAt: momentOn(day, 540), endsAt: momentOn(day, 660), announceBy: day, recordBy: day };
  return {
    ...{ id: "r", stationId: "s", rosterId: null, plannedFor: null, kind: "mobile", areaId: null, grid: null, place: null, theme: null },
    ...{ liaisonId: null, ...times, called: true, status, announcedAt: null, heldAt: null, visitors: null, summary: null, version: 1 },
    ...{ deputies: states.map(duty), exchanges: [], now: momentOn(day, minutes) },
  };
}

/** What the table says, told a second time by hand: who alone may do it, and a time and state of duty at which nothing is missing. */
const onlyBy: Readonly<Record<ReceptionVerb, readonly ReceptionRelation[]>> = {
  ...{ announce: ["station"], reschedule: ["station"], staff: ["station"], replan: ["house"], ask_exchange: ["duty"] },
  ...{ answer_exchange: ["asked"], swap: ["house"], sign_in: ["duty", "station"], excuse: ["station"], mark_absent: ["station"] },
  ...{ hold: ["station"], miss: ["station", "house"], cancel: ["station"] },
};
const early = 480;
const during = 600;
const nextDay = 1440 + 600;
const fitting: Readonly<Record<ReceptionVerb, [number, OnDuty["state"]]>> = {
  ...{ announce: [early, "planned"], reschedule: [early, "planned"], staff: [early, "planned"], replan: [early, "planned"] },
  ...{ ask_exchange: [early, "planned"], answer_exchange: [early, "planned"], swap: [early, "planned"], sign_in: [during, "planned"] },
  ...{ excuse: [during, "planned"], mark_absent: [during, "planned"], hold: [during, "signed_in"], miss: [nextDay, "planned"] },
  ...{ cancel: [early, "planned"] },
};

describe("the life cycle of a reception", () => {
  for (const verb of receptionVerbs)
    test(`${verb}: every state × relation answers as the table says`, () => {
      const row = transitionOf(verb);
      const [minutes, state] = fitting[verb];
      let allowed = 0;
      for (const status of receptionStates)
        for (const relation of receptionRelations) {
          const refusal = may(receptionAt(status, minutes, state), verb, [relation]);
          const kind = !onlyBy[verb].includes(relation) ? "forbidden" : !row.from.includes(status) ? "conflict" : undefined;
          expect(refusal?.refused, `${status} ${relation}`).toBe(kind);
          if (!refusal) allowed++;
        }
      expect(allowed).toBe(row.from.length * onlyBy[verb].length);
    });

  test("everything has its time", () => {
    const reason = (verb: ReceptionVerb, minutes: number, state: OnDuty["state"] = "planned", status: Reception["status"] = "announced") =>
      may(receptionAt(status, minutes, state), verb, ["station", "duty", "asked"])?.reasons.map(({ code }) => code);
    expect(reason("sign_in", 479)).toEqual(["reception.need.open_for_sign_in"]);
    expect(reason("sign_in", 480)).toBeUndefined();
    expect(reason("sign_in", 1439)).toBeUndefined();
    expect(reason("sign_in", 1440)).toEqual(["reception.need.open_for_sign_in"]);
    expect(reason("sign_in", during, "signed_in")).toEqual(["reception.need.someone_expected"]);
    expect(reason("ask_exchange", 539)).toBeUndefined();
    expect(reason("ask_exchange", 540)).toEqual(["reception.need.not_begun"]);
    expect(reason("hold", 539, "signed_in")).toEqual(["reception.need.begun"]);
    expect(reason("hold", during, "planned")).toEqual(["reception.need.someone_came"]);
    expect(reason("miss", 1439)).toEqual(["reception.need.over"]);
    expect(reason("miss", nextDay, "signed_in")).toEqual(["reception.need.nobody_signed_in"]);
    expect(reason("announce", 1440, "planned", "planned")).toEqual(["reception.need.not_over"]);
    expect(reason("announce", early, "substituted", "planned")).toEqual(["reception.need.someone_receives"]);
    expect(reason("cancel", during, "signed_in")).toEqual(["reception.need.nobody_signed_in"]);
  });

  test("a stranger may do nothing, in any state", () => {
    for (const status of receptionStates) expect(offers(receptionAt(status, during, "planned"), []).can).toEqual([]);
  });

  test("every verb has an input, an address of its own and a rule; every state can be reached and left but the last", () => {
    expect(Object.keys(verbs).sort()).toEqual([...receptionVerbs].sort());
    expect(new Set(receptionVerbs.map((verb) => transitionOf(verb).path)).size).toBe(receptionVerbs.length);
    const rows = Object.values(table) as { from: readonly string[]; to?: readonly string[]; source: string }[];
    for (const { source } of rows) expect(source).toMatch(/^(F2|domain §)/);
    const reached = new Set(["planned", ...rows.flatMap((row) => row.to ?? [])]);
    expect(receptionStates.filter((state) => !reached.has(state))).toEqual([]);
    const ends = receptionStates.filter((state) => !rows.some((row) => row.to && row.from.includes(state)));
    expect(ends).toEqual(["held", "missed", "cancelled"]);
  });
});
