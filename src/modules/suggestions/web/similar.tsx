import { Link } from "@tanstack/react-router";
import { Card, Empty, Skeleton, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import { Found, Marked } from "../../../web/ui/marked.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { table } from "../lifecycle.ts";
import { type CaseState, takesMergers } from "../terms.ts";
import { type SimilarCase, useSimilar } from "./api.ts";
import { StatusTag } from "./status.tsx";

const mergeable: readonly CaseState[] = [...table.merge.from, ...takesMergers];

/** Earlier cases like this one, each with the reason why it is here and how it ended. */
export function SimilarCases({ id, compare }: { id: string; compare: boolean }) {
  const { t } = useTranslation();
  const found = useSimilar(id);
  return (
    <Card title={t("suggestion.similar.title")} size="small" data-similar>
      {found.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
      {found.error ? <ProblemAlert error={found.error} /> : null}
      {found.data?.items.length === 0 ? <Empty description={t("suggestion.similar.none")} image={Empty.PRESENTED_IMAGE_SIMPLE} /> : null}
      {found.data?.items.map((one) => (
        <SimilarCard key={one.id} of={one} to={id} compare={compare} />
      ))}
    </Card>
  );
}

function SimilarCard({ of, to, compare }: { of: SimilarCase; to: string; compare: boolean }) {
  const { t } = useTranslation();
  const search = of.words.join(" ");
  return (
    <div className="block">
      <div>
        <StatusTag status={of.status} />
        {of.outcome ? <Tag>{t(`suggestion.outcome.${of.outcome}`)}</Tag> : null}
      </div>
      <Link to="/suggestions/$id" params={{ id: of.id }} style={{ display: "block", margin: "4px 0", fontWeight: 500 }}>
        <Marked text={of.title} search={search} />
      </Link>
      <Found match={of.match} search={search} name={(field) => t(`suggestion.found_in.${field}`)} />
      <Why of={of} />
      <div className="muted" style={{ fontSize: 14 }}>
        {[
          of.label,
          of.lead.name,
          of.units.join("、"),
          of.closedAt ? t("suggestion.similar.closed_on", { date: dateText(of.closedAt) }) : dateText(of.submittedAt),
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      {compare && mergeable.includes(of.status) ? (
        <Link to="/suggestions/$id/merging" params={{ id: to }} search={{ other: of.id } as never}>
          {t("suggestion.similar.compare")}
        </Link>
      ) : null}
    </div>
  );
}

/** The words in common, and what else is the same. */
export function Why({ of }: { of: Pick<SimilarCase, "words" | "sameField" | "samePlace" | "sameUnit"> }) {
  const { t } = useTranslation();
  const same = (["sameField", "samePlace", "sameUnit"] as const).filter((name) => of[name]);
  return (
    <div className="why">
      <span className="muted">{t("suggestion.similar.words")}</span>
      {of.words.map((word) => (
        <mark key={word}>{word}</mark>
      ))}
      {same.map((name) => (
        <span key={name} className="same">
          {t(`suggestion.similar.${name}`)}
        </span>
      ))}
    </div>
  );
}
