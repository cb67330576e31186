/** What is filled in to have a list: of a session, or of a time between sessions. */
export interface ListWanted {
  readonly of: "session" | "between";
  readonly sessionId?: string;
  readonly congressId?: string;
  readonly time: "year" | "first_half" | "second_half" | "days";
  readonly year?: string;
  readonly from?: string;
  readonly to?: string;
  readonly kind: string;
  readonly format: string;
}

const days = { year: ["01-01", "12-31"], first_half: ["01-01", "06-30"], second_half: ["07-01", "12-31"] } as const;

/** As it is asked for: a session, or a congress with two days. */
export function queryOf({ of, sessionId = "", congressId = "", time, year, from = "", to = "" }: Omit<ListWanted, "kind" | "format">) {
  if (of === "session") return { sessionId };
  if (time === "days") return { congressId, from, to };
  const [first, last] = days[time];
  return { congressId, from: `${year}-${first}`, to: `${year}-${last}` };
}
