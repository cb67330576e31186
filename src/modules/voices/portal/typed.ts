import { randomUUID } from "node:crypto";
import type { PageCall } from "../../../platform/http/page.ts";
import { photosIn, uuid } from "./photos.ts";

/** The steps of speaking, in their order. */
export const steps = ["what", "where", "reach"] as const;
export type Step = (typeof steps)[number];

/** Everything typed so far, as it is carried from step to step. */
export interface Typed {
  readonly submission: string;
  readonly words: string;
  readonly category: string;
  /** Photos taken in for this form. */
  readonly photos: readonly string[];
  readonly photoConsent: boolean;
  /** Code of a village; empty for none. */
  readonly village: string;
  readonly place: string;
  readonly name: string;
  readonly phone: string;
  /** Code of the station whose poster was scanned. */
  readonly station: string;
  /** Public code of the deputy who is addressed. */
  readonly deputy: string;
}

/** A form at its beginning; its identifier is chance, so that sending it twice is harmless. */
export const fresh = ({ url }: PageCall): Typed => ({
  ...{ submission: randomUUID(), words: "", category: "", photos: [], photoConsent: false, village: "", place: "", name: "", phone: "" },
  ...{ station: (url.searchParams.get("station") ?? "").slice(0, 12), deputy: (url.searchParams.get("deputy") ?? "").slice(0, 12) },
});

/** What came with the form. A form without an identifier of its own gets one: it was not made here, but its words are somebody's. */
export function typedIn({ form }: Pick<PageCall, "form">): Typed {
  const text = (name: string, max: number) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").slice(0, max) : "";
  };
  const submission = text("submission", 36);
  return {
    submission: uuid.test(submission) ? submission : randomUUID(),
    // One more than may be said, so that too much is refused by name and not cut in silence.
    words: text("words", 2001),
    category: text("category", 41),
    ...photosIn({ form }),
    village: text("village", 20),
    place: text("place", 201),
    name: text("name", 41),
    phone: text("phone", 30),
    station: text("station", 12),
    deputy: text("deputy", 12),
  };
}

/** What is carried along hidden while another step is on the screen, as names and values. */
export const carried = (typed: Typed, shown: readonly (keyof Typed)[]): Carried[] =>
  (Object.keys(typed) as (keyof Typed)[]).flatMap((name): Carried[] => {
    if (name === "photos") return typed.photos.map((id) => ["photo", id]);
    if (shown.includes(name)) return [];
    if (name === "photoConsent") return typed.photoConsent ? [[name, "yes"]] : [];
    return [[name, typed[name]]];
  });

type Carried = readonly [name: string, value: string];
