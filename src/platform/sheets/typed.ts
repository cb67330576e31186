import { date } from "../clock/instant.ts";
import type { Reason } from "../refusal.ts";
import type { ReadCell } from "./read.ts";

export type Typed<T> = { readonly value: T } | { readonly fault: Reason };

const expected = (code: string, cell: Exclude<ReadCell, undefined>): { fault: Reason } => ({
  fault: { code: `sheet.cell.${code}`, params: { given: saidIn(cell) } },
});

/** What a cell says, as it is shown to whoever filled it in. */
export const saidIn = (cell: ReadCell): string => (!cell || "fault" in cell ? "" : "text" in cell ? cell.text : cell.day);

/** A day, however offices write it: a date of the program, `2023-09-22`, `2023.9.22`, `2023/9/22`, `2023年9月22日`. */
export function dayIn(cell: Exclude<ReadCell, undefined>): Typed<string> {
  const parts = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(saidIn(cell));
  if (!parts) return expected("not_a_day", cell);
  const day = `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`;
  try {
    return { value: date(day) };
  } catch {
    return expected("no_such_day", cell);
  }
}

/** A month: `1970-05`, `1970.05`, `1970年5月`, or any day in it. Two digits, since a sheet makes 1970.1 out of 1970.10. */
export function monthIn(cell: Exclude<ReadCell, undefined>): Typed<string> {
  const said = saidIn(cell);
  const parts = /^(\d{4})(?:[-./](\d{2})|年(\d{1,2})月)$/.exec(said);
  const month = parts ? `${parts[1]}-${(parts[2] ?? parts[3] ?? "").padStart(2, "0")}` : undefined;
  if (month && /-(0[1-9]|1[0-2])$/.test(month)) return { value: month };
  const day = dayIn(cell);
  return "value" in day ? { value: day.value.slice(0, 7) } : expected("not_a_month", cell);
}

const yes = new Set(["是", "yes", "true", "1", "√"]);
const no = new Set(["否", "no", "false", "0"]);

/** Yes or no. */
export function yesNoIn(cell: Exclude<ReadCell, undefined>): Typed<boolean> {
  const said = saidIn(cell).toLowerCase();
  return yes.has(said) ? { value: true } : no.has(said) ? { value: false } : expected("not_yes_or_no", cell);
}
