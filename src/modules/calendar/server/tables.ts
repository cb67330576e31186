import type { DateISO, Instant } from "../../../platform/clock/instant.ts";
import type { Extension } from "../clock.ts";
import type { Period } from "../due-date.ts";

export type CalendarTables = {
  calendarYear: { district: string; year: number; version: number; source: string; loadedAt: Instant; loadedBy: string | null };
  calendarDay: { district: string; year: number; version: number; day: DateISO; kind: "off" | "work"; name: string };
  rule: {
    district: string;
    key: string;
    version: number;
    inForceFrom: DateISO;
    value: unknown;
    source: string;
    note: string | null;
    setAt: Instant;
    setBy: string | null;
  };
  statuteChange: { district: string; changes: number };
  clock: {
    district: string;
    id: string;
    subjectType: string;
    subjectId: string;
    partId: string | null;
    key: string;
    ruleVersion: number;
    period: Period;
    startsOn: DateISO;
    dueOn: DateISO;
    pauses: string;
    extension: Extension | null;
    steps: string;
    calendars: Readonly<Record<number, number>>;
    stoppedOn: DateISO | null;
    stoppedBy: string | null;
  };
};
