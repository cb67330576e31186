import { isReason, type Reason } from "../../../../platform/refusal.ts";
import type { Read, Values } from "../../../identity/index.ts";
import { categories, resultScheme } from "../../rule-definitions.ts";
import { type Named, namesIn, seriesIn } from "../../series.ts";
import type { Deputy, Directory } from "./directory.ts";
import { many } from "./sheet.ts";

type Fault = Reason & { readonly field: string };

/** A row with everything it names looked up; a reason beside each name that could not be. */
export function settled(row: Read, known: Directory): Read {
  if (row.faults.length > 0) return row;
  const { leadCard: _c, leadDistrict: _d, ...given } = row.given;
  const congressId = String(given["congressId"]);
  const found: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const take = (field: string, value: unknown) => {
    if (isReason(value)) faults.push({ field, ...value });
    else if (value !== undefined) found[field] = value;
  };
  if (!known.received(congressId)) faults.push({ field: "congressId", code: "suggestion.no_reviewer", source: "DL-51" });
  take("series", seriesOf(text(row, "series"), congressId, known));
  take("number", numberOf(text(row, "number")));
  take("category", categoryOf(text(row, "category"), known));
  take("resultClass", classOf(text(row, "resultClass")));
  take("lead", leadOf(row, congressId, known));
  if ("cosigners" in given)
    take(
      "cosigners",
      allOf(namesIn(text(row, "cosigners")), (one) => deputyOf(one, congressId, known)),
    );
  if ("coUnits" in given)
    take(
      "coUnits",
      allOf(namesIn(text(row, "coUnits")), ({ name }) => unitOf(name, known)),
    );
  if (!("outcome" in given)) take("outcome", onlyOutcome(found["resultClass"], given, known));
  return { ...row, given: { ...given, ...found }, faults };
}

const text = ({ texts }: Read, field: string): string => texts[field] ?? "";
const reason = (code: string, params: Reason["params"] = {}): Reason => ({ code: `suggestion.import.${code}`, params });

function seriesOf(said: string, congressId: string, { session }: Directory): string | Reason {
  const series = seriesIn(said);
  if (!series) return reason("no_series", { said });
  if ("year" in series) return `year ${series.year}`;
  const id = session(congressId, series.session);
  return id ? `session ${id}` : reason("no_session", { no: series.session });
}

function numberOf(said: string): number | Reason {
  const digits = /^第?\s*0*(\d{1,6})\s*号?$/.exec(said)?.[1];
  return digits === undefined ? reason("no_number", { said }) : Number(digits);
}

function categoryOf(said: string, { statute, today }: Directory): string | Reason {
  const all = statute.rule(categories, today).value;
  const found = all.find(({ code, name }) => said === code || said === name);
  return found?.code ?? { code: "field.not_in_list", params: { values: all.map(({ name }) => name).join("、") } };
}

const classOf = (said: string): string | Reason => /^([A-D])类?$/i.exec(said)?.[1]?.toUpperCase() ?? reason("no_class", { said });

/** Where a class can mean one thing only, nobody has to say it again. */
function onlyOutcome(resultClass: unknown, given: Values, { statute, today }: Directory): string | undefined {
  const on = typeof given["repliedOn"] === "string" ? given["repliedOn"] : today;
  const outcomes = statute.rule(resultScheme, on as typeof today).value.classes.find(({ code }) => code === resultClass)?.outcomes ?? [];
  return outcomes.length === 1 ? outcomes[0] : undefined;
}

function leadOf(row: Read, congressId: string, known: Directory): string | Reason {
  const [one, ...others] = namesIn(text(row, "lead"));
  if (!one || others.length > 0) return reason("one_lead");
  const mark = text(row, "leadCard") || one.mark;
  return deputyOf({ ...one, mark }, congressId, known, text(row, "leadDistrict"));
}

/** A deputy of the congress by name, and by card or electoral district where the name alone does not tell. */
function deputyOf({ name, mark }: Named, congressId: string, known: Directory, district = ""): string | Reason {
  const all = known.deputies(congressId, name);
  const fits = (one: Deputy) =>
    (!mark || one.cardNo === mark) &&
    (!district || one.district === district || one.districtNo === district.replace(/^第|号?选区$|选区$/g, ""));
  const [found, ...others] = all.filter(fits);
  if (!found) return reason(all.length > 0 ? "other_card" : "no_deputy", { name });
  return others.length > 0 ? reason("namesakes", { name }) : found.id;
}

function unitOf(name: string, { units }: Directory): string | Reason {
  const [found, ...others] = units(name);
  if (!found) return { code: "identity.intake.no_such_thing", params: { said: name } };
  return others.length > 0 ? { code: "identity.intake.several_of_this_name", params: { said: name } } : found;
}

function allOf(names: readonly Named[], find: (one: Named) => string | Reason): string | Reason {
  const ids: string[] = [];
  for (const one of names) {
    const found = find(one);
    if (typeof found !== "string") return found;
    ids.push(found);
  }
  return many(ids);
}
