import type { ComponentType } from "react";
import type { Schemas } from "./api/client.ts";

export type Me = Schemas["Me"];

/** The pictures that an entry of the menu can have. */
export type MenuIcon =
  | "apartment"
  | "api"
  | "audio"
  | "audit"
  | "bank"
  | "barChart"
  | "calendar"
  | "checkSquare"
  | "cluster"
  | "comment"
  | "contacts"
  | "dashboard"
  | "environment"
  | "eye"
  | "fileDone"
  | "fileExcel"
  | "fileText"
  | "flag"
  | "home"
  | "idcard"
  | "import"
  | "inbox"
  | "key"
  | "mail"
  | "schedule"
  | "send"
  | "snippets"
  | "solution"
  | "table"
  | "team"
  | "user"
  | "usergroupAdd";

/** One page that a module brings. */
export interface Page {
  /** With dollars for parameters: `/suggestions/$id`. */
  readonly path: string;
  /** Loaded when it is first opened. */
  readonly load: () => Promise<{ Page: ComponentType }>;
  /** Its place in the menu, for whom it is there. */
  readonly menu?: {
    readonly label: string;
    readonly icon: MenuIcon;
    readonly order: number;
    readonly group?: string;
    readonly when: (me: Me) => boolean;
    /** What stands beside it, such as a count. */
    readonly badge?: ComponentType;
  };
}

/** What a module shows beside a matter that another one keeps; only for those who may see it, and nothing where there is nothing. */
export interface Panel {
  readonly beside: "opinion" | "suggestion";
  /** Loaded with the first page that it stands on; `of` is the matter's identifier. */
  readonly load: () => Promise<{ Panel: ComponentType<{ of: string }> }>;
}

/** Something small that a module shows in the head of every page. */
export type HeadWidget = ComponentType;
