import { Table } from "antd";
import type { ColumnsType, ColumnType } from "antd/es/table";
import { useTranslation } from "react-i18next";
import { language } from "../../../web/i18n.ts";
import type { UnitMeasure, UnitRate, UnitSort } from "../terms.ts";
import { Count, Rate } from "./unit-figures.tsx";
import type { Figures, Unit } from "./units-api.ts";

interface Props {
  readonly units: readonly Unit[];
  /** Of all units; absent where only some of them are shown. */
  readonly whole: Figures | undefined;
  readonly yellowDays: number;
  readonly sort: UnitSort;
  readonly order: (sort: UnitSort | undefined) => void;
  readonly open: (unit: Unit, measures: readonly UnitMeasure[]) => void;
}

const progress = ["count", "inHandling", "replied", "overdue", "nearlyDue", "opinionsOverdue", "handedBack"] as const;
const quality = ["solved_rate", "satisfaction_rate", "satisfaction_and_basic_rate"] as const;
const promises = ["promisesOpen", "promisesOverdue"] as const;

/** A hundred per cent to two places, and the edges of the cell. */
const rateWidth = 90;

/** One row for each unit; a click on a head orders by it, a click on a number opens its rows. */
export function UnitTable({ units, whole, yellowDays, sort, order, open }: Props) {
  const { t } = useTranslation();
  const sorted = (key: UnitSort, ascending = false) => ({
    key,
    sorter: true,
    sortDirections: [ascending ? ("ascend" as const) : ("descend" as const)],
    sortOrder: sort === key ? (ascending ? ("ascend" as const) : ("descend" as const)) : null,
  });
  const count = (measure: UnitMeasure & UnitSort): ColumnType<Unit> => ({
    ...sorted(measure),
    title: (
      <span title={t(`statistics.unit_measure_definition.${measure}`, { days: yellowDays })}>
        {t(`statistics.unit_measure.${measure}`)}
      </span>
    ),
    align: "right",
    render: (_value, unit) => <Count of={unit} measure={measure} open={(measures) => open(unit, measures)} />,
  });
  const rate = (key: UnitRate & UnitSort): ColumnType<Unit> => ({
    ...sorted(key),
    title: <span title={t(`statistics.unit_rate_definition.${key}`)}>{t(`statistics.unit_rate.${key}`)}</span>,
    align: "right",
    width: rateWidth,
    render: (_value, unit) => <Rate of={unit} rate={key} open={(measures) => open(unit, measures)} />,
  });
  const days: ColumnType<Unit> = {
    ...sorted("averageDays", true),
    title: <span title={t("statistics.units.averageDays_definition")}>{t("statistics.units.averageDays")}</span>,
    align: "right",
    render: (_value, unit) => unit.averageDays ?? <span className="muted">—</span>,
  };
  const columns: ColumnsType<Unit> = [
    {
      title: t("statistics.units.place"),
      key: "place",
      fixed: "left",
      width: 52,
      align: "center",
      render: (_value, unit) => unit.place ?? "—",
    },
    {
      ...sorted("name", true),
      title: t("statistics.units.unit"),
      fixed: "left",
      width: 118,
      render: (_value, unit) => <strong>{unit.name}</strong>,
    },
    { title: t("statistics.units.quality"), key: "quality", children: quality.map(rate) },
    { title: t("statistics.units.progress"), key: "progress", children: [...progress.map(count), days, rate("contact_rate")] },
    { title: t("statistics.units.promises"), key: "promises", children: [...promises.map(count), rate("keeping_rate")] },
  ];
  return (
    <Table<Unit>
      rowKey="id"
      size="small"
      bordered
      dataSource={[...units]}
      pagination={false}
      className="tight-heads"
      // English words are longer than the numbers under them.
      scroll={{ x: language() === "en" ? 1530 : 1310 }}
      columns={columns}
      showSorterTooltip={false}
      onChange={(_pages, _filters, by) => {
        const chosen = Array.isArray(by) ? by[0] : by;
        order(chosen?.order ? (chosen.columnKey as UnitSort) : undefined);
      }}
      summary={() => (whole ? <Whole of={whole} /> : null)}
    />
  );
}

function Whole({ of }: { of: Figures }) {
  const { t } = useTranslation();
  const cells = [
    ...quality.map((rate) => <Rate key={rate} of={of} rate={rate} />),
    ...progress.map((measure) => <Count key={measure} of={of} measure={measure} />),
    of.averageDays ?? "—",
    <Rate key="contact_rate" of={of} rate="contact_rate" />,
    ...promises.map((measure) => <Count key={measure} of={of} measure={measure} />),
    <Rate key="keeping_rate" of={of} rate="keeping_rate" />,
  ];
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0} colSpan={2}>
        <strong>{t("statistics.units.whole")}</strong>
      </Table.Summary.Cell>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of the table do not move
        <Table.Summary.Cell key={index} index={index + 2} align="right">
          <strong>{cell}</strong>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
