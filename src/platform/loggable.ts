import { isDatabaseFault } from "./db/faults.ts";

/**
 * What broke, in one line that a log may hold. A database tells with its fault the row that it refused, and a row holds what people
 * said: of its faults only the code and the names of things are told.
 */
export function brief(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (!isDatabaseFault(error)) return error.message;
  const { code, table, constraint } = error;
  // Data that no column can hold is quoted in the message itself.
  const message = code.startsWith("22") ? "" : `: ${error.message}`;
  const named = [table && `table ${table}`, constraint && `constraint ${constraint}`].filter(Boolean).join(", ");
  return `database fault ${code}${named ? ` (${named})` : ""}${message}`;
}

/** The same, with where it happened. */
export function loggable(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const kind = error instanceof Error ? `${error.name}: ` : "";
  return [`${kind}${brief(error)}`, ...frames].join("\n");
}
