import { Select } from "antd";
import { useMe } from "../session.ts";

interface Props {
  readonly value: string | undefined;
  readonly onChange: (year: string | undefined) => void;
  /** What the year is of. */
  readonly label: string;
  /** A year must be chosen. */
  readonly always?: boolean;
}

const years = 6;

/** A year to look back to: this one and those before. */
export function YearPicker({ value, onChange, label, always = false }: Props) {
  const last = Number(useMe().today.slice(0, 4));
  return (
    <Select
      allowClear={!always}
      value={value ?? null}
      placeholder={label}
      aria-label={label}
      options={Array.from({ length: years }, (_, back) => ({ value: String(last - back), label: String(last - back) }))}
      onChange={(year) => onChange(year ?? undefined)}
      style={{ width: 130 }}
    />
  );
}
