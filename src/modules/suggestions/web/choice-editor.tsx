import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { partRoles } from "../terms.ts";
import type { Choice, ChosenUnit } from "./choice.ts";
import { UnitPicker } from "./pickers.tsx";

interface Props {
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** Where a case is to go, edited in its own row. */
export function ChoiceEditor({ value, onChange }: Props) {
  const { t } = useTranslation();
  const ways = (["government", "units"] as const).map((way) => ({ value: way, label: t(`suggestion.board.through.${way}`) }));
  return (
    <div className="choice">
      <Segmented size="small" value={value.through} options={ways} onChange={(through) => onChange({ ...value, through })} />
      {value.through === "government" ? (
        <UnitPicker
          kinds={["government_office"]}
          label={t("suggestion.field.viaId")}
          placeholder={t("suggestion.field.viaId")}
          value={value.viaId}
          onChange={(viaId) => onChange({ ...value, viaId })}
        />
      ) : (
        <UnitRows units={value.units} onChange={(units) => onChange({ ...value, units })} />
      )}
    </div>
  );
}

function UnitRows({ units, onChange }: { units: readonly ChosenUnit[]; onChange: (units: ChosenUnit[]) => void }) {
  const { t } = useTranslation();
  const change = (at: number, by: Partial<ChosenUnit>) => onChange(units.map((unit, index) => (index === at ? { ...unit, ...by } : unit)));
  return (
    <>
      {units.map((unit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and their values live outside
        <div key={index} className="choice-unit">
          <Select
            aria-label={t("suggestion.field.role")}
            value={unit.role}
            options={partRoles.map((role) => ({ value: role, label: t(`suggestion.role.${role}`) }))}
            onChange={(role) => change(index, { role })}
          />
          <UnitPicker label={t("suggestion.field.units")} value={unit.unitId} onChange={(unitId) => change(index, { unitId })} />
          <Button
            type="text"
            aria-label={t("suggestion.remove")}
            icon={<DeleteOutlined />}
            disabled={units.length === 1}
            onClick={() => onChange(units.filter((_, at) => at !== index))}
          />
          {unit.role === "SEPARATE" ? (
            <Input
              style={{ gridColumn: "1 / -1" }}
              aria-label={t("suggestion.placeholder.scope")}
              placeholder={t("suggestion.placeholder.scope")}
              maxLength={500}
              value={unit.scope ?? ""}
              onChange={(event) => change(index, { scope: event.target.value === "" ? null : event.target.value })}
            />
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        disabled={units.length >= 12}
        onClick={() => onChange([...units, { role: units.length === 0 ? "LEAD" : "CO", unitId: null, scope: null }])}
      >
        {t("suggestion.add_unit")}
      </Button>
    </>
  );
}
