import { folded } from "./words.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Characters that join, count or shade a phrase; a name is not made of them. */
const particles = new Set(
  "的了着过和与及或并而且但若如因故既在对把被将为从到由向以于之其该各某每这那此等让使给令就都也还又再仍更最很较太只才已曾不没未无是有所很均约共多少几一二三四五六七八九十两个次年月日".split(
    "",
  ),
);

/** The longest run of single characters that is taken for one name, such as 朱庄 or 石家湖. */
const longestName = 3;

/**
 * The words of a Chinese text in their order, each of two characters or more. Single characters side by side are a name that no
 * dictionary has: they stay together, or are taken two by two when there are too many of them. Bare numbers are no words.
 */
export function cut(text: string): string[] {
  const words: string[] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length > 1) words.push(...named(run));
    run = [];
  };
  for (const { segment, isWordLike } of segmenter.segment(folded(text))) {
    const single = [...segment].length === 1;
    if (single && isWordLike && !particles.has(segment) && !/[\da-z]/.test(segment)) run.push(segment);
    else {
      end();
      if (isWordLike && !single && !/^[\d.,:%]+$/.test(segment)) words.push(segment);
    }
  }
  end();
  return words;
}

const named = (run: readonly string[]): string[] =>
  run.length <= longestName ? [run.join("")] : run.slice(1).map((character, index) => `${run[index]}${character}`);
