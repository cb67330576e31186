import { Link, useParams } from "@tanstack/react-router";
import { Button, Card, DatePicker, Progress, Rate, Skeleton, Space, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { dayjs } from "../../../web/ui/calendar-days.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import {
  figureWords,
  functionMeasures,
  type StationGroup,
  type StationMeasure,
  type StationRate,
  stationGroups,
} from "../station-terms.ts";
import { type OpenedRows, StationRows } from "./station-rows.tsx";
import { Figure } from "./station-table.tsx";
import { type Station, type StationFigures, type StationNarrow, useKinds, useOneStation } from "./stations-api.ts";

type Cell = StationMeasure | StationRate;

/** Under which heading each rate stands. */
const ratesIn: Partial<Record<StationGroup, readonly StationRate[]>> = {
  receptions: ["in_time_rate"],
  turns: ["attendance_rate"],
  answers: ["answered_in_time_rate"],
  grades: ["satisfaction_rate", "satisfaction_and_basic_rate"],
  listening: ["points_in_time_rate"],
};

/** Every figure of one station in a year, beside those of the year before by the same day. */
export function Page() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const { t } = useTranslation();
  const { today } = useMe();
  const [narrowed, narrow] = useNarrowed();
  const { year, asOf } = narrowed;
  const which = { ...(year ? { year: Number(year) } : {}), ...(asOf ? { asOf } : {}) };
  const found = useOneStation(id, which);
  if (found.error) return <ProblemPage error={found.error} retry={() => found.refetch()} />;
  const of = found.data?.station;
  return (
    <div className="page printed">
      <PageHead
        title={of ? t("statistics.stations.figures_of", { station: of.name }) : t("statistics.stations.figures")}
        sub={of ? <About of={of} /> : t("statistics.stations.figures_help")}
        actions={
          <>
            <Link to="/stations/$id" params={{ id }}>
              <Button>{t("statistics.stations.open_station")}</Button>
            </Link>
            <Button onClick={() => window.print()}>{t("statistics.page.print")}</Button>
          </>
        }
      />
      <div className="filters">
        <YearPicker
          always
          label={t("statistics.stations.year")}
          value={year ?? today.slice(0, 4)}
          onChange={(next) => narrow({ year: next === today.slice(0, 4) ? undefined : next })}
        />
        <DatePicker
          aria-label={t("statistics.page.as_of")}
          placeholder={t("statistics.page.as_of")}
          value={asOf ? dayjs(asOf) : null}
          maxDate={dayjs(today)}
          onChange={(day) => narrow({ asOf: day?.format("YYYY-MM-DD") })}
        />
      </div>
      {found.data ? <Groups of={found.data} /> : null}
      {found.isPending ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
    </div>
  );
}

function About({ of }: { of: Station }) {
  const { t } = useTranslation();
  const kinds = useKinds();
  return (
    <Space size={[8, 6]} wrap>
      <Tag>{kinds.find(({ value }) => value === of.kind)?.label ?? of.kind}</Tag>
      <span>{of.townName}</span>
      <span>{of.organisationName}</span>
      {of.stars === null || of.ratingId === null ? (
        <span className="muted">{t("statistics.stations.no_stars")}</span>
      ) : (
        <Link to="/ratings/$id" params={{ id: of.ratingId }} title={t("statistics.stations.stars_of", { year: of.starsOf })}>
          <Rate disabled value={of.stars} style={{ fontSize: 14 }} />
        </Link>
      )}
      <span>{t("statistics.stations.functions_seen", { count: of.functionsSeen })}</span>
    </Space>
  );
}

type Told = Schemas["OneStationFigures"];

function Groups({ of: { station, before, year, asOf, asOfBefore } }: { of: Told }) {
  const { t } = useTranslation();
  const wide = useWide();
  const [opened, setOpened] = useState<OpenedRows & { narrow: StationNarrow }>();
  const [{ asOf: asked }] = useNarrowed();
  const open = (measures: OpenedRows["measures"], earlier: boolean) =>
    setOpened({
      ...{ station, measures, figures: earlier ? before : station },
      narrow: earlier ? { year: year - 1, asOf: asOfBefore } : { year, ...(asked ? { asOf: asked } : {}) },
    });
  return (
    <div className="stack">
      <p className="muted" style={{ margin: 0 }}>
        {t("statistics.page.as_of")} {dateText(asOf)} · {t("statistics.stations.figures_help")}
      </p>
      <div
        style={{
          display: "grid",
          gridTemplateColumns: wide ? "repeat(2, minmax(0, 1fr))" : "minmax(0, 1fr)",
          gap: 16,
          alignItems: "start",
        }}
      >
        {(Object.keys(stationGroups) as StationGroup[]).map((group) => (
          <Card key={group} size="small" title={t(`statistics.stations.group.${group}`)}>
            <Comparison cells={[...stationGroups[group], ...(ratesIn[group] ?? [])]} {...{ of: station, before, open }} />
          </Card>
        ))}
      </div>
      {opened ? <StationRows {...opened} close={() => setOpened(undefined)} /> : null}
    </div>
  );
}

interface Compared {
  readonly cells: readonly Cell[];
  readonly of: StationFigures;
  readonly before: StationFigures;
  readonly open: (measures: readonly StationMeasure[], earlier: boolean) => void;
}

function Comparison({ cells, of, before, open }: Compared) {
  const { t } = useTranslation();
  const wide = useWide();
  const most = Math.max(1, ...functionMeasures.map((measure) => of.counts[measure] ?? 0));
  /** The five functions beside each other: what is neglected is seen at once. */
  const share = (cell: Cell) => {
    const measure = functionMeasures.find((one) => one === cell);
    if (!measure) return null;
    return <Progress percent={((of.counts[measure] ?? 0) / most) * 100} showInfo={false} size="small" aria-hidden style={{ margin: 0 }} />;
  };
  return (
    <Table<{ cell: Cell }>
      rowKey="cell"
      size="small"
      dataSource={cells.map((cell) => ({ cell }))}
      pagination={false}
      columns={[
        {
          title: t("statistics.stations.figure"),
          key: "name",
          render: (_value, { cell }) => (
            <>
              {t(figureWords(cell).label)}
              {share(cell)}
              <div className="muted" style={{ fontSize: 12 }}>
                {t(figureWords(cell).definition)}
              </div>
            </>
          ),
        },
        {
          title: t("statistics.stations.this_year"),
          ...{ key: "now", align: "right", width: wide ? 96 : 84 },
          render: (_value, { cell }) => <Figure of={of} cell={cell} open={(measures) => open(measures, false)} />,
        },
        {
          title: t("statistics.stations.year_before"),
          ...{ key: "before", align: "right", width: wide ? 96 : 84 },
          render: (_value, { cell }) => <Figure of={before} cell={cell} open={(measures) => open(measures, true)} />,
        },
      ]}
    />
  );
}
