import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import { type Measure, type Rate, rates, type YearlyBy, type YearlyPromise, yearlyPromises } from "../terms.ts";
import { useGroupNames } from "./groups.ts";
import type { Figures, Group, Yearly } from "./yearly-api.ts";

const shown = ["count", "closed", "solved", "heard", "satisfied", "satisfiedOrBasic"] as const satisfies readonly Measure[];
const shares = Object.keys(rates) as Rate[];
const percent = (value: number | null | undefined): string => (value == null ? "—" : `${value.toFixed(2)}%`);

/** A number that opens its rows. */
function Opens({ count, open, name }: { count: number; open: () => void; name: string }) {
  if (count === 0) return <>0</>;
  return (
    <Button type="link" size="small" style={{ padding: 0, height: "auto" }} aria-label={`${name} ${count}`} onClick={open}>
      {count}
    </Button>
  );
}

export type OpenCount = (measure: Measure, before: boolean) => void;

interface Line {
  readonly key: string;
  readonly name: string;
  readonly definition: string;
  readonly measure?: Measure;
  readonly rate?: Rate;
}

/** Every count and rate of the whole, this year's beside the year before's by the same day. */
export function Comparison({ whole, before, open }: { whole: Figures; before: Figures; open: OpenCount }) {
  const { t } = useTranslation();
  const lines: Line[] = [
    ...shown.map((measure) => ({
      ...{ key: measure, measure, name: t(`statistics.measure.${measure}`), definition: t(`statistics.measure_definition.${measure}`) },
    })),
    ...shares.map((rate) => ({ key: rate, rate, name: t(`statistics.rate.${rate}`), definition: t(`statistics.rate_definition.${rate}`) })),
  ];
  const cell = ({ measure, rate, name }: Line, of: Figures, earlier: boolean) => {
    if (measure) return <Opens count={of.counts[measure] ?? 0} open={() => open(measure, earlier)} name={name} />;
    const found = of.rates.find(({ key }) => key === rate);
    if (!found || !rate) return "—";
    const [above, below] = rates[rate];
    return (
      <span>
        {percent(found.value)}{" "}
        <span className="muted" style={{ whiteSpace: "nowrap" }}>
          <Opens count={found.numerator} open={() => open(above, earlier)} name={t(`statistics.measure.${above}`)} /> ÷{" "}
          <Opens count={found.denominator} open={() => open(below, earlier)} name={t(`statistics.measure.${below}`)} />
        </span>
      </span>
    );
  };
  return (
    <Table<Line>
      rowKey="key"
      size="small"
      dataSource={lines}
      pagination={false}
      scroll={{ x: 560 }}
      columns={[
        {
          title: t("statistics.yearly.figure"),
          key: "name",
          width: 180,
          render: (_value, line) => <span title={line.definition}>{line.name}</span>,
        },
        { title: t("statistics.yearly.this_year_short"), key: "now", align: "right", render: (_value, line) => cell(line, whole, false) },
        {
          title: t("statistics.yearly.year_before_short"),
          key: "before",
          align: "right",
          render: (_value, line) => cell(line, before, true),
        },
        {
          title: t("statistics.yearly.change"),
          key: "change",
          align: "right",
          width: 110,
          render: (_value, line) => <Change {...{ line, whole, before }} />,
        },
      ]}
    />
  );
}

/** More or less than a year before; of rates in percentage points. */
function Change({ line: { measure, rate }, whole, before }: { line: Line; whole: Figures; before: Figures }) {
  const of = (figures: Figures) => (measure ? figures.counts[measure] : figures.rates.find(({ key }) => key === rate)?.value) ?? null;
  const [now, then] = [of(whole), of(before)];
  if (now === null || then === null) return <span className="muted">—</span>;
  const by = now - then;
  return <>{`${by > 0 ? "+" : ""}${rate ? by.toFixed(2) : by}`}</>;
}

