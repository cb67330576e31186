import { Link } from "@tanstack/react-router";
import { Button, Table } from "antd";
import type { ColumnsType, ColumnType } from "antd/es/table";
import { useTranslation } from "react-i18next";
import { figureWords, functionMeasures, type StationMeasure, type StationRate, type StationSort } from "../station-terms.ts";
import { headRoom } from "./head-room.ts";
import { type OpenStation, StationCount, StationShare } from "./station-figure.tsx";
import type { Station, StationFigures } from "./stations-api.ts";

export interface Sorting {
  readonly sort: StationSort;
  readonly order: "asc" | "desc";
}

interface Props {
  readonly stations: readonly Station[];
  readonly whole: StationFigures;
  readonly sorting: Sorting;
  readonly sortBy: (sorting: Sorting | undefined) => void;
  readonly open: (station: Station | undefined, measures: readonly StationMeasure[]) => void;
  /** Where the page of one station is, with what is narrowed. */
  readonly search: Readonly<Record<string, string | undefined>>;
}

type Cell = StationMeasure | StationRate;
const isRate = (cell: Cell): cell is StationRate => cell.endsWith("_rate");

/** What is compared at a glance; the page of one station has every figure. */
export const glance = {
  receptions: ["planned", "held", "missed", "cancelled", "in_time_rate", "visitors"],
  turns: ["rostered", "substituted", "absent", "attendance_rate"],
  voices: ["heard", "answered_in_time_rate", "overdue", "becameOpinion", "becameSuggestion", "satisfaction_rate"],
  listening: ["listenings", "points_in_time_rate"],
} as const satisfies Record<string, readonly Cell[]>;

/** One row for each station; a click on a head orders by it, a click on a number opens its rows. */
export function StationTable({ stations, whole, sorting, sortBy, open, search }: Props) {
  const { t } = useTranslation();
  const sorted = (key: StationSort) => ({
    key,
    sorter: true,
    sortDirections: key === "name" ? (["ascend", "descend"] as const) : (["descend", "ascend"] as const),
    sortOrder: sorting.sort === key ? (`${sorting.order}end` as const) : null,
  });
  const column = (cell: Cell): ColumnType<Station> => ({
    ...({ ...sorted(cell), sortDirections: ["descend", "ascend"] } as ColumnType<Station>),
    title: <Head cell={cell} />,
    align: "right",
    width: headRoom(t(figureWords(cell).label), isRate(cell) ? 84 : 58),
    render: (_value, station) => <Figure of={station} cell={cell} open={(measures) => open(station, measures)} />,
  });
  const group = (name: keyof typeof glance) => ({
    title: t(`statistics.stations.glance.${name}`),
    key: name,
    children: glance[name].map(column),
  });
  const columns: ColumnsType<Station> = [
    {
      ...({ ...sorted("name"), sortDirections: ["ascend", "descend"] } as ColumnType<Station>),
      title: t("statistics.stations.name"),
      fixed: "left",
      width: 170,
      render: (_value, { id, name, townName }) => (
        <>
          <Link to="/station-figures/$id" params={{ id }} search={search as never}>
            {name}
          </Link>
          <div className="muted">{townName}</div>
        </>
      ),
    },
    {
      ...({ ...sorted("functionsSeen"), sortDirections: ["descend", "ascend"] } as ColumnType<Station>),
      title: t("statistics.stations.glance.functions"),
      align: "right",
      width: headRoom(t("statistics.stations.glance.functions"), 58),
      render: (_value, station) => <Functions of={station} open={(measures) => open(station, measures)} />,
    },
    {
      ...({ ...sorted("stars"), sortDirections: ["descend", "ascend"] } as ColumnType<Station>),
      title: t("statistics.stations.stars"),
      align: "right",
      width: headRoom(t("statistics.stations.stars"), 58),
      render: (_value, { stars, starsOf }) =>
        stars === null ? (
          <span className="muted">—</span>
        ) : (
          <span title={t("statistics.stations.stars_of", { year: starsOf })}>{`${stars}★`}</span>
        ),
    },
    group("receptions"),
    group("turns"),
    group("voices"),
    group("listening"),
  ];
  return (
    <Table<Station>
      rowKey="id"
      size="small"
      bordered
      dataSource={[...stations]}
      pagination={false}
      className="tight-heads"
      scroll={{ x: room(columns) }}
      columns={columns}
      showSorterTooltip={false}
      onChange={(_pages, _filters, by) => {
        const chosen = Array.isArray(by) ? by[0] : by;
        sortBy(chosen?.order ? { sort: chosen.columnKey as StationSort, order: chosen.order === "ascend" ? "asc" : "desc" } : undefined);
      }}
      summary={() => <Whole of={whole} open={(measures) => open(undefined, measures)} />}
    />
  );
}

/** What all columns take together, those in groups as well. */
const room = (columns: ColumnsType<Station>): number =>
  columns.reduce((sum, column) => sum + ("children" in column ? room(column.children) : Number(column.width)), 0);

function Head({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const { label, definition } = figureWords(cell);
  return <span title={t(definition)}>{t(label)}</span>;
}

/** A count or a rate. */
export function Figure({ of, cell, open }: { of: StationFigures; cell: Cell; open?: OpenStation | undefined }) {
  return isRate(cell) ? <StationShare of={of} rate={cell} open={open} /> : <StationCount of={of} measure={cell} open={open} />;
}

/** How many of the five were seen; opens all that happened. */
function Functions({ of, open }: { of: StationFigures; open: OpenStation }) {
  const { t } = useTranslation();
  if (of.functionsSeen === 0) return <>0/5</>;
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0, height: "auto" }}
      aria-label={`${of.functionsSeen}/5 ${t("statistics.stations.functions_seen", { count: of.functionsSeen })}`}
      onClick={() => open(functionRows)}
    >
      {`${of.functionsSeen}/5`}
    </Button>
  );
}

const functionRows: readonly StationMeasure[] = ["happened", ...functionMeasures];

/** The sum of all stations, of those beyond this page, too. */
function Whole({ of, open }: { of: StationFigures; open: OpenStation }) {
  const { t } = useTranslation();
  const cells = Object.values(glance).flat();
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>
        <strong>{t("statistics.whole")}</strong>
      </Table.Summary.Cell>
      <Table.Summary.Cell index={1} align="right">
        <Functions of={of} open={open} />
      </Table.Summary.Cell>
      <Table.Summary.Cell index={2} />
      {cells.map((cell, index) => (
        <Table.Summary.Cell key={cell} index={index + 3} align="right">
          <strong>
            <Figure of={of} cell={cell} open={open} />
          </strong>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
