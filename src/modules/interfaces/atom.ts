import type { Instant } from "../../platform/clock/instant.ts";
import { type Xml, xmlText } from "./xml.ts";

export interface Entry {
  /** An IRI that stays with the thing. */
  readonly id: string;
  readonly title: string;
  readonly at: Instant;
  readonly updated: Instant;
  readonly link: string;
  /** Plain text. */
  readonly summary: string;
  readonly category?: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  /** Where the feed itself lies. */
  readonly self: string;
  /** The page that it follows. */
  readonly page: string;
  readonly language: string;
  /** When a feed with nothing in it was last changed. */
  readonly since: Instant;
  readonly entries: readonly Entry[];
}

/** The identifier of a thing with a UUID, wherever it is published. */
export const urn = (id: string): string => `urn:uuid:${id}`;

/** A feed as Atom (RFC 4287); it was changed when its newest entry was. */
export function atomText(of: Feed): string {
  const updated = of.entries.reduce((latest, { updated: at }) => (at > latest ? at : latest), of.since);
  return xmlText({
    feed: {
      ...{ "@xmlns": "http://www.w3.org/2005/Atom", "@xml:lang": of.language },
      ...{ id: of.id, title: of.title, updated, author: { name: of.author } },
      link: [
        { "@rel": "self", "@type": "application/atom+xml", "@href": of.self },
        { "@rel": "alternate", "@type": "text/html", "@href": of.page },
      ],
      entry: of.entries.map(entryOf),
    },
  });
}

const entryOf = ({ id, title, at, updated, link, summary, category }: Entry): Xml => ({
  ...{ id, title, updated, published: at, link: { "@rel": "alternate", "@type": "text/html", "@href": link } },
  ...(category === undefined ? {} : { category: { "@term": category } }),
  summary: { "@type": "text", "#text": summary },
});
