import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Card, Descriptions, Image, Rate, Skeleton, Space, Tabs, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateText } from "../../../web/ui/dates.ts";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { PosterCard } from "../../../web/ui/poster-card.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { type WeekdaySpan, weekdaySpans } from "../weekdays.ts";
import { type Station, useStation, useStationCodes } from "./api.ts";
import { Balance } from "./balance.tsx";
import { CloseStation } from "./close-station.tsx";
import { KeptList } from "./kept-list.tsx";
import { ListeningTab } from "./listening-tab.tsx";
import { RatingTab } from "./rating-tab.tsx";
import { ReceptionLines } from "./reception-lines.tsx";
import { RosterTab } from "./roster-tab.tsx";
import { eventSpec, placementSpec, postSpec, staffSpec } from "./specs.tsx";
import { StationForm } from "./station-form.tsx";
import "./stations.css";

/** One station with everything that belongs to it. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const found = useStation(id);
  if (found.isPending)
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  if (!found.data) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  return <StationPage of={found.data} />;
}

function StationPage({ of }: { of: Station }) {
  const { t } = useTranslation();
  const { kinds } = useStationCodes();
  const [open, setOpen] = useState<"edit" | "close">();
  const [narrowed, narrow] = useNarrowed();
  const tabs = [
    { key: "overview", children: <Overview of={of} /> },
    { key: "people", children: <People of={of} /> },
    { key: "receptions", children: <RosterTab of={of} /> },
    { key: "listening", children: <ListeningTab of={of} /> },
    { key: "events", children: <KeptList spec={eventSpec(of.id)} stationId={of.id} keeps={of.mine} /> },
    { key: "posts", children: <KeptList spec={postSpec} stationId={of.id} keeps={of.mine} /> },
    { key: "rating", children: <RatingTab of={of} /> },
  ].map((tab) => ({ ...tab, label: t(`station.tab.${tab.key}`) }));
  return (
    <div className="page">
      <PageHead
        title={of.name}
        sub={
          <Space size={[8, 6]} wrap>
            <Tag>{kinds.find(({ value }) => value === of.kind)?.label ?? of.kind}</Tag>
            <span>{of.code}</span>
            <span>{of.organisationName}</span>
            {of.stars === null ? null : <Rate disabled value={of.stars} style={{ fontSize: 14 }} />}
          </Space>
        }
        actions={
          <>
            {of.mine ? (
              <Link to="/station-figures/$id" params={{ id: of.id }}>
                <Button data-figures>{t("station.figures")}</Button>
              </Link>
            ) : null}
            {of.keeps && !of.closedOn ? (
              <>
                <Button onClick={() => setOpen("edit")} data-verb="edit">
                  {t("web.edit")}
                </Button>
                <Button danger onClick={() => setOpen("close")} data-verb="close">
                  {t("station.close")}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      {of.closedOn ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t("station.is_closed", { on: dateText(of.closedOn), reason: of.closingReason })}
        />
      ) : null}
      <Tabs activeKey={narrowed["tab"] ?? "overview"} onChange={(tab) => narrow({ tab })} items={tabs} destroyOnHidden />
      {open === "edit" ? <StationForm before={of} close={() => setOpen(undefined)} saved={() => undefined} /> : null}
      {open === "close" ? <CloseStation of={of} close={() => setOpen(undefined)} /> : null}
    </div>
  );
}

function Overview({ of }: { of: Station }) {
  const { t } = useTranslation();
  const { equipment } = useStationCodes();
  const named = (code: string) => equipment.find(({ value }) => value === code)?.label ?? code;
  const dayName = (day: number) => t(`reception.poster.weekday.${day}`);
  const saidSpan = ([first, last]: WeekdaySpan) =>
    last ? t("station.weekday_span", { first: dayName(first), last: dayName(last) }) : dayName(first);
  const hours = of.hours.map(({ weekdays, from, to }) =>
    t("station.hours", { days: weekdaySpans(weekdays).map(saidSpan).join(t("station.list_comma")), from, to }),
  );
  const said = (value: string | number | null | undefined) => (value === null || value === undefined || value === "" ? "—" : value);
  const items = [
    { key: "address", children: of.address },
    { key: "hours", children: said(hours.join("；")) },
    { key: "phone", children: of.phone ? <a href={`tel:${of.phone}`}>{of.phone}</a> : "—" },
    { key: "cover", children: said(of.cover.map(({ areaName, grid }) => [areaName, grid].filter(Boolean).join(" ")).join("、")) },
    { key: "floorArea", children: said(of.floorArea) },
    { key: "rooms", children: said(of.rooms) },
    { key: "equipment", children: said(of.equipment.map(named).join("、")) },
    { key: "openedOn", children: dateText(of.openedOn) },
  ].map((item) => ({ ...item, label: t(`station.field.${item.key}`) }));
  return (
    <div className="columns">
      <div className="stack">
        <Card>
          <Descriptions className="block" column={{ xs: 1, sm: 1, lg: 2 }} size="small" items={items} />
          {of.about ? <div className="prose">{of.about}</div> : null}
          <Image.PreviewGroup>
            <div className="photos">
              {of.photos.map((id) => (
                <Image
                  key={id}
                  src={`/api/stations/${of.id}/photos/${id}?size=small`}
                  preview={{ src: `/api/stations/${of.id}/photos/${id}` }}
                  alt={of.name}
                  width={140}
                  height={104}
                  style={{ objectFit: "cover", borderRadius: 6 }}
                />
              ))}
            </div>
          </Image.PreviewGroup>
        </Card>
        <Card title={t("station.section.next")}>
          {of.next.length === 0 ? <span className="muted">{t("station.none_next")}</span> : <Coming of={of} />}
        </Card>
      </div>
      <div className="stack">
        <Card size="small" title={t("station.balance", { year: of.balance.year })}>
          <Balance of={of.balance} />
        </Card>
        {of.closedOn ? null : (
          <PosterCard
            title={t("station.code_poster")}
            help={t("station.code_poster_help")}
            address={`/api/stations/${of.id}/code-poster`}
            leadsTo={`/s/${of.code}`}
          />
        )}
        <Card size="small" title={t("station.tab.posts")}>
          {of.posts.length === 0 ? <span className="muted">{t("station.none_posted")}</span> : null}
          {of.posts.map(({ id, kind, title, publishedOn }) => (
            <div key={id}>
              {title} <span className="muted">{[t(`station_post.kind.${kind}`), dateText(publishedOn)].join(" · ")}</span>
            </div>
          ))}
        </Card>
      </div>
    </div>
  );
}

function Coming({ of }: { of: Station }) {
  const lines = of.next.map((one) => ({
    ...{ ...one, stationId: of.id, stationName: of.name, areaName: null, liaisonName: null, visitors: null, announceBy: "" },
    day: new Date(Date.parse(one.startsAt) + 8 * 3_600_000).toISOString().slice(0, 10),
    deputies: one.deputies.map((name) => ({ mandateId: name, name, state: "planned" as const, standsInForName: null })),
  }));
  return <ReceptionLines receptions={lines} oneStation />;
}

function People({ of }: { of: Station }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Card title={t("station_staff.title")}>
        <KeptList spec={staffSpec} stationId={of.id} keeps={of.keeps} />
      </Card>
      <Card title={t("station_deputy.title")}>
        <p className="muted">
          {t("station.duties", { year: of.balance.year })}
          {of.deputies.map(({ personName, duties }) => t("roster.plan.duty", { name: personName, count: duties })).join("、") || "—"}
        </p>
        <KeptList spec={placementSpec} stationId={of.id} keeps={of.mine} />
      </Card>
    </div>
  );
}
