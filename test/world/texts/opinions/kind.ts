import type { UnitKey } from "../units.ts";

export type Season = "spring" | "summer" | "autumn" | "winter";

/** One kind of problem that people have, with the ways to say it; all texts are templates. */
export interface OpinionKind {
  readonly unit: UnitKey;
  /** Rural matters are rare in communities, urban ones do not occur in villages. */
  readonly setting?: "rural" | "urban";
  readonly seasons?: readonly Season[];
  /** How often it is met; 1 unless told. */
  readonly weight?: number;
  /** There is no site to be looked at: rules, money, papers. */
  readonly desk?: true;
  /** The first title, wording, request and answer belong together, and so on; otherwise all of them fit all. */
  readonly paired?: true;
  /** `hh` is the households concerned, `ppl` the persons when they are counted instead. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly titles: readonly string[];
  readonly wrong: readonly string[];
  readonly suffer: readonly string[];
  readonly ask: readonly string[];
  readonly done: readonly string[];
  readonly undone: readonly string[];
  /** Yuan, in all or for each unit of a variable; counted only when the answer names it. */
  readonly cost?: readonly [number, number] | { readonly per: string; readonly yuan: readonly [number, number] };
  readonly days: readonly [number, number];
}
