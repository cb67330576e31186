import type { Block, OfficialPaper } from "../../platform/papers/paper.ts";

/** An official paper on the screen, as its PDF will look: enough to read it over while writing it. */
export function PaperSheet({ of, label }: { of: OfficialPaper; label: string }) {
  return (
    <article className="paper-sheet" aria-label={label} lang="zh-CN">
      {of.draft ? <div className="draft">{of.draft}</div> : null}
      {of.mark ? <div className="mark">{of.mark}</div> : null}
      {of.head ? <div className="letterhead">{of.head}</div> : null}
      {of.documentNo ? <div className="number">{of.documentNo}</div> : null}
      <h2>{of.title}</h2>
      {of.addressee ? <p className="flush">{of.addressee}</p> : null}
      {of.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paper is made anew with every letter typed
        <Passage key={index} block={block} />
      ))}
      {of.signature ? (
        <div className="signature">
          <span>{of.signature.unit}</span>
          <span>{of.signature.date}</span>
        </div>
      ) : null}
      {of.contact ? <p>（{of.contact}）</p> : null}
      {of.copies ? <div className="copies">{of.copies}</div> : null}
    </article>
  );
}

function Passage({ block }: { block: Block }) {
  if (block.kind === "table") return null;
  return <p className={block.kind}>{block.text}</p>;
}
