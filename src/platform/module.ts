import type { Instant } from "./clock/instant.ts";
import type { Database, Db } from "./db/database.ts";
import type { Migrations } from "./db/migrate.ts";
import type { Access } from "./http/contract.ts";
import type { PageCall, Piece, PublicPage, PublicWay } from "./http/page.ts";
import type { Account, Route } from "./http/route.ts";
import type { Catalogue, Words } from "./i18n/words.ts";
import type { Subscriber } from "./ledger/subscribers.ts";

/** Work that time alone makes due. It asks what is due and does it; running twice does nothing twice. */
export interface Sweep {
  readonly name: string;
  run(database: Database, now: Instant): Promise<void>;
}

/** What a module shows to everybody, signed in nowhere. */
export interface PublicPart {
  readonly messages: Catalogue;
  readonly pages: readonly PublicPage[];
  readonly ways?: readonly PublicWay[];
  /** What it adds to the first page. */
  readonly home?: { readonly order: number; readonly part: (call: PageCall) => Promise<Piece> };
  /** What it keeps of people who are not its users, for how long and why: its paragraphs of the privacy notice. */
  readonly privacy?: (call: PageCall) => Promise<Piece>;
}

/** What a module brings into the house. */
export interface Module<Actor extends Account> {
  readonly name: string;
  readonly migrations?: Migrations;
  readonly messages?: Catalogue;
  readonly routes?: readonly Route<Actor>[];
  readonly portal?: PublicPart;
  /** Accesses it defines, and who may pass. */
  readonly permits?: Readonly<Partial<Record<Access, (actor: Actor) => boolean>>>;
  readonly subscribers?: readonly Subscriber[];
  readonly sweeps?: readonly Sweep[];
  /** Its life cycle as a page of Markdown, drawn from the table. */
  readonly diagram?: (words: Words) => string;
  /** Holds what is stored against what it was derived from, and names every difference. */
  readonly verify?: (db: Db, district: string) => Promise<string[]>;
}
