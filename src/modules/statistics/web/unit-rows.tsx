import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Drawer, Empty, Segmented, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { useFocusBack } from "../../../web/ui/focus.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { ProblemAlert } from "../../../web/ui/problem.tsx";
import { UrgeDialog } from "../../../web/ui/urge-dialog.tsx";
import { isPromise, type UnitMeasure } from "../terms.ts";
import { type Narrow, type Unit, type UnitRowOf, unitRowsAt } from "./units-api.ts";

interface Props {
  readonly unit: Unit;
  /** One number, or the two of a rate. */
  readonly measures: readonly UnitMeasure[];
  readonly narrow: Narrow;
  readonly yellowDays: number;
  readonly close: () => void;
}

const waiting: readonly UnitMeasure[] = ["inHandling", "overdue", "nearlyDue", "opinionsOverdue"];

/** The cases or promises behind a number of a unit; those that wait for the unit can be urged from here. */
export function UnitRows({ unit, measures, narrow, yellowDays, close }: Props) {
  useFocusBack();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [measure, setMeasure] = useState<UnitMeasure>(measures[0] ?? "count");
  const [selected, select] = useState<readonly string[]>([]);
  const [urging, setUrging] = useState(false);
  const list = usePages(["unit-rows", unit.id, measure, narrow], unitRowsAt(unit.id, measure, narrow));
  const name = (one: UnitMeasure) => t(`statistics.unit_measure.${one}`);
  const urgeable = waiting.includes(measure) && list.things.some((row) => row.urgeable);
  const matters = selected.map((subjectId) => ({ subjectType: "suggestion", subjectId }));
  return (
    <Drawer open onClose={close} title={t("statistics.units.measure_of", { unit: unit.name, measure: name(measure) })} size={860}>
      {measures.length > 1 ? (
        <Segmented
          value={measure}
          options={measures.map((value) => ({ value, label: `${name(value)} ${unit.counts[value] ?? 0}` }))}
          onChange={(next) => setMeasure(next)}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <p className="muted" style={{ marginTop: 0 }}>
        {t(`statistics.unit_measure_definition.${measure}`, { days: yellowDays })}
      </p>
      <ProblemAlert error={list.error} />
      {urgeable ? (
        <div className="action-bar" style={{ justifyContent: "flex-start", marginBottom: 12 }}>
          <Button type="primary" disabled={selected.length === 0} onClick={() => setUrging(true)} data-verb="urge">
            {t("web.urge.selected", { count: selected.length })}
          </Button>
        </div>
      ) : null}
      <Table<UnitRowOf>
        rowKey="id"
        size="small"
        loading={list.pending}
        dataSource={[...list.things]}
        pagination={false}
        scroll={{ x: 640 }}
        {...(urgeable
          ? {
              rowSelection: {
                selectedRowKeys: [...selected],
                onChange: (keys) => select(keys.map(String)),
                getCheckboxProps: (row) => ({ disabled: !row.urgeable, "aria-label": row.label }),
              },
            }
          : {})}
        locale={{ emptyText: <Empty description={t("web.nothing")} /> }}
        columns={columnsOf(measure, t)}
      />
      {list.more ? (
        <Button block style={{ marginTop: 12 }} loading={list.more.loading} onClick={list.more.load}>
          {t("web.load_more")}
        </Button>
      ) : null}
      {urging ? (
        <UrgeDialog
          matters={matters}
          close={() => setUrging(false)}
          done={() => {
            select([]);
            void queries.invalidateQueries({ queryKey: ["tasks"] });
          }}
        />
      ) : null}
    </Drawer>
  );
}

function columnsOf(measure: UnitMeasure, t: (key: string) => string) {
  const promise = isPromise(measure);
  return [
    {
      title: t("statistics.page.label"),
      key: "label",
      width: 110,
      render: (_value: unknown, row: UnitRowOf) =>
        row.seen ? (
          <Link to="/suggestions/$id" params={{ id: row.suggestionId }}>
            {row.label}
          </Link>
        ) : (
          row.label
        ),
    },
    { title: t("statistics.page.about"), dataIndex: "about", render: (about: string) => about || "—" },
    { title: t(promise ? "statistics.units.owner" : "statistics.page.place"), dataIndex: "place", width: 120 },
    { title: t(promise ? "statistics.units.promised_on" : "statistics.page.since"), dataIndex: "since", width: 130, render: dateText },
    {
      title: t(promise ? "statistics.units.settled_on" : waiting.includes(measure) ? "statistics.units.due" : "statistics.page.until"),
      key: "until",
      width: 130,
      render: (_value: unknown, row: UnitRowOf) => <Until row={row} due={promise || waiting.includes(measure)} />,
    },
  ];
}

/** When it was over; as long as it is not, the lamp of its due day. */
function Until({ row, due }: { row: UnitRowOf; due: boolean }) {
  const { t } = useTranslation();
  const { today } = useMe();
  if (row.until) return dateText(row.until);
  return due ? <Lamp dueOn={row.dueOn} today={today} /> : t("statistics.page.open");
}
