import type { ReactNode } from "react";
import type { Me } from "../page.ts";
import type { Choosable } from "./chosen-columns.ts";
import type { Kept, Typed } from "./collection-api.ts";

/** A thing that other things name: what a picker offers and a list shows instead of an identifier. */
export type Named = Kept & { readonly name: string } & Typed;

/** Where a field that names another thing takes it from. */
export interface Reference {
  readonly path: string;
  /** Small enough to be loaded whole; a long list is searched on the server while one types. */
  readonly whole: boolean;
  /** Things stand under each other by `parentId`. */
  readonly tree?: boolean;
  /** The column that tells from when on a thing is no more; such a thing is not offered. */
  readonly gone?: string;
  /** Fields of the same form that narrow the choice, by the same name on both sides. */
  readonly within?: readonly string[];
  /** One line more in the picker, to tell namesakes apart. */
  readonly describe?: (thing: Named) => string;
}

type Kind =
  | { readonly kind: "text"; readonly max?: number; readonly suggestions?: readonly string[]; readonly input?: "tel" | "numeric" }
  | { readonly kind: "lines"; readonly max: number }
  /** `shown` is the key of a sentence around the number: "the {{value}}th". */
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly shown?: string }
  | { readonly kind: "date" | "month" | "yes_no" }
  /** A box to tick before anything is sent; it is not sent itself. */
  | { readonly kind: "assent" }
  | {
      readonly kind: "select";
      readonly values: readonly string[];
      /** Where the catalogue has a word for each value. */
      readonly words: string;
      /** Values that this reader may see but not choose. */
      readonly locked?: (value: string, me: Me) => boolean;
    }
  /** One number out of a few, each with its word. */
  | { readonly kind: "choice_number"; readonly values: readonly number[]; readonly words: string }
  /** Any number out of a few. */
  | { readonly kind: "several"; readonly values: readonly (string | number)[]; readonly words: string }
  | { readonly kind: "reference"; readonly of: Reference }
  | { readonly kind: "references"; readonly of: Reference }
  /** Pictures by their identifiers; `home` tells where one that the thing has already is found. */
  | { readonly kind: "photos"; readonly home: (id: string) => string };

/** One thing to fill in. Its label and hint come from the catalogue by its name. */
export type Field<Name extends string = string> = Kind & {
  readonly name: Name;
  readonly optional?: boolean;
  /** Takes a whole line of the form. */
  readonly wide?: boolean;
  /** Cannot be changed once the thing is there. */
  readonly fixed?: boolean;
  /** Asked for only while what is typed so far says so; else it is empty. */
  readonly when?: (typed: Typed) => boolean;
};

/** What a list can be narrowed by, beside a search. */
export type Filter = { readonly name: string } & Extract<Kind, { kind: "select" | "reference" }>;

export interface Column<Thing> extends Choosable {
  readonly width?: number;
  /** Stands back where there is little room. */
  readonly minor?: boolean;
  /** Left out where the field of the same name says it all. */
  readonly render?: (thing: Thing) => ReactNode;
  /** What an export calls it, where it is not the column of the same name: those that it is worked out from. */
  readonly taken?: readonly string[];
}

/** What a form needs to know to add or change a thing. */
export interface FormSpec<Name extends string = string> {
  /** The address of its endpoints. */
  readonly path: string;
  /** Where the catalogue speaks of it: `.title`, `.help`, `.add`, `.help_add`, `.edit`, `.help_edit`, `.field.…`, `.hint.…`. */
  readonly words: string;
  readonly fields: readonly Field<Name>[];
  readonly initial?: (today: string) => Typed;
}

/** What a list shows of each thing. */
export interface ViewSpec<Thing> {
  /** Where the catalogue speaks of its columns: `.field.…`. */
  readonly words: string;
  /** A column without a rendering of its own shows the field of its name. */
  readonly fields: readonly Field<keyof Thing & string>[];
  /** The first column names the thing. */
  readonly columns: readonly Column<Thing>[];
  /** The page of one thing; without it, a thing is changed where it stands in the list. */
  readonly open?: (thing: Thing) => string;
}

/** A plain list with its form: everything that differs from one list to the next. */
export interface CollectionSpec<Thing extends Kept> extends FormSpec<keyof Thing & string>, ViewSpec<Thing> {
  readonly words: string;
  readonly fields: readonly Field<keyof Thing & string>[];
  /** Its address in the client. */
  readonly page: string;
  /** The duty of whoever may add and change. */
  readonly keeper: string;
  readonly filters?: readonly Filter[];
  readonly search?: boolean;
  /** What a thing stands under, where the list is a tree. It is shown as one while it is not narrowed. */
  readonly parentOf?: (thing: Thing) => string | null;
}