interface Grouped {
  readonly by: YearlyBy;
  readonly groups: readonly Group[];
  readonly whole: Figures;
  readonly before: Figures;
  readonly open: (group: Group, measure: Measure, before: boolean) => void;
  readonly nameOf: (group: Group) => string;
}

/** The groups of a table with their counts, rates, and the number of a year before. */
export function GroupedTable({ by, groups, whole, before, open, nameOf }: Grouped) {
  const { t } = useTranslation();
  const counts = ["count", "closed", "solved", "satisfied"] as const;
  const rateOf = (of: Pick<Figures, "rates">, key: Rate) => {
    const found = of.rates.find((one) => one.key === key);
    return <span title={found ? `${found.numerator} ÷ ${found.denominator}` : ""}>{percent(found?.value)}</span>;
  };
  return (
    <Table<Group>
      rowKey="key"
      size="small"
      dataSource={[...groups]}
      pagination={false}
      scroll={{ x: 820 }}
      columns={[
        { title: t(`statistics.yearly.group.${by}`), key: "name", fixed: "left", width: 150, render: (_value, group) => nameOf(group) },
        ...counts.map((measure) => ({
          ...{ title: t(`statistics.measure.${measure}`), key: measure, align: "right" as const },
          render: (_value: unknown, group: Group) => (
            <Opens count={group.counts[measure] ?? 0} open={() => open(group, measure, false)} name={t(`statistics.measure.${measure}`)} />
          ),
        })),
        ...shares.map((key) => ({
          ...{ title: t(`statistics.rate.${key}`), key, align: "right" as const },
          render: (_value: unknown, group: Group) => rateOf(group, key),
        })),
        {
          ...{ title: t("statistics.yearly.year_before_short"), key: "before", align: "right" as const },
          render: (_value: unknown, group: Group) => (
            <Opens
              count={group.before.counts.count ?? 0}
              open={() => open(group, "count", true)}
              name={t("statistics.yearly.year_before_short")}
            />
          ),
        },
      ]}
      summary={() => (
        <Table.Summary.Row>
          {[
            t("statistics.whole"),
            ...counts.map((measure) => whole.counts[measure] ?? 0),
            ...shares.map((key) => percent(whole.rates.find((one) => one.key === key)?.value)),
            before.counts.count ?? 0,
          ].map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of the table do not move
            <Table.Summary.Cell key={index} index={index} align={index === 0 ? "left" : "right"}>
              <strong>{cell}</strong>
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}

/** What was promised in this year's and last year's replies, and what became of it. */
export function PromiseTable({ promises, open }: { promises: Yearly["promises"]; open: (year: number, measure: YearlyPromise) => void }) {
  const { t } = useTranslation();
  return (
    <Table<Yearly["promises"][number]>
      rowKey="year"
      size="small"
      dataSource={[...promises]}
      pagination={false}
      scroll={{ x: 560 }}
      columns={[
        { title: t("statistics.yearly.made_in"), dataIndex: "year", width: 110 },
        ...yearlyPromises.map((measure) => ({
          ...{ key: measure, align: "right" as const },
          title: <span title={t(`statistics.promise_measure_definition.${measure}`)}>{t(`statistics.promise_measure.${measure}`)}</span>,
          render: (_value: unknown, { year, counts }: Yearly["promises"][number]) => (
            <Opens count={counts[measure] ?? 0} open={() => open(year, measure)} name={t(`statistics.promise_measure.${measure}`)} />
          ),
        })),
        {
          ...{ title: t("statistics.unit_rate.keeping_rate"), key: "rate", align: "right" as const },
          render: (_value: unknown, { rate, counts }: Yearly["promises"][number]) => (
            <span title={`${counts.promisesKept ?? 0} ÷ ${counts.promised ?? 0}`}>{percent(rate)}</span>
          ),
        },
      ]}
    />
  );
}

/** A table whose groups are named as the reader's language has them. */
export function NamedTable(props: Omit<Grouped, "nameOf">) {
  const nameOf = useGroupNames(props.by);
  return <GroupedTable {...props} nameOf={nameOf} />;
}
