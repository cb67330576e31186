import { Link, useParams } from "@tanstack/react-router";
import { Alert, Card, Collapse, Descriptions, Skeleton, Space, Statistic, Tag, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { Panels } from "../../../web/panels.tsx";
import { useMe } from "../../../web/session.ts";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText, momentText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { Source } from "../../../web/ui/source.tsx";
import { type Opinion, useCategories, useOpinion } from "./api.ts";
import { StatusTag } from "./status.tsx";
import { Verbs } from "./verbs.tsx";

/** One opinion: what was asked, what was done, what it cost, and what I can do now. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useOpinion(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <OpinionPage of={found.data} />;
}

function OpinionPage({ of }: { of: Opinion }) {
  const { t } = useTranslation();
  const categories = useCategories();
  const items = [
    {
      key: "category",
      label: t("opinion.field.category"),
      children: categories.find((one) => one.value === of.category)?.label ?? of.category,
    },
    { key: "area", label: t("opinion.field.area"), children: of.areaName },
    { key: "deputy", label: t("opinion.field.deputy"), children: of.deputy.name },
    { key: "receiver", label: t("opinion.field.receiver"), children: of.receiver.name },
    { key: "unit", label: t("opinion.field.unit"), children: of.unit?.name ?? "—" },
    { key: "campaign", label: t("opinion.field.campaign"), children: of.campaign?.name ?? "—" },
  ];
  const waiting = { receiver: of.receiver.name, unit: of.unit?.name ?? "", deputy: of.deputy.name };
  return (
    <div className="page">
      <PageHead
        title={of.title}
        sub={
          <Space size={[8, 6]} wrap>
            <StatusTag status={of.status} />
            {of.label ? <span>{of.label}</span> : null}
            <span>{of.congressName}</span>
            <span>{dateText(of.submittedAt)}</span>
          </Space>
        }
        actions={<Verbs of={of} />}
      />
      <Alert type="info" showIcon style={{ marginBottom: 16 }} message={t(`opinion.next.${of.status}`, waiting)} />
      <div className="columns">
        <div className="stack">
          <Card title={t("opinion.section.paper")}>
            <div className="prose">{of.content}</div>
            <AttachmentList files={of.attachments} of={`/api/opinions/${of.id}`} />
            <Descriptions className="block" style={{ marginTop: 16 }} column={{ xs: 1, sm: 2, lg: 3 }} size="small" items={items} />
          </Card>
          <Results of={of} />
          <Card title={t("opinion.section.timeline")}>
            <History of={of} />
          </Card>
        </div>
        <div className="stack">
          <Clocks of={of} />
          {of.suggestionId ? (
            <Card size="small" title={t("opinion.section.upgraded")}>
              <Link to="/suggestions/$id" params={{ id: of.suggestionId }}>
                {t("opinion.open_suggestion")}
              </Link>
            </Card>
          ) : null}
          <Panels beside="opinion" of={of.id} />
        </div>
      </div>
    </div>
  );
}

const gradeColours = { SATISFIED: "green", BASIC: "gold", DISSATISFIED: "red" } as const;

function Results({ of }: { of: Opinion }) {
  const { t } = useTranslation();
  if (of.results.length === 0) return null;
  return (
    <Card title={t("opinion.section.results")}>
      {of.results.map((result) => (
        <section key={result.id} className="block">
          <Space wrap>
            <Tag color={result.solved ? "green" : "gold"}>{t(`opinion.answer.solved.${result.solved}`)}</Tag>
            <span className="muted">{dateText(result.answeredOn)}</span>
            {result.grade ? <Tag color={gradeColours[result.grade]}>{t(`opinion.grade.${result.grade}`)}</Tag> : null}
          </Space>
          <div className="prose" style={{ margin: "8px 0" }}>
            {result.answer}
          </div>
          <AttachmentList files={papersOf(of, result)} of={`/api/opinions/${of.id}`} />
          <Space size={[32, 8]} wrap>
            {result.cost > 0 ? (
              <Statistic
                title={t("opinion.spent")}
                value={result.cost / 10_000}
                precision={2}
                suffix={t("opinion.wan")}
                styles={{ content: { fontSize: 20 } }}
              />
            ) : null}
            {of.days !== null && result.round === of.round ? (
              <Statistic
                title={t("opinion.field.days")}
                value={of.days}
                suffix={t("opinion.days")}
                styles={{ content: { fontSize: 20 } }}
              />
            ) : null}
            {result.households > 0 ? (
              <Statistic title={t("opinion.field.households")} value={result.households} styles={{ content: { fontSize: 20 } }} />
            ) : null}
            {result.people > 0 ? (
              <Statistic title={t("opinion.field.people")} value={result.people} styles={{ content: { fontSize: 20 } }} />
            ) : null}
          </Space>
          {result.gradeReasons ? <p className="muted">{result.gradeReasons}</p> : null}
        </section>
      ))}
    </Card>
  );
}

/** Photos of what was done come with the answer. */
const papersOf = (of: Opinion, result: Opinion["results"][number]) =>
  of.timeline.find((step) => step.verb === "answer" && step.data["round"] === result.round)?.attachments ?? [];

function Clocks({ of }: { of: Opinion }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const items = [...of.clocks].reverse().map((clock) => ({
    key: clock.id,
    label: (
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <span>{t(`calendar.key.${clock.key}`)}</span>
        {clock.stoppedOn ? (
          <span style={{ color: clock.stoppedOn > clock.dueOn ? "#c4281c" : "#2c7a3f" }}>
            {t(clock.stoppedOn > clock.dueOn ? "opinion.clock.late" : "opinion.clock.met", { on: dateText(clock.stoppedOn) })}
          </span>
        ) : (
          <Lamp dueOn={clock.dueOn} today={today} />
        )}
      </div>
    ),
    children: (
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {clock.steps.map((step) => (
          <li key={step.code + JSON.stringify(step.params)}>
            {t(step.code, { ...step.params })}
            <Source of={step.source} />
          </li>
        ))}
      </ol>
    ),
  }));
  return (
    <Card size="small" title={t("opinion.section.clocks")} styles={{ body: { padding: 0 } }}>
      <Collapse ghost size="small" items={items} />
    </Card>
  );
}

/** Papers of these steps stand with the opinion and with the answer. */
const shownAbove = new Set(["begin", "resubmit", "answer"]);

function History({ of }: { of: Opinion }) {
  const { t } = useTranslation();
  return (
    <Timeline
      items={[...of.timeline].reverse().map((step) => ({
        key: step.id,
        color: step.toStatus === "closed" ? "green" : "gray",
        content: (
          <div>
            <Space wrap>
              <strong>{t(`opinion.verb.${step.verb}`)}</strong>
              {step.fromStatus !== step.toStatus ? <StatusTag status={step.toStatus} /> : null}
            </Space>
            <div className="muted">{[step.actingFor, step.byName, momentText(step.at)].filter(Boolean).join(" · ")}</div>
            {step.note ? <div className="prose">{step.note}</div> : null}
            {shownAbove.has(step.verb) ? null : <AttachmentList files={step.attachments} of={`/api/opinions/${of.id}`} />}
          </div>
        ),
      }))}
    />
  );
}
