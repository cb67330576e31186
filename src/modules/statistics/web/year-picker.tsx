import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";

interface Props {
  readonly value: string | undefined;
  readonly onChange: (year: string | undefined) => void;
  /** A year must be chosen. */
  readonly always?: boolean;
}

const years = 6;

/** The year in which suggestions were raised: this one and those before. */
export function YearPicker({ value, onChange, always = false }: Props) {
  const { t } = useTranslation();
  const last = Number(useMe().today.slice(0, 4));
  return (
    <Select
      allowClear={!always}
      value={value ?? null}
      placeholder={t("statistics.units.all_years")}
      aria-label={t("statistics.units.year")}
      options={Array.from({ length: years }, (_, back) => ({ value: String(last - back), label: String(last - back) }))}
      onChange={(year) => onChange(year ?? undefined)}
      style={{ width: 120 }}
    />
  );
}
