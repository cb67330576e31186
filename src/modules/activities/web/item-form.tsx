import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { type Field, type OwnControl, verbFields } from "../../../web/ui/verb-field.tsx";
import { campaign, type Plan, type PlanItem, useKinds } from "./api.ts";
import { Revision } from "./revision.tsx";

const fields: readonly Field[] = [
  { name: "theme", kind: "sentence" },
  { name: "kind", kind: "activity" },
  { name: "fromMonth", kind: "month" },
  { name: "toMonth", kind: "month" },
  { name: "campaignId", kind: "campaign", optional: true },
  { name: "concern", kind: "text", optional: true, rows: 2 },
  { name: "place", kind: "sentence", optional: true },
  { name: "deputies", kind: "people", optional: true },
  { name: "remarks", kind: "text", optional: true, rows: 2 },
];

const months = Array.from({ length: 12 }, (_, index) => index + 1);

interface Props {
  readonly of: Plan;
  /** The activity to change; without it, one is added. */
  readonly before?: PlanItem;
  readonly close: () => void;
}

/** One activity of a plan: what, when, where, and what it answers. */
export function ItemForm({ of, before, close }: Props) {
  const { t } = useTranslation();
  const kinds = useKinds();
  const at = before ? of.items.findIndex(({ id }) => id === before.id) : of.items.length;
  const known = before && !kinds.some(({ value }) => value === before.kind) ? [{ value: before.kind, label: before.kindName }] : [];
  const own: OwnControl = (field, typed, { id, value, onChange }) => {
    const named = id ? { id } : {};
    switch (field.kind) {
      case "sentence":
        return (
          <Input
            {...named}
            maxLength={80}
            value={typeof value === "string" ? value : ""}
            onChange={(event) => onChange?.(event.target.value)}
          />
        );
      case "activity":
        return (
          <Select
            {...named}
            showSearch={{ optionFilterProp: "label" }}
            options={[...known, ...kinds]}
            value={typeof value === "string" ? value : null}
            onChange={(next) => onChange?.(next)}
          />
        );
      case "month": {
        const first = field.name === "toMonth" && typeof typed["fromMonth"] === "number" ? typed["fromMonth"] : 1;
        return (
          <Select
            {...named}
            options={months.map((one) => ({ value: one, label: t(`activity_plan.month.${one}`), disabled: one < first }))}
            value={typeof value === "number" ? value : null}
            onChange={(next) => onChange?.(next)}
          />
        );
      }
      case "campaign":
        return (
          <ReferencePicker
            of={campaign}
            {...named}
            value={typeof value === "string" ? value : null}
            onChange={(next) => onChange?.(next)}
          />
        );
      case "people":
        return (
          <InputNumber
            {...named}
            min={1}
            max={999}
            precision={0}
            style={{ width: "100%" }}
            value={typeof value === "number" ? value : null}
            onChange={(next) => onChange?.(next)}
          />
        );
      default:
        return undefined;
    }
  };
  return (
    <Revision
      {...{ of, fields, within: `items.${at}.`, keptUnder: before?.id ?? "new", close }}
      title={t(before ? "activity_plan.edit_item" : "activity_plan.add_item")}
      intro={<p className="muted">{t("activity_plan.help_item")}</p>}
      drawing={verbFields({ words: "activity_plan", verb: "item", fields, own })}
      initial={before ? { ...before } : {}}
      change={(typed) => ({
        aim: of.aim,
        items: before
          ? of.items.map((one) => (one.id === before.id ? { ...typed, id: before.id } : one))
          : [...of.items, { ...typed, id: null }],
      })}
    />
  );
}
