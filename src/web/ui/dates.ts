import { language } from "../i18n.ts";

const zone = "Asia/Shanghai";

/** 2023年9月22日, whatever the machine's own zone. */
export function dateText(value: string | null | undefined): string {
  if (!value) return "";
  const day = value.length === 10 ? new Date(`${value}T00:00:00Z`) : new Date(value);
  return new Intl.DateTimeFormat(language(), { dateStyle: "long", timeZone: value.length === 10 ? "UTC" : zone }).format(day);
}

/** 2023年9月22日 09:05. */
export function momentText(value: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short", hour12: false, timeZone: zone }).format(
    new Date(value),
  );
}

/** 09:05, the day being told elsewhere. */
export function timeText(value: string): string {
  return new Intl.DateTimeFormat(language(), { timeStyle: "short", hour12: false, timeZone: zone }).format(new Date(value));
}
