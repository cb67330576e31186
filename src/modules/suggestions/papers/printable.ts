import { type IssuedKind, issuedKinds, type PaperKind, tellsOf } from "./kinds.ts";
import type { Seen } from "./saying.ts";

type Shown = Pick<Seen, "number" | "assignedOn" | "imported"> & {
  readonly replies: readonly Pick<Seen["replies"][number], "id" | "signedAt">[];
  readonly timeline: readonly Pick<Seen["timeline"][number], "id" | "verb" | "note">[];
};

export interface Printable {
  readonly kind: PaperKind;
  /** Which of several replies. */
  readonly replyId?: string;
  readonly draft?: true;
}

/** Notices of the last steps that have no number yet: what the office can issue. */
export const unissued = (of: Shown & Pick<Seen, "papers">): IssuedKind[] =>
  issuedKinds.filter((kind) => {
    const step = of.timeline.findLast((one) => one.verb === tellsOf[kind]);
    return step !== undefined && !of.papers.some((one) => one.stepId === step.id);
  });

/** The papers of a case that its reader can print now: the buttons; each paper refuses by the same conditions. */
export function printableOf(of: Shown): Printable[] {
  const supervised = of.timeline.some((step) => step.verb === "supervise" && step.note);
  return [
    ...of.replies.flatMap(({ id, signedAt }): Printable[] =>
      signedAt === null
        ? of.imported
          ? []
          : [{ kind: "reply", replyId: id, draft: true }]
        : [
            // The letter of an earlier case was not written here, and cannot be printed again.
            ...(of.imported ? [] : [{ kind: "reply", replyId: id } as const]),
            { kind: "feedback", replyId: id },
          ],
    ),
    ...(of.number === null ? [] : [{ kind: "sheet" } as const]),
    ...(of.assignedOn === null || of.number === null ? [] : [{ kind: "assignment" } as const]),
    ...(supervised ? [{ kind: "supervision" } as const] : []),
  ];
}
