import type { ReactNode } from "react";
import type { Typed } from "./collection-api.ts";

/** What a form knows while one of its fields is drawn. */
export interface Drawn {
  readonly typed: Typed;
  /** The field belongs to a thing that is there already. */
  readonly changing: boolean;
  /** What somebody else has stored meanwhile, where it differs from what is typed. */
  readonly stored?: { readonly value: unknown };
}

/** How the fields of one kind of form are drawn, and what is sent of them. */
export interface Drawing<F> {
  readonly draw: (field: F, drawn: Drawn) => ReactNode;
  /** Other fields whose change empties this one. */
  readonly within?: (field: F) => readonly string[];
  /** What stands below the fields and is more than one of them. */
  readonly rest?: (typed: Typed) => ReactNode;
  readonly body: (typed: Typed) => Typed;
}
