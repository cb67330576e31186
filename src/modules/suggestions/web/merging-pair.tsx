import { Skeleton } from "antd";
import { Marked } from "../../../web/ui/marked.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { type Suggestion, useSuggestion } from "./api.ts";
import { Paper } from "./paper.tsx";

interface Props {
  readonly one: Suggestion;
  readonly otherId: string;
  readonly words: readonly string[];
}

/** Two cases side by side, the words they have in common standing out in both. */
export function MergingPair({ one, otherId, words }: Props) {
  const other = useSuggestion(otherId);
  return (
    <div className="merge-pair">
      <Side of={one} words={words} />
      {other.data ? <Side of={other.data} words={words} /> : other.error ? <ProblemAlert error={other.error} /> : <Skeleton active />}
    </div>
  );
}

function Side({ of, words }: { of: Suggestion; words: readonly string[] }) {
  return (
    <section style={{ minWidth: 0 }}>
      <h2 className="review-title">
        <Marked text={of.title} search={words.join(" ")} />
      </h2>
      <p className="muted">
        {[of.label, of.signers.find((signer) => signer.role === "lead")?.name, of.parts.map((part) => part.unit.name).join("、")]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Paper of={of} words={words} narrow />
    </section>
  );
}
