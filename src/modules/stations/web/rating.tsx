import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Card, Rate, Skeleton, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { useConfirmed } from "../../../web/ui/confirmed.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { perform, type Rating, ratingKey, useRating } from "./api.ts";
import { AssessForm, ClaimForm } from "./rating-forms.tsx";
import "./stations.css";

/** One star rating: the claim, the marks, the stars. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useRating(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <RatingPage of={found.data} />;
}

function RatingPage({ of }: { of: Rating }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ask = useConfirmed();
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  const publish = () =>
    ask({
      title: t("rating.verb.publish"),
      text: t("rating.help.publish", { stars: of.stars }),
      yes: t("rating.verb.publish"),
      async act() {
        queries.setQueryData(ratingKey(of.id), await perform<Rating>(`/api/ratings/${of.id}/publications`, {}));
        await queries.invalidateQueries({ queryKey: ["list"] });
      },
    });
  return (
    <div className="page page-narrow">
      <PageHead
        title={t("rating.title_of", { station: of.stationName, year: of.year })}
        sub={
          <Space wrap>
            <Tag color={of.status === "published" ? "green" : "blue"}>{t(`rating.status.${of.status}`)}</Tag>
            {of.stars === null ? null : <Rate disabled value={of.stars} style={{ fontSize: 14 }} />}
            {of.score === null ? null : <span>{t("rating.scored", { score: of.score })}</span>}
            <Link to="/stations/$id" params={{ id: of.stationId }}>
              {of.stationName}
            </Link>
          </Space>
        }
        actions={of.can.map((verb) => (
          <Button
            key={verb}
            type={verb === "publish" ? "primary" : "default"}
            onClick={verb === "publish" ? publish : () => setOpen(verb)}
            data-verb={verb}
          >
            {t(`rating.verb.${verb}`)}
          </Button>
        ))}
      />
      {of.remark ? <p className="prose">{of.remark}</p> : null}
      <div className="stack">
        {of.items.map((item) => (
          <ItemShown key={item.code} of={of} item={item} />
        ))}
      </div>
      {open === "revise" ? <ClaimForm stationId={of.stationId} before={of} close={close} /> : null}
      {open === "assess" ? <AssessForm of={of} close={close} /> : null}
    </div>
  );
}

function ItemShown({ of, item }: { of: Rating; item: Rating["items"][number] }) {
  const { t } = useTranslation();
  const claim = of.claimed.find(({ code }) => code === item.code);
  const mark = of.assessed?.find(({ code }) => code === item.code);
  return (
    <Card size="small" title={item.name} extra={<span className="muted">{t("rating.worth", { points: item.points })}</span>}>
      {claim ? (
        <>
          <p style={{ margin: 0 }}>
            {t("rating.field.claimed")} <strong>{claim.points}</strong>
          </p>
          <div className="prose">{claim.evidence}</div>
          <AttachmentList files={claim.attachments} of={`/api/ratings/${of.id}`} />
        </>
      ) : null}
      {mark ? (
        <p style={{ margin: "8px 0 0" }}>
          {t("rating.field.assessed")} <strong>{mark.points}</strong> <span className="muted">{mark.reason}</span>
        </p>
      ) : null}
    </Card>
  );
}
