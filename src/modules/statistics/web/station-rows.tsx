import { Link } from "@tanstack/react-router";
import { Button, Drawer, Empty, Segmented, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { useFocusBack } from "../../../web/ui/focus.ts";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { figureWords, type StationMeasure, sourceOf } from "../station-terms.ts";
import { type StationFigures, type StationNarrow, type StationRow, useStationRows } from "./stations-api.ts";

export interface OpenedRows {
  /** One station, or all as filtered. */
  readonly station: { readonly id: string; readonly name: string } | undefined;
  readonly figures: StationFigures;
  /** One number, or the two of a rate. */
  readonly measures: readonly StationMeasure[];
}

/** The rows behind a number of a station, with what the number counts, until when and from where. */
export function StationRows({ station, figures, measures, narrow, close }: OpenedRows & { narrow: StationNarrow; close: () => void }) {
  useFocusBack();
  const { t } = useTranslation();
  const [measure, setMeasure] = useState<StationMeasure>(measures[0] ?? "planned");
  const query = { ...narrow, ...(station ? { stationId: station.id } : {}), measure };
  const list = useStationRows(query);
  const name = (one: StationMeasure) => t(figureWords(one).label);
  const source = `statistics.station_source.${sourceOf(measure)}`;
  const texts = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, value === undefined ? undefined : String(value)]));
  return (
    <Drawer
      open
      onClose={close}
      title={t("statistics.stations.measure_of", {
        station: station?.name ?? t("statistics.stations.all_stations"),
        measure: name(measure),
      })}
      size={920}
      extra={<ExportButton path="/api/statistics/station-rows" query={texts} />}
    >
      {measures.length > 1 ? (
        <Segmented
          value={measure}
          options={measures.map((value) => ({ value, label: `${name(value)} ${figures.counts[value] ?? 0}` }))}
          onChange={(next) => setMeasure(next)}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <p style={{ marginTop: 0 }}>{t(figureWords(measure).definition)}</p>
      <p className="muted">
        {t("statistics.stations.cut_off", { text: t(`${source}.cut_off`) })}
        <br />
        {t("statistics.stations.source", { text: t(`${source}.from`) })}
      </p>
      <InList {...{ station, measure, narrow }} />
      <ProblemAlert error={list.error} />
      <Table<StationRow>
        rowKey="id"
        size="small"
        loading={list.pending}
        dataSource={[...list.things]}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{ emptyText: <Empty description={t("web.nothing")} /> }}
        columns={columnsOf(t, station !== undefined, list.things)}
      />
      {list.more ? (
        <Button block style={{ marginTop: 12 }} loading={list.more.loading} onClick={list.more.load}>
          {t("web.load_more")}
        </Button>
      ) : null}
    </Drawer>
  );
}

/** Voices have a list of their own, in which the same ones can be searched, sorted and opened one after the other. */
function InList({ station, measure, narrow }: Pick<OpenedRows, "station"> & { measure: StationMeasure; narrow: StationNarrow }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const { year = Number(today.slice(0, 4)), asOf, kind, areaId, search } = narrow;
  // The list tells how things stand today, of one station or of all.
  if (sourceOf(measure) !== "voices" || asOf || (!station && (kind || areaId || search))) return null;
  const query = { counted: measure, year: String(year), ...(station ? { stationId: station.id } : {}) };
  return (
    <p>
      <Link to="/voices" search={query as never} data-in-list={measure}>
        {t("statistics.stations.in_list")}
      </Link>
    </p>
  );
}

const stateWords: Readonly<Record<StationRow["kind"], string>> = {
  reception: "reception.status",
  turn: "reception.attendance",
  voice: "voice.status",
  listening: "listening.status",
  point: "listening.part.status",
  event: "station.function",
  post: "station.function",
};

function columnsOf(t: (key: string) => string, one: boolean, rows: readonly StationRow[]) {
  const some = (has: (row: StationRow) => unknown) => rows.length === 0 || rows.some(has);
  return [
    {
      title: t("statistics.stations.day"),
      key: "day",
      width: 130,
      render: (_value: unknown, row: StationRow) => <Way row={row} />,
    },
    ...(one ? [] : [{ title: t("statistics.stations.stationName"), dataIndex: "stationName", width: 170 }]),
    ...(some(({ who }) => who) ? [{ title: t("statistics.stations.who"), dataIndex: "who", width: 140, render: said }] : []),
    ...(some(({ about }) => about) ? [{ title: t("statistics.stations.about"), dataIndex: "about", render: said }] : []),
    ...(some(({ place }) => place) ? [{ title: t("statistics.stations.place"), dataIndex: "place", width: 130, render: said }] : []),
    {
      title: t("statistics.stations.state"),
      key: "state",
      width: 120,
      render: (_value: unknown, { kind, state }: StationRow) => t(`${stateWords[kind]}.${state}`),
    },
    ...(rows.some(({ amount }) => amount !== null)
      ? [
          {
            ...{ title: t("statistics.stations.amount"), dataIndex: "amount", width: 80, align: "right" as const },
            render: (amount: number | null) => amount ?? "—",
          },
        ]
      : []),
  ];
}

const said = (text: string) => text || "—";

/** The day, leading to what happened on it. */
function Way({ row: { kind, opens, day } }: { row: StationRow }) {
  const params = { id: opens };
  if (kind === "voice")
    return (
      <Link to="/voices/$id" params={params}>
        {dateText(day)}
      </Link>
    );
  if (kind === "listening" || kind === "point")
    return (
      <Link to="/listenings/$id" params={params}>
        {dateText(day)}
      </Link>
    );
  if (kind === "event" || kind === "post")
    return (
      <Link to="/stations/$id" params={params} search={{ tab: kind === "event" ? "events" : "posts" } as never}>
        {dateText(day)}
      </Link>
    );
  return (
    <Link to="/receptions/$id" params={params}>
      {dateText(day)}
    </Link>
  );
}
