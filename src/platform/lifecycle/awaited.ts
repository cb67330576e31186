import type { DateISO } from "../clock/instant.ts";

/** Something that a thing waits for, and from whom: one entry of somebody's to-do list. */
export interface Awaited {
  readonly verb: string;
  /** The organisation or the mandate whose turn it is. */
  readonly holder: string;
  /** Only a leader of the organisation can do it. */
  readonly leadersOnly: boolean;
  readonly partId: string | null;
  /** The running time limit it is done within; its due day can still move. */
  readonly clockId: string | null;
  /** A due day that no clock keeps, such as that of a promise. */
  readonly dueOn: DateISO | null;
}

interface Clock {
  readonly id: string;
  readonly key: string;
  readonly partId: string | null;
  readonly dueOn: DateISO;
  readonly stoppedOn: DateISO | null;
}

/** The nearest running limit of these kinds, of the whole thing or of this part of it. */
export function runningClock(clocks: readonly Clock[], keys: readonly string[], partId: string | null): Clock | undefined {
  const running = clocks.filter(
    (one) => one.stoppedOn === null && keys.includes(one.key) && (one.partId === null || one.partId === partId),
  );
  return running.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
}
