import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Card, Input, Select, Skeleton, Space, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { AttachmentList } from "../../../web/ui/attachment-list.tsx";
import { dateText, timeText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { ReferencesPicker } from "../../../web/ui/references.tsx";
import type { Bound, Field, OwnControl } from "../../../web/ui/verb-field.tsx";
import { type ListeningVerb, listeningRow } from "../listening-lifecycle.ts";
import { outcomes } from "../terms.ts";
import { type Listening, useListening } from "./api.ts";
import { ListeningTag } from "./listening-tab.tsx";
import { Time } from "./reception-verbs.tsx";
import { mandate, organisation } from "./references.ts";
import { StationVerbs, type VerbForm } from "./verb-dialog.tsx";
import "./stations.css";

/** One listening session: what was raised, who answers until when, and what came of it. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useListening(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <ListeningPage of={found.data} />;
}

const order = ["announce", "hold", "answer", "follow_up", "add_point", "close", "reschedule", "cancel"];

function ListeningPage({ of }: { of: Listening }) {
  const { t } = useTranslation();
  return (
    <div className="page page-narrow">
      <PageHead
        title={of.topic}
        sub={
          <Space size={[8, 6]} wrap>
            <ListeningTag status={of.status} />
            <span>
              {dateText(of.day)} {timeText(of.startsAt)}—{timeText(of.endsAt)}
            </span>
            <span>{of.organName}</span>
            <Link to="/stations/$id" params={{ id: of.stationId }}>
              {of.stationName}
            </Link>
          </Space>
        }
        actions={
          <StationVerbs<Listening>
            {...{ of, order, words: "listening", path: "/api/listenings", destructive: ["cancel"] }}
            pathOf={(verb) => listeningRow(verb as ListeningVerb).path}
            form={(verb) => formOf(verb, of)}
            own={ownControl(of)}
          />
        }
      />
      <div className="stack">
        {of.about || of.summary || of.present !== null ? (
          <Card>
            {of.about ? <div className="prose">{of.about}</div> : null}
            {of.present === null ? null : <p>{t("listening.present", { count: of.present })}</p>}
            {of.deputies.length > 0 ? <p>{t("listening.deputies", { names: of.deputies.map(({ name }) => name).join("、") })}</p> : null}
            {of.summary ? <div className="prose">{of.summary}</div> : null}
            <AttachmentList files={of.attachments} of={`/api/listenings/${of.id}`} />
          </Card>
        ) : null}
        <Card title={t("listening.section.points")}>
          {of.points.length === 0 ? <span className="muted">{t("listening.no_points")}</span> : null}
          {of.points.map((point) => (
            <PointShown key={point.id} of={point} />
          ))}
        </Card>
      </div>
    </div>
  );
}

const colours = { open: "gold", answered: "blue", followed_up: "green" } as const;

function PointShown({ of }: { of: Listening["points"][number] }) {
  const { t } = useTranslation();
  const { today } = useMe();
  return (
    <section className="block" style={{ marginBottom: 18 }}>
      <Space wrap size={[8, 4]}>
        <strong>{of.position}.</strong>
        <Tag color={colours[of.status]}>{t(`listening.part.status.${of.status}`)}</Tag>
        <span className="muted">{of.unitName}</span>
        {of.dueOn ? <Lamp dueOn={of.dueOn} today={today} /> : null}
      </Space>
      <div className="prose">{of.content}</div>
      {of.deputyName ? <div className="muted">{t("listening.raised_by", { name: of.deputyName })}</div> : null}
      {of.answer ? (
        <div className="prose" style={{ marginTop: 6 }}>
          <strong>{t("listening.field.answer")}</strong> <span className="muted">{dateText(of.answeredOn)}</span>
          <div>{of.answer}</div>
        </div>
      ) : null}
      {of.outcome ? (
        <div className="prose" style={{ marginTop: 6 }}>
          <strong>{t(`listening.outcome.${of.outcome}`)}</strong> <span className="muted">{dateText(of.followedUpOn)}</span>
          <div>{of.followUp}</div>
        </div>
      ) : null}
    </section>
  );
}

const note: Field = { name: "note", kind: "text", optional: true };
const files: Field = { name: "attachments", kind: "files", optional: true };

function formOf(verb: string, of: Listening): VerbForm {
  const first = (status: string) => of.points.find((point) => point.status === status && (status !== "open" || point.mine))?.id;
  switch (verb) {
    case "hold":
      return {
        fields: [
          { name: "present", kind: "number" },
          { name: "mandates", kind: "deputies", optional: true },
          { name: "points", kind: "points", optional: true },
          { name: "summary", kind: "text", optional: true },
          files,
        ],
        initial: { mandates: [], points: [{ content: "" }] },
      };
    case "add_point":
      return {
        fields: [
          { name: "content", kind: "text" },
          { name: "unitId", kind: "organisation", optional: true },
          { name: "mandateId", kind: "deputy", optional: true },
        ],
      };
    case "answer":
      return {
        fields: [{ name: "pointId", kind: "open" }, { name: "answer", kind: "text", rows: 5 }, files],
        initial: { pointId: first("open") },
      };
    case "follow_up":
      return {
        fields: [
          { name: "pointId", kind: "answered" },
          { name: "outcome", kind: "choice", options: outcomes.map((value) => ({ value, label: `listening.outcome.${value}` })) },
          { name: "followUp", kind: "text" },
        ],
        initial: { pointId: first("answered") },
      };
    case "reschedule":
      return {
        fields: [
          { name: "day", kind: "day" },
          { name: "fromTime", kind: "time" },
          { name: "toTime", kind: "time" },
          { name: "note", kind: "text" },
        ],
        initial: { day: of.day, fromTime: timeText(of.startsAt), toTime: timeText(of.endsAt) },
      };
    case "cancel":
      return { fields: [{ name: "note", kind: "text" }] };
    default:
      return { fields: [note] };
  }
}

const ownControl =
  (of: Listening): OwnControl =>
  (field, _typed, bound) => {
    const picked = { ...(bound.id ? { id: bound.id } : {}), onChange: (value: unknown) => bound.onChange?.(value) };
    const one = typeof bound.value === "string" ? bound.value : null;
    switch (field.kind) {
      case "time":
        return <Time {...bound} />;
      case "open":
        return <Points of={of} fits={(point) => point.mine} {...bound} />;
      case "answered":
        return <Points of={of} fits={({ status }) => status === "answered"} {...bound} />;
      case "organisation":
        return <ReferencePicker of={organisation} {...picked} value={one} />;
      case "deputy":
        return <ReferencePicker of={mandate} {...picked} value={one} />;
      case "deputies":
        return <ReferencesPicker of={mandate} {...picked} value={Array.isArray(bound.value) ? bound.value : []} />;
      case "points":
        return <Raised {...bound} />;
      default:
        return undefined;
    }
  };

function Points({ of, fits, ...bound }: Bound & { of: Listening; fits: (point: Listening["points"][number]) => boolean }) {
  const options = of.points.filter(fits).map(({ id, position, content }) => ({ value: id, label: `${position}. ${content}` }));
  return (
    <Select
      {...(bound.id ? { id: bound.id } : {})}
      options={options}
      value={typeof bound.value === "string" ? bound.value : null}
      onChange={(next) => bound.onChange?.(next)}
    />
  );
}

interface Typed {
  readonly content: string;
  readonly unitId?: string | null;
}

/** Points as they are raised: the words, and who answers where it is not the organ itself. */
function Raised({ value, onChange }: Bound) {
  const { t } = useTranslation();
  const rows: readonly Typed[] = Array.isArray(value) ? value : [];
  const change = (at: number, row: Typed) => onChange?.(rows.map((one, index) => (index === at ? row : one)));
  return (
    <fieldset className="rows">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are only added at the end
        <div key={at} className="row" style={{ marginBottom: 8 }}>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={1000}
            style={{ flex: "2 1 260px" }}
            value={row.content}
            placeholder={t("listening.field.content")}
            aria-label={t("listening.field.content")}
            onChange={(event) => change(at, { ...row, content: event.target.value })}
          />
          <div style={{ flex: "1 1 180px" }}>
            <ReferencePicker
              of={organisation}
              value={row.unitId ?? null}
              placeholder={t("listening.field.unitId")}
              label={t("listening.field.unitId")}
              onChange={(unitId) => change(at, { ...row, unitId })}
            />
          </div>
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t("station.remove_row")}
            onClick={() => onChange?.(rows.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange?.([...rows, { content: "" }])}>
        {t("listening.verb.add_point")}
      </Button>
    </fieldset>
  );
}
