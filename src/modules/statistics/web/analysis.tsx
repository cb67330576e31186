import { useQuery } from "@tanstack/react-query";
import { Card, Empty, Segmented, Select, Skeleton } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, call } from "../../../web/api/client.ts";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { type BreakdownBy, type BreakdownSubject, breakdownsBy, type Measure } from "../terms.ts";
import { GroupTable } from "./group-table.tsx";
import { type Group, useGroupNames } from "./groups.ts";
import { Rows } from "./rows.tsx";

// The chart's library is large and is fetched only where a chart is shown.
const Chart = lazy(() => import("./chart.tsx").then(({ Chart }) => ({ default: Chart })));

interface Opened {
  readonly group: Group;
  readonly measure: Measure;
}

/** Figures broken down, as bars and as numbers; both open their rows. */
export function Analysis({ of, asOf }: { of: BreakdownSubject; asOf: string }) {
  const { t } = useTranslation();
  const wide = useWide();
  const [by, setBy] = useState<BreakdownBy>(of === "opinions" ? "month" : "unit");
  const [opened, setOpened] = useState<Opened>();
  const nameOf = useGroupNames(by);
  const path = { of, by };
  const found = useQuery({
    queryKey: ["breakdown", of, by, asOf],
    queryFn: () => call(api.GET("/api/statistics/{of}/breakdowns/{by}", { params: { path, query: { asOf } } })),
  });
  const groups = found.data?.groups ?? [];
  const [labels, series] = useMemo(
    () => [
      groups.map(nameOf),
      [
        { name: t("statistics.measure.closed"), values: groups.map(({ counts }) => counts.closed ?? 0), colour: "#2c7a3f" },
        { name: t("statistics.measure.open"), values: groups.map(({ counts }) => counts.open ?? 0), colour: "#d08a1d" },
      ],
    ],
    [groups, nameOf, t],
  );
  const options = breakdownsBy[of].map((value) => ({ value: value as BreakdownBy, label: t(`statistics.by.${value}`) }));
  const rowsOf =
    ({ group, measure }: Opened) =>
    (cursor: string) =>
      call(
        api.GET("/api/statistics/{of}/breakdowns/{by}/rows", {
          params: { path, query: { asOf, group: group.key, measure, limit: 50, ...(cursor ? { cursor } : {}) } },
        }),
      );
  return (
    <>
      <div className="filters">
        {wide ? (
          <Segmented value={by} options={options} onChange={setBy} aria-label={t("statistics.by.title")} />
        ) : (
          <Select value={by} options={options} onChange={setBy} aria-label={t("statistics.by.title")} style={{ width: "100%" }} />
        )}
      </div>
      {found.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {found.error ? <ProblemPage error={found.error} retry={() => found.refetch()} /> : null}
      {found.data && groups.length === 0 ? <Empty description={t("web.nothing")} style={{ padding: "48px 0" }} /> : null}
      {found.data && groups.length > 0 ? (
        <div className="stack">
          <p className="muted" style={{ margin: 0 }}>
            {found.data.definition}
            {by === "unit" && of === "suggestions" ? t("statistics.breakdown.separate") : ""}
          </p>
          <Card size="small">
            <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
              <Chart
                title={t(`statistics.by.${by}`)}
                labels={labels}
                series={series}
                upright={by === "month"}
                open={(index) => {
                  const group = groups[index];
                  if (group) setOpened({ group, measure: "count" });
                }}
              />
            </Suspense>
          </Card>
          <GroupTable by={by} of={found.data} nameOf={nameOf} open={(group, measure) => setOpened({ group, measure })} />
        </div>
      ) : null}
      {opened ? (
        <Rows
          title={`${nameOf(opened.group)} · ${t(`statistics.measure.${opened.measure}`)}`}
          definition={t(`statistics.measure_definition.${opened.measure}`)}
          name={[of, by, asOf, opened.group.key, opened.measure]}
          load={rowsOf(opened)}
          close={() => setOpened(undefined)}
        />
      ) : null}
    </>
  );
}
