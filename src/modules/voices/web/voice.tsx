import { Link, useParams } from "@tanstack/react-router";
import { Alert, Card, Collapse, Descriptions, Skeleton, Space, Tag, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText, momentText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { Source } from "../../../web/ui/source.tsx";
import { useCodes, useVoice, type Voice } from "./api.ts";
import { ContactCard } from "./contact.tsx";
import { RecommendedUnits, SimilarVoices } from "./similar.tsx";
import { StatusTag, UrgentTag } from "./status.tsx";
import { Verbs } from "./verbs.tsx";

/** One voice: what was said, what came of it, and what I can do now. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useVoice(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <VoicePage of={found.data} />;
}

const longestTitle = 40;
/** A voice has no title; its first words stand for it. */
export const headOf = (words: string): string => {
  const letters = [...words.replaceAll(/\s+/gu, " ")];
  return letters.length <= longestTitle ? letters.join("") : `${letters.slice(0, longestTitle - 1).join("")}…`;
};

function VoicePage({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const waiting = { receiver: of.receiver.name, unit: of.unit?.name ?? "", taker: of.taker?.name ?? "" };
  const sorting = of.can.includes("route") || of.can.includes("join");
  return (
    <div className="page">
      <PageHead
        title={headOf(of.words)}
        sub={
          <Space size={[8, 6]} wrap>
            <StatusTag status={of.status} />
            <UrgentTag urgent={of.urgent} />
            <span>{of.label}</span>
            <span>{t(`voice.channel.${of.channel}`)}</span>
            <span>{dateText(of.receivedAt)}</span>
          </Space>
        }
        actions={<Verbs of={of} />}
      />
      <Alert type="info" showIcon style={{ marginBottom: 16 }} message={t(`voice.next.${of.status}`, waiting)} />
      <div className="columns">
        <div className="stack">
          <Spoken of={of} />
          <Answers of={of} />
          <Card title={t("voice.section.timeline")}>
            <History of={of} />
          </Card>
        </div>
        <div className="stack">
          <Clocks of={of} />
          <Grown of={of} />
          <Joined of={of} />
          {of.can.includes("open_contact") ? <ContactCard of={of} /> : null}
          {sorting ? <SimilarVoices of={of} /> : null}
          {of.can.includes("route") ? <RecommendedUnits of={of} /> : null}
        </div>
      </div>
    </div>
  );
}

/** What was said, by whatever way, and where. */
export function Spoken({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const { categories } = useCodes();
  const items = [
    {
      key: "category",
      label: t("voice.field.category"),
      children: categories.find((one) => one.value === of.category)?.label ?? of.category,
    },
    { key: "area", label: t("voice.field.area"), children: [of.areaName, of.place].filter(Boolean).join(" · ") },
    { key: "station", label: t("voice.field.station"), children: of.station?.name ?? "—" },
    { key: "deputy", label: t("voice.field.mandateId"), children: of.deputy?.name ?? "—" },
    { key: "receiver", label: t("voice.field.receiver"), children: of.receiver.name },
    { key: "unit", label: t("voice.field.unit"), children: of.unit?.name ?? "—" },
    { key: "spokenAt", label: t("voice.field.spokenAt"), children: momentText(of.spokenAt) },
  ];
  const steps = of.timeline.filter(({ verb }) => verb === "begin" || verb === "add_words");
  const cameWith = (one: (typeof steps)[number], more: { at: string }) =>
    one.verb === "add_words" && Date.parse(one.at) === Date.parse(more.at);
  const photosOf = (wanted: (one: (typeof steps)[number]) => boolean) => steps.filter(wanted).flatMap((one) => one.attachments);
  return (
    <Card title={t("voice.section.words")}>
      <div className="prose" style={{ fontSize: 18 }}>
        {of.words}
      </div>
      <AttachmentList files={photosOf((one) => !of.additions.some((more) => cameWith(one, more)))} of={`/api/voices/${of.id}`} />
      {of.additions.map((more) => (
        <div key={more.id} className="block">
          <div className="muted">
            {t("voice.section.added")} · {momentText(more.at)}
          </div>
          <div className="prose">{more.words}</div>
          <AttachmentList files={photosOf((one) => cameWith(one, more))} of={`/api/voices/${of.id}`} />
        </div>
      ))}
      <Descriptions style={{ marginTop: 16 }} column={{ xs: 1, sm: 2 }} size="small" items={items} />
    </Card>
  );
}

const gradeColours = { SATISFIED: "green", BASIC: "gold", DISSATISFIED: "red", UNREACHABLE: "default" } as const;

function Answers({ of }: { of: Voice }) {
  const { t } = useTranslation();
  if (of.answers.length === 0) return null;
  return (
    <Card title={t("voice.section.answers")}>
      {of.answers.map((one) => (
        <section key={one.id} className="block">
          <Space wrap>
            <Tag color={one.solved ? "green" : "gold"}>{t(`voice.answer.solved.${one.solved}`)}</Tag>
            <span className="muted">{dateText(one.answeredOn)}</span>
            {one.grade ? <Tag color={gradeColours[one.grade]}>{t("voice.said_of", { grade: t(`voice.grade.${one.grade}`) })}</Tag> : null}
          </Space>
          <div className="prose" style={{ margin: "8px 0" }}>
            {one.answer ?? t(`voice.outcome.${one.outcome}`)}
          </div>
          {one.gradeReasons ? <p className="muted">{one.gradeReasons}</p> : null}
        </section>
      ))}
    </Card>
  );
}

function Clocks({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const items = [...of.clocks].reverse().map((clock) => ({
    key: clock.id,
    label: (
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <span>{t(`calendar.key.${clock.key}`)}</span>
        {clock.stoppedOn ? (
          <span style={{ color: clock.stoppedOn > clock.dueOn ? "#c4281c" : "#2c7a3f" }}>
            {t(clock.stoppedOn > clock.dueOn ? "voice.clock.late" : "voice.clock.met", { on: dateText(clock.stoppedOn) })}
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
    <Card size="small" title={t("voice.section.clocks")} styles={{ body: { padding: 0 } }}>
      <Collapse ghost size="small" items={items} />
    </Card>
  );
}

/** What the voice grew into. */
function Grown({ of }: { of: Voice }) {
  const { t } = useTranslation();
  if (!of.escalation) return null;
  return (
    <Card size="small" title={`${t("voice.section.grown")}：${t(`voice.escalation.${of.escalation}`)}`}>
      {of.opinionId ? <Link to={`/opinions/${of.opinionId}` as never}>{t("voice.open_opinion")}</Link> : null}
      {of.suggestionId ? <Link to={`/suggestions/${of.suggestionId}` as never}>{t("voice.open_suggestion")}</Link> : null}
    </Card>
  );
}

/** The voices of the same matter that stand with this one, or the one it stands with. */
function Joined({ of }: { of: Voice }) {
  const { t } = useTranslation();
  const all = [...(of.joinedTo ? [of.joinedTo] : []), ...of.joined];
  if (all.length === 0) return null;
  return (
    <Card size="small" title={of.joinedTo ? t("voice.verb.join") : t("voice.section.joined")}>
      {all.map((one) => (
        <Link key={one.id} to="/voices/$id" params={{ id: one.id }} style={{ display: "block", marginBottom: 6 }}>
          {one.label} {one.gist}
        </Link>
      ))}
    </Card>
  );
}

function History({ of }: { of: Voice }) {
  const { t } = useTranslation();
  return (
    <Timeline
      items={[...of.timeline].reverse().map((step) => ({
        key: step.id,
        color: step.toStatus === "closed" ? "green" : "gray",
        content: (
          <div>
            <Space wrap>
              <strong>{t(`voice.verb.${step.verb}`)}</strong>
              {step.fromStatus !== step.toStatus ? <StatusTag status={step.toStatus} /> : null}
            </Space>
            <div className="muted">
              {[step.actingFor, step.byName ?? (step.actingFor ? null : t("voice.relation.voter")), momentText(step.at)]
                .filter(Boolean)
                .join(" · ")}
            </div>
            {step.note ? <div className="prose">{step.note}</div> : null}
            {step.verb === "begin" || step.verb === "add_words" ? null : (
              <AttachmentList files={step.attachments} of={`/api/voices/${of.id}`} />
            )}
          </div>
        ),
      }))}
    />
  );
}
