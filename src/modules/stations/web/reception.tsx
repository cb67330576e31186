import { QrcodeOutlined } from "@ant-design/icons";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Descriptions, Skeleton, Space, Tag, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText, momentText, timeText } from "../../../web/ui/dates.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { PosterCard } from "../../../web/ui/poster-card.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type Reception, useReception } from "./api.ts";
import { ReceptionTag, Weekday } from "./reception-lines.tsx";
import { ReceptionVerbs } from "./reception-verbs.tsx";
import "./stations.css";

/** One reception: when, where, who, and what I can do now. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useReception(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <ReceptionPage of={found.data} />;
}

function ReceptionPage({ of }: { of: Reception }) {
  const { t } = useTranslation();
  const station = of.relations.includes("station");
  const items = [
    {
      key: "when",
      label: t("reception.poster.when"),
      children: (
        <span>
          {dateText(of.day)} <Weekday day={of.day} /> {timeText(of.startsAt)}—{timeText(of.endsAt)}
        </span>
      ),
    },
    { key: "where", label: t("reception.poster.where"), children: of.place ?? of.stationAddress },
    ...(of.areaName
      ? [{ key: "area", label: t("reception.field.areaId"), children: [of.areaName, of.grid].filter(Boolean).join(" · ") }]
      : []),
    ...(of.theme ? [{ key: "theme", label: t("reception.field.theme"), children: of.theme }] : []),
    ...(of.liaisonName ? [{ key: "liaison", label: t("reception.field.liaisonName"), children: of.liaisonName }] : []),
    ...(of.visitors === null ? [] : [{ key: "visitors", label: t("reception.field.visitors"), children: of.visitors }]),
  ];
  return (
    <div className="page">
      <PageHead
        title={t("reception.title_of", { station: of.stationName, day: dateText(of.day) })}
        sub={
          <Space size={[8, 6]} wrap>
            <ReceptionTag status={of.status} />
            <span>{t(`reception.kind.${of.kind}`)}</span>
            <Link to="/stations/$id" params={{ id: of.stationId }}>
              {of.stationName}
            </Link>
          </Space>
        }
        actions={<ReceptionVerbs of={of} />}
      />
      <Next of={of} />
      <div className="columns">
        <div className="stack">
          <Card>
            <Descriptions className="block" column={{ xs: 1, sm: 2 }} size="small" items={items} />
            {of.summary ? <div className="prose">{of.summary}</div> : null}
            <AttachmentList files={of.timeline.flatMap(({ attachments }) => attachments)} of={`/api/receptions/${of.id}`} />
          </Card>
          <Card title={t("reception.section.duty")}>
            <Duty of={of} />
          </Card>
          {of.timeline.length > 0 ? (
            <Card title={t("reception.section.timeline")}>
              <History of={of} />
            </Card>
          ) : null}
        </div>
        <div className="stack">
          {station && of.status === "announced" ? (
            <Card size="small" title={t("reception.section.code")}>
              <p className="muted">{t("reception.code_help")}</p>
              <Link to="/receptions/$id/code" params={{ id: of.id }}>
                <Button type="primary" icon={<QrcodeOutlined />} block data-code>
                  {t("reception.show_code")}
                </Button>
              </Link>
            </Card>
          ) : null}
          <PosterCard title={t("reception.section.poster")} help={t("reception.poster_help")} address={`/api/receptions/${of.id}/poster`} />
        </div>
      </div>
    </div>
  );
}

/** What comes next, for whoever reads it. */
function Next({ of }: { of: Reception }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const mine = of.deputies.find((one) => one.mine && one.state === "planned");
  const late = of.status === "planned" && today > of.announceBy;
  const key = of.exchanges.some((one) => one.mine) ? "answer" : mine && of.status === "announced" ? "duty" : late ? "late" : of.status;
  return (
    <Alert
      type={late || key === "answer" ? "warning" : "info"}
      showIcon
      style={{ marginBottom: 16 }}
      title={t(`reception.next.${key}`, { announceBy: dateText(of.announceBy), recordBy: dateText(of.recordBy) })}
    />
  );
}

const colours = { planned: "default", signed_in: "green", absent: "red", excused: "gold", substituted: "default" } as const;

function Duty({ of }: { of: Reception }) {
  const { t } = useTranslation();
  if (of.deputies.length === 0 && !of.liaisonName) return <span className="muted">{t("reception.nobody_yet")}</span>;
  return (
    <>
      {of.deputies.map(({ mandateId, name, state, standsInForName, signedInAt, signedInBy }) => (
        <div key={mandateId} className="section-head">
          <span>
            <strong>{name}</strong>
            {standsInForName ? <span className="muted"> {t("reception.stands_in", { name: standsInForName })}</span> : null}
          </span>
          <span>
            {signedInAt ? (
              <span className="muted">
                {timeText(signedInAt)} {t(`reception.signed_by.${signedInBy ?? "code"}`)}{" "}
              </span>
            ) : null}
            <Tag color={colours[state]}>{t(`reception.attendance.${state}`)}</Tag>
          </span>
        </div>
      ))}
      {of.exchanges.map((one) => (
        <p key={one.id} className="muted">
          {t(one.swap ? "reception.exchange_swap" : "reception.exchange_told", {
            asker: one.askerName,
            asked: one.askedName,
            state: t(`reception.exchange.${one.status}`),
            when: one.swap ? momentText(one.swap.startsAt) : "",
          })}
          {one.note ? `　${one.note}` : ""}
        </p>
      ))}
    </>
  );
}

function History({ of }: { of: Reception }) {
  const { t } = useTranslation();
  return (
    <Timeline
      items={[...of.timeline].reverse().map((step) => ({
        key: step.id,
        color: step.verb === "hold" ? "green" : "gray",
        content: (
          <div>
            <strong>{t(`reception.verb.${step.verb}`)}</strong>
            <div className="muted">{[step.byName, momentText(step.at)].filter(Boolean).join(" · ")}</div>
            {step.note ? <div className="prose">{step.note}</div> : null}
          </div>
        ),
      }))}
    />
  );
}
