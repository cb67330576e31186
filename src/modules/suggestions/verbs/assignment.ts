import { z } from "zod";
import type { DateISO } from "../../../platform/clock/instant.ts";
import { type FieldFault, invalid, isRefusal, type Refusal } from "../../../platform/refusal.ts";
import type { ClockRow } from "../../calendar/index.ts";
import type { Case, Change, Part } from "../case.ts";
import { start, stop } from "../clockwork.ts";
import { type Context, verb } from "../context.ts";
import { id, maybeId, maybeWords, reasoned } from "../fields.ts";
import { replyStarts } from "../rule-definitions.ts";
import { partRoles } from "../terms.ts";

const units = z
  .array(z.strictObject({ unitId: id, role: z.enum(partRoles), scope: maybeWords(500) }))
  .max(12)
  .default([]);
type Units = z.output<typeof units>;

/** The committee assigns: to the government's supervision office, which forwards, or to units at once. */
export const assign = verb({
  input: z.strictObject({ viaId: maybeId, units, note: maybeWords(2000) }),
  wants: ["organisations"],
  decide(of, { viaId, units, note }, context) {
    const done = stop(of, context, "assign", ["review", "reassign"]);
    if (viaId === null) {
      const offered = offer(of, context, units, context.today);
      if (isRefusal(offered)) return offered;
      return {
        ...offered,
        to: "handling",
        set: { assignedOn: context.today, forwarderId: null },
        note,
        clocks: [...done, ...offered.clocks],
      };
    }
    if (units.length > 0) return invalid({ field: "units", code: "suggestion.via_or_units", source: "R2.23" });
    const office = context.organisation(viaId);
    if (!office || office.dissolved || office.kind !== "government_office")
      return invalid({ field: "viaId", code: "suggestion.not_a_government_office", source: "R2.23" });
    const clocks = [...done, start(of, context, "forward")];
    return { to: "forwarding", set: { assignedOn: context.today, forwarderId: viaId }, note, data: { viaId }, clocks };
  },
});

/** The government's supervision office forwards to the units. */
export const forward = verb({
  input: z.strictObject({ units, note: maybeWords(2000) }),
  wants: ["organisations"],
  decide(of, { units, note }, context) {
    const rule = context.statute.rule(replyStarts, context.today).value.at;
    const again = of.parts.some((part) => part.status === "handed_back");
    const from = rule === "assigned" && !again && of.assignedOn ? of.assignedOn : context.today;
    const offered = offer(of, context, units, from);
    if (isRefusal(offered)) return offered;
    const done = stop(of, context, "forward", ["forward", "reassign"]);
    return { ...offered, to: "handling", note, clocks: [...done, ...offered.clocks] };
  },
});

/** Not the government's matter: back to the committee. The office that sent it back goes on seeing it until it is assigned anew. */
export const sendBack = verb({
  input: reasoned,
  decide(of, { note }, context) {
    return {
      to: "accepted",
      note,
      clocks: [...stop(of, context, "send_back", ["forward", "reassign"]), start(of, context, "reassign")],
    };
  },
});

type Offered = Required<Pick<Change, "parts" | "data">> & { clocks: ClockRow[] };

/** Parts for the units named, each with its clocks. The reply's clock starts on `replyFrom` (R2.26). */
function offer(of: Case, context: Context, units: Units, replyFrom: DateISO): Offered | Refusal {
  const faults = unitFaults(of, context, units);
  if (faults.length > 0) return invalid(...faults);
  const parts = units.map(
    ({ unitId, role, scope }): Part => ({
      ...{ id: context.newId(), unitId, role, scope, status: "offered", offeredOn: context.today, handbackRefused: false },
      assignedById: context.doer.organisationId ?? of.reviewerId,
    }),
  );
  const clocks = parts.flatMap((part) => {
    const partId = part.id;
    const handback = start(of, context, "handback", { partId });
    if (part.role === "CO") return [handback, start(of, context, "co_opinion", { partId })];
    return [handback, start(of, context, "first_contact", { partId }), start(of, context, "reply", { partId, on: replyFrom })];
  });
  return { parts, clocks, data: { units: units.map(({ unitId, role }) => ({ unitId, role })) } };
}

function unitFaults(of: Case, context: Context, units: Units): FieldFault[] {
  const faults: FieldFault[] = [];
  const working = of.parts.filter((part) => part.status !== "handed_back" && part.status !== "ended");
  const roles = [...working, ...units].map((unit) => unit.role);
  const [leads, separate] = [roles.filter((role) => role === "LEAD").length, roles.filter((role) => role === "SEPARATE").length];
  if (units.length === 0) faults.push({ field: "units", code: "field.too_small_array", params: { limit: 1 } });
  else if (leads + separate === 0) faults.push({ field: "units", code: "suggestion.nobody_leads", source: "R2.22" });
  if (leads > 1 || (leads === 1 && separate > 0)) faults.push({ field: "units", code: "suggestion.one_lead_or_separate", source: "R2.22" });
  if (separate === 1) faults.push({ field: "units", code: "suggestion.separate_needs_two", source: "R2.22" });
  if (leads === 0 && separate > 0 && roles.includes("CO"))
    faults.push({ field: "units", code: "suggestion.co_needs_lead", source: "R2.22" });
  const seen = new Set(working.map((part) => part.unitId));
  units.forEach((unit, index) => {
    const organisation = context.organisation(unit.unitId);
    if (!organisation?.handles) faults.push({ field: `units.${index}.unitId`, code: "suggestion.not_a_handling_unit", source: "R2.22" });
    if (seen.has(unit.unitId)) faults.push({ field: `units.${index}.unitId`, code: "suggestion.unit_twice" });
    if (unit.role === "SEPARATE" && !unit.scope)
      faults.push({ field: `units.${index}.scope`, code: "suggestion.separate_needs_scope", source: "R2.22" });
    seen.add(unit.unitId);
  });
  return faults;
}
