import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import type { Typed } from "../../../web/ui/collection-api.ts";
import { momentText, timeText } from "../../../web/ui/dates.ts";
import type { Bound, Field, OwnControl } from "../../../web/ui/verb-field.tsx";
import { type ReceptionVerb, transitionOf } from "../lifecycle.ts";
import type { Attendance } from "../terms.ts";
import type { Reception } from "./api.ts";
import { StationVerbs, type VerbForm } from "./verb-dialog.tsx";

const order = [
  "announce",
  "hold",
  "answer_exchange",
  "sign_in",
  "ask_exchange",
  "reschedule",
  "staff",
  "mark_absent",
  "excuse",
  "miss",
  "cancel",
];
const note: Field = { name: "note", kind: "text", optional: true };
const reason: Field = { name: "note", kind: "text" };

/** What I can do with a reception now. */
export function ReceptionVerbs({ of }: { of: Reception }) {
  const me = useMe();
  const station = of.relations.includes("station");
  // A deputy signs in by the code on site; the button is for the station, on someone's behalf.
  const verbs = order.filter((verb) => verb !== "sign_in" || station);
  return (
    <StationVerbs<Reception>
      {...{ of, order: verbs, words: "reception", path: "/api/receptions", destructive: ["cancel", "miss", "mark_absent"] }}
      pathOf={(verb) => transitionOf(verb as ReceptionVerb).path}
      form={(verb) =>
        formOf(
          verb,
          of,
          me.mandates.map(({ id }) => id),
        )
      }
      own={ownControl(of)}
    />
  );
}

function formOf(verb: string, of: Reception, mandates: readonly string[]): VerbForm {
  const mine = of.deputies.find(({ mandateId, state }) => mandates.includes(mandateId) && state === "planned")?.mandateId;
  const asked = of.exchanges.find((one) => one.mine);
  switch (verb) {
    case "reschedule":
      return {
        fields: [
          { name: "day", kind: "day" },
          { name: "fromTime", kind: "time" },
          { name: "toTime", kind: "time" },
          { name: "place", kind: "line", optional: true },
          reason,
        ],
        initial: { day: of.day, fromTime: clockText(of.startsAt), toTime: clockText(of.endsAt), place: of.place ?? "" },
      };
    case "staff":
      return {
        fields: [{ name: "mandateIds", kind: "deputies" }, note],
        initial: { mandateIds: of.deputies.filter(({ state }) => state === "planned").map(({ mandateId }) => mandateId) },
      };
    case "ask_exchange":
      return {
        fields: [{ name: "asked", kind: "free" }, { name: "swapReceptionId", kind: "swap", optional: true }, note],
        beside: { mandateId: mine },
      };
    case "answer_exchange":
      return { fields: [{ name: "agrees", kind: "yes_no" }, note], beside: { exchangeId: asked?.id }, initial: { agrees: true } };
    case "sign_in":
      return { fields: [{ name: "mandateId", kind: "expected" }], initial: only(of, "planned") };
    case "mark_absent":
      return { fields: [{ name: "mandateId", kind: "expected" }, note], initial: only(of, "planned") };
    case "excuse":
      return { fields: [{ name: "mandateId", kind: "away" }, reason], initial: only(of, "planned", "absent") };
    case "hold":
      return {
        fields: [
          { name: "visitors", kind: "number" },
          { name: "summary", kind: "text", rows: 4, optional: true },
          { name: "attachments", kind: "files", optional: true },
        ],
      };
    case "cancel":
      return { fields: [reason] };
    default:
      return { fields: [note] };
  }
}

/** 09:00, whatever the reader's language. */
const clockText = (moment: string): string => timeText(moment).replace(/^(\d):/, "0$1:");

/** Where only one deputy can be meant, he is. */
function only(of: Reception, ...states: Attendance[]): Typed {
  const fit = of.deputies.filter(({ state }) => states.includes(state));
  return fit.length === 1 && fit[0] ? { mandateId: fit[0].mandateId } : {};
}

const ownControl =
  (of: Reception): OwnControl =>
  (field, typed, bound) => {
    switch (field.kind) {
      case "time":
        return <Time {...bound} />;
      case "expected":
        return <Listed of={of} states={["planned"]} {...bound} />;
      case "away":
        return <Listed of={of} states={["planned", "absent"]} {...bound} />;
      case "free":
        return <Free of={of} {...bound} />;
      case "swap":
        return <Swap of={of} asked={typed["asked"]} {...bound} />;
      case "deputies":
        return <Deputies of={of} {...bound} />;
      default:
        return undefined;
    }
  };

const times = ["08:30", "09:00", "10:00", "11:00", "14:30", "15:00", "16:00", "17:00"].map((value) => ({ value }));
const named = ({ id }: Bound) => (id ? { id } : {});
const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Hours and minutes. */
export const Time = (bound: Bound) => (
  <AutoComplete
    {...named(bound)}
    options={times}
    value={text(bound.value) ?? ""}
    onChange={(next) => bound.onChange?.(next)}
    maxLength={5}
    showSearch={false}
  />
);

function Listed({ of, states, ...bound }: Bound & { of: Reception; states: readonly Attendance[] }) {
  const options = of.deputies
    .filter(({ state }) => states.includes(state))
    .map(({ mandateId, name }) => ({ value: mandateId, label: name }));
  return <Select {...named(bound)} options={options} value={text(bound.value)} onChange={(next) => bound.onChange?.(next)} />;
}

const useFree = (of: Reception) =>
  useQuery({
    queryKey: ["reception", of.id, "free", of.version],
    queryFn: () => call(api.GET("/api/receptions/{id}/free-deputies", { params: { path: { id: of.id } } })),
  });

/** Placed deputies who could take the turn. */
function Free({ of, ...bound }: Bound & { of: Reception }) {
  const { t } = useTranslation();
  const free = useFree(of);
  const options = (free.data?.items ?? []).map(({ mandateId, name }) => ({ value: mandateId, label: name }));
  return (
    <Select
      {...named(bound)}
      loading={free.isPending}
      options={options}
      value={text(bound.value)}
      onChange={(next) => bound.onChange?.(next)}
      notFoundContent={t("reception.nobody_free")}
    />
  );
}

/** A later turn of whoever is asked, given in return. */
function Swap({ of, asked, ...bound }: Bound & { of: Reception; asked: unknown }) {
  const { t } = useTranslation();
  const free = useFree(of);
  const turns = free.data?.items.find(({ mandateId }) => mandateId === asked)?.receptions ?? [];
  return (
    <Select
      {...named(bound)}
      allowClear
      options={turns.map(({ id, startsAt }) => ({ value: id, label: momentText(startsAt) }))}
      value={text(bound.value)}
      onChange={(next: string | undefined) => bound.onChange?.(next ?? null)}
      placeholder={t("reception.no_swap")}
      notFoundContent={t("reception.no_turns")}
    />
  );
}

/** Who is on duty: those who are, and those who are free. */
function Deputies({ of, ...bound }: Bound & { of: Reception }) {
  const free = useFree(of);
  const on = of.deputies.filter(({ state }) => state === "planned");
  const all = [...on, ...(free.data?.items ?? [])].map(({ mandateId, name }) => ({ value: mandateId, label: name }));
  return (
    <Select
      {...named(bound)}
      mode="multiple"
      options={all}
      value={Array.isArray(bound.value) ? bound.value : []}
      onChange={(next) => bound.onChange?.(next)}
      showSearch={{ optionFilterProp: "label" }}
    />
  );
}
