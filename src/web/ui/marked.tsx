import { highlights, wordsOf } from "../../platform/text/words.ts";

/** A text with the words that were searched for standing out. */
export function Marked({ text, search }: { text: string; search: string | undefined }) {
  const ranges = search ? highlights(text, wordsOf(search)) : [];
  const after = ranges.at(-1)?.[1] ?? 0;
  return (
    <>
      {ranges.map(([from, to], index) => (
        <span key={from}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(after)}
    </>
  );
}

/** Where below its title a thing was found; nothing when the title shows it. */
export function Found({
  match,
  search,
  name,
}: {
  match: { readonly field: string; readonly text: string } | null | undefined;
  search: string | undefined;
  name: (field: string) => string;
}) {
  if (!match || match.field === "title") return null;
  return (
    <div className="found">
      <span className="where">{name(match.field)}</span>
      <Marked text={match.text} search={search} />
    </div>
  );
}
