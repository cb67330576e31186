import type { TFunction } from "i18next";
import { dateText } from "../../../web/ui/dates.ts";
import type { Suggestion } from "./api.ts";

type Step = Suggestion["timeline"][number];

/** What a step decided or named, beyond its note, in short sentences. */
export function sayingsOf(of: Suggestion, { verb, data }: Step, t: TFunction): string[] {
  const text = (name: string): string => (typeof data[name] === "string" ? data[name] : "");
  const said: string[] = [];
  for (const name of ["granted", "agrees", "kept", "rework"] as const)
    if (typeof data[name] === "boolean") said.push(t(`suggestion.answer.${name}.${data[name]}`));
  if (text("stage")) said.push(t(`suggestion.stage.${text("stage")}`));
  if (text("way")) said.push(t(`suggestion.way.${text("way")}`));
  if (Array.isArray(data["units"])) said.push(...data["units"].map((unit) => unitSaid(of, unit, t)));
  if (text("documentNo")) said.push(text("documentNo"));
  if (text("outcome")) said.push(t(`suggestion.outcome.${text("outcome")}`));
  if (verb === "lower_class") said.push(t("suggestion.said.lowered", { from: text("from"), to: text("to") }));
  if (verb === "note_mandate") said.push(t(`suggestion.said.mandate.${text("status")}`));
  for (const name of ["leader", "by", "owner", "participants"]) if (text(name)) said.push(text(name));
  if (text("governmentLeader")) said.push(t("suggestion.said.governmentLeader", { name: text("governmentLeader") }));
  if (text("meeting")) said.push(text("meeting"));
  if (verb === "report_supervision") {
    const result = t(`suggestion.supervision_result.${text("result")}`);
    said.push(t("suggestion.said.supervision_result", { result }), ...(text("opinion") ? [text("opinion")] : []));
  }
  if (text("plannedOn")) said.push(t("suggestion.said.plannedOn", { date: dateText(text("plannedOn")) }));
  for (const name of ["place", "invited"]) if (text(name)) said.push(t(`suggestion.said.${name}`, { [name]: text(name) }));
  if (text("nextOn")) said.push(t("suggestion.said.nextOn", { date: dateText(text("nextOn")), step: text("nextStep") }));
  if (text("demand")) said.push(t("suggestion.said.demand", { demand: text("demand") }));
  if (verb === "ask_co_opinion") said.push(askedText({ point: pointIn(data["point"]), dueOn: text("dueOn") }, t));
  if (text("until")) said.push(t("suggestion.due_by", { on: dateText(text("until")) }));
  return said;
}

const pointIn = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** About what a co-handler is asked, and by when. */
export const askedText = ({ point, dueOn }: { point: number | null; dueOn: string | null }, t: TFunction): string =>
  t(point === null ? "suggestion.said.asked" : "suggestion.said.asked_point", { point, on: dateText(dueOn) });

function unitSaid(of: Suggestion, { unitId, role }: { unitId: string; role: string }, t: TFunction): string {
  const name = of.parts.find((part) => part.unit.id === unitId)?.unit.name ?? "";
  return t("suggestion.said.unit", { role: t(`suggestion.role.${role}`), name });
}
