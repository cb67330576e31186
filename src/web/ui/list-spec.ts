import type { ReactNode } from "react";
import type { Me } from "../page.ts";
import type { Choosable } from "./chosen-columns.ts";
import type { Outcomes } from "./in-turn.ts";

/** A matter in a list, as every list of matters knows it. */
export interface Matter {
  readonly id: string;
  /** Its number as people say it; empty while it has none. */
  readonly label: string;
  readonly title: string;
  readonly status: string;
  readonly dueOn: string | null;
  /** Where a search found it. */
  readonly match?: { readonly field: string; readonly text: string } | null | undefined;
}

interface Choice {
  readonly kind: "choice";
  readonly name: string;
  /** The key of what it is called. */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** So many that one types to find one. */
  readonly many?: boolean;
}

interface Flag {
  readonly kind: "flag";
  readonly name: string;
  readonly label: string;
}

/** What a list can be narrowed by, beside a search and the state. */
export type ListFilter = Choice | Flag;

/** A column of the list's own, between number and title on one side and state and due day on the other. */
export interface ListColumn<Line> extends Choosable {
  readonly width: number;
  readonly render: (line: Line) => ReactNode;
}

/** What is chosen in a list, and why the last attempt was refused for some of it. */
export interface Chosen<Line> {
  readonly lines: readonly Line[];
  readonly clear: () => void;
  /** What was done is no longer chosen; what was refused stays, with its reason in its line. */
  readonly settle: (outcomes: Outcomes) => void;
}

/** A list of matters: everything that differs from one to the next. */
export interface ListSpec<Line extends Matter> {
  /** Where it is read: `/api/suggestions`. */
  readonly path: string;
  /** The page of the list, and under it that of each matter: `/suggestions`. */
  readonly page: string;
  /** Where the catalogue speaks of it: `.page.list`, `.field.…`, `.filter.…`, `.status.…`, `.found_in.…`. */
  readonly words: string;
  readonly states: readonly string[];
  readonly filters: readonly ListFilter[];
  /** Orders to choose from, the usual one first. */
  readonly sorts?: readonly string[];
  readonly columns: readonly ListColumn<Line>[];
  /** Nothing in it is due on a day. */
  readonly undated?: boolean;
  readonly status: (line: Line) => ReactNode;
  /** The page that a line opens, where it is not one under the list's own. */
  readonly open?: (line: Line) => string;
  /** What marks a matter out among others, before its title. */
  readonly mark?: (line: Line, wide: boolean) => ReactNode;
  /** The small print of a card on a phone. */
  readonly small: (line: Line) => readonly ReactNode[];
  /** Who may begin a new one. */
  readonly begins: (me: Me) => boolean;
  /** What can be done with several at once. Without it, nothing can be chosen. */
  readonly together?: (choice: Chosen<Line>) => ReactNode;
  /** What else the page offers, beside its title. */
  readonly actions?: ReactNode;
}

/** Every column that a list of matters can show, in the usual order. */
export const columnsOf = <Line extends Matter>({ columns, undated = false }: ListSpec<Line>): readonly Choosable[] => [
  { name: "number" },
  { name: "title", fixed: true },
  ...columns,
  { name: "status" },
  ...(undated ? [] : [{ name: "due" }]),
];

/** The page that a line opens. */
export const pageOf = <Line extends Matter>({ page, open }: ListSpec<Line>, line: Line): string => open?.(line) ?? `${page}/${line.id}`;

/** What a list is called where my settings of it are kept: `suggestions`. */
export const listOf = ({ page }: { readonly page: string }): string => page.slice(1);
