import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import { type BreakdownBy, type Measure, type Rate, rates } from "../terms.ts";
import type { Breakdown, Group } from "./groups.ts";

interface Props {
  readonly by: BreakdownBy;
  readonly of: Breakdown;
  readonly nameOf: (group: Group) => string;
  readonly open: (group: Group, measure: Measure) => void;
}

const shown: readonly Measure[] = ["count", "closed", "open", "solved", "satisfied"];

/** Every count and rate of every group; sorted by a click on its head. */
export function GroupTable({ by, of, nameOf, open }: Props) {
  const { t } = useTranslation();
  const rateOf = (group: Pick<Group, "rates">, key: Rate) => group.rates.find((rate) => rate.key === key);
  const percent = (group: Pick<Group, "rates">, key: Rate) => {
    const rate = rateOf(group, key);
    if (!rate || rate.value === null) return <span className="muted">—</span>;
    return <span title={`${rate.numerator} ÷ ${rate.denominator}`}>{rate.value.toFixed(2)}%</span>;
  };
  return (
    <Table<Group>
      rowKey="key"
      size="small"
      dataSource={[...of.groups]}
      pagination={false}
      scroll={{ x: 860 }}
      columns={[
        { title: t(`statistics.by.${by}`), key: "name", fixed: "left", width: 150, render: (_value, group) => nameOf(group) },
        ...shown.map((measure) => ({
          title: t(`statistics.measure.${measure}`),
          key: measure,
          align: "right" as const,
          sorter: (a: Group, b: Group) => (a.counts[measure] ?? 0) - (b.counts[measure] ?? 0),
          render: (_value: unknown, group: Group) =>
            group.counts[measure] ? (
              <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(group, measure)}>
                {group.counts[measure]}
              </Button>
            ) : (
              0
            ),
        })),
        ...(Object.keys(rates) as Rate[]).map((key) => ({
          title: <span title={t(`statistics.rate_definition.${key}`)}>{t(`statistics.rate.${key}`)}</span>,
          key,
          align: "right" as const,
          sorter: (a: Group, b: Group) => (rateOf(a, key)?.value ?? -1) - (rateOf(b, key)?.value ?? -1),
          render: (_value: unknown, group: Group) => percent(group, key),
        })),
      ]}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>
            <strong>{t("statistics.whole")}</strong>
          </Table.Summary.Cell>
          {shown.map((measure, index) => (
            <Table.Summary.Cell key={measure} index={index + 1} align="right">
              <strong>{of.whole.counts[measure]}</strong>
            </Table.Summary.Cell>
          ))}
          {(Object.keys(rates) as Rate[]).map((key, index) => (
            <Table.Summary.Cell key={key} index={shown.length + 1 + index} align="right">
              <strong>{percent(of.whole, key)}</strong>
            </Table.Summary.Cell>
          ))}
        </Table.Summary.Row>
      )}
    />
  );
}
