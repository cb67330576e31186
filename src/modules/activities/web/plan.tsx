import { useParams } from "@tanstack/react-router";
import { Alert, Collapse, Skeleton, Space } from "antd";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { Aim } from "./aim.tsx";
import { type Plan, usePlan } from "./api.ts";
import { History } from "./history.tsx";
import { Items, ItemsShown } from "./items.tsx";
import { PlanTag } from "./status.tsx";
import { PlanVerbs } from "./verbs.tsx";

/** One yearly plan: what is planned, how far it has come, what I can do. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = usePlan(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <PlanPage of={found.data} />;
}

function PlanPage({ of }: { of: Plan }) {
  const { t } = useTranslation();
  const { published } = of;
  const shown = of.publicEdition !== null && of.publishedAt !== null;
  return (
    <div className="page">
      <PageHead
        title={t("activity_plan.title_of", { group: of.groupName, year: of.year })}
        sub={
          <Space size={[8, 6]} wrap>
            <PlanTag status={of.status} />
            {of.townName ? <span>{of.townName}</span> : null}
            <span>{t("activity_plan.reviewed_by", { reviewer: of.reviewerName })}</span>
            {shown ? <span>{t("activity_plan.edition_on", { edition: of.publicEdition, date: dateText(of.publishedAt) })}</span> : null}
            {shown ? (
              <a href={`/portal/plans/${of.id}`} target="_blank" rel="noreferrer">
                {t("activity_plan.portal")}
              </a>
            ) : null}
          </Space>
        }
        actions={<PlanVerbs of={of} />}
      />
      <div className="stack">
        {of.returned ? (
          <Alert
            type="warning"
            showIcon
            title={`${t(`activity_plan.came_back.${of.returned.verb}`)} ${dateText(of.returned.at)}`}
            description={of.returned.note}
          />
        ) : null}
        {published ? (
          <Alert
            type="info"
            showIcon
            title={t("activity_plan.public_differs", {
              edition: published.edition,
              date: dateText(published.publishedAt),
              count: published.items.length,
            })}
          />
        ) : null}
        <Aim of={of} />
        <Items of={of} />
        {published ? (
          <Collapse
            items={[
              {
                key: "public",
                label: t("activity_plan.section.public", { edition: published.edition }),
                children: (
                  <>
                    {published.aim ? <div className="prose">{published.aim}</div> : null}
                    <ItemsShown items={published.items} />
                  </>
                ),
              },
            ]}
          />
        ) : null}
        {of.steps.length > 0 ? <History of={of} /> : null}
      </div>
    </div>
  );
}
