import { type Reason, type Refusal, refuse } from "../refusal.ts";

/** One row of a life cycle: when, by whom and under which conditions a verb may happen, and what may come of it. */
export interface Transition<State extends string, Relation extends string, Thing> {
  /** The resource that a call makes: `POST /api/suggestions/{id}/replies`. */
  readonly path: string;
  readonly from: readonly State[];
  /** States that may follow; without it the state stays. The first one is the usual. */
  readonly to?: readonly State[];
  readonly by: readonly Relation[];
  /** Conditions beyond state and person, named as sentences of the rules. */
  readonly needs?: readonly ((thing: Thing) => Reason | undefined)[];
  /**
   * The thing waits for this, not merely allows it: it stands on the to-do list of whoever's turn it is, until done or until
   * another way was taken. A function tells for whom and when.
   */
  readonly awaited?: true | ((thing: Thing, turn: Turn<Relation>) => boolean);
  /** Kinds of time limit it is done within. */
  readonly within?: readonly string[];
  /** Photos and papers can come with this step, as its evidence. */
  readonly attaches?: true;
  /** The fact that is told. */
  readonly tells: string;
  /** Where the rule is written. */
  readonly source: string;
}

/** Whose turn is asked about. */
export interface Turn<Relation extends string> {
  readonly relation: Relation;
  readonly holder: string;
  readonly partId: string | null;
}

export const wrongState = "lifecycle.wrong_state";

/** Nothing when the verb of `row` may happen now; else why not: 403 by person, 409 by state or condition. */
export function refusalBy<State extends string, Relation extends string, Thing extends { readonly status: State }>(
  row: Transition<State, Relation, Thing>,
  thing: Thing,
  relations: readonly Relation[],
  words: { readonly subject: string; readonly verb: string },
): Refusal | undefined {
  if (!row.by.some((relation) => relations.includes(relation)))
    return refuse("forbidden", { code: "problem.forbidden", source: row.source });
  if (!row.from.includes(thing.status))
    return refuse("conflict", {
      code: wrongState,
      params: { status: `${words.subject}.status.${thing.status}`, verb: `${words.subject}.verb.${words.verb}` },
      source: row.source,
    });
  const missing = (row.needs ?? []).map((need) => need(thing)).filter((reason) => reason !== undefined);
  return missing.length > 0 ? refuse("conflict", ...missing) : undefined;
}

export interface Offers<Verb extends string> {
  readonly can: Verb[];
  readonly cannot: { verb: Verb; reasons: readonly Reason[] }[];
}

/** Verbs a person may see at all in this state: allowed ones, and those greyed out with their reasons. */
export function offersOf<Verb extends string>(verbs: readonly Verb[], may: (verb: Verb) => Refusal | undefined): Offers<Verb> {
  const offers: Offers<Verb> = { can: [], cannot: [] };
  for (const verb of verbs) {
    const refusal = may(verb);
    if (!refusal) offers.can.push(verb);
    else if (refusal.refused === "conflict" && refusal.reasons.every((reason) => reason.code !== wrongState))
      offers.cannot.push({ verb, reasons: refusal.reasons });
  }
  return offers;
}
