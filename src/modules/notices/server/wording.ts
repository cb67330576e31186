import type { Instant } from "../../../platform/clock/instant.ts";
import type { Words } from "../../../platform/i18n/words.ts";
import { sentenceKey } from "../told.ts";

/** What a message outside the house is made from: kind of thing, number, and what happened. */
export interface Told {
  readonly type: string;
  readonly kind: string;
  readonly label: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly at: Instant;
}

/** Subject, sentence and link of a message. No title and no name leaves the house. */
export function wording(
  words: Words,
  publicUrl: string,
  notices: readonly Told[],
  digest: boolean,
): { subject: string; text: string; link: string } {
  const [only] = notices;
  if (!digest && only) {
    const sentence = sentenceOf(words, only);
    return {
      subject: words("notices.out.subject", { sentence }),
      text: words("notices.out.text", { sentence }),
      link: `${publicUrl}/${only.subjectType}s/${only.subjectId}`,
    };
  }
  const sentence = words("notices.out.digest", { count: notices.length });
  const lines = notices.slice(0, 20).map((notice) => words("notices.out.line", { sentence: sentenceOf(words, notice) }));
  return { subject: words("notices.out.subject", { sentence }), text: [sentence, ...lines].join("\n"), link: `${publicUrl}/notices` };
}

/** A thing without a number yet leaves a gap in the sentence. */
const sentenceOf = (words: Words, { subjectType, label, type, kind }: Told): string =>
  words("notices.out.sentence", {
    what: words(`notices.subject.${subjectType}`),
    label,
    happened: words(sentenceKey(type, kind)),
  }).replaceAll(/\s+/g, " ");
