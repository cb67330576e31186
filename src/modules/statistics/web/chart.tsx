import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { isCalm } from "../../../web/motion.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  readonly colour: string;
}

interface Props {
  readonly title: string;
  readonly labels: readonly string[];
  /** Parts that are stacked to the whole. */
  readonly series: readonly Series[];
  /** Months run from left to right; everything else stands one under the other, so that long names can be read. */
  readonly upright: boolean;
  readonly open: (index: number) => void;
}

/** Stacked bars; a bar opens what is behind it. The table under it says the same in numbers. */
export function Chart({ title, labels, series, upright, open }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const opens = useRef(open);
  opens.current = open;
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current);
    const names = { type: "category", data: [...labels], axisLabel: upright ? {} : { width: 120, overflow: "truncate" } } as const;
    chart.setOption({
      aria: { enabled: true },
      animation: !isCalm(),
      animationDuration: 200,
      grid: { left: 8, right: 24, top: 36, bottom: 8, outerBoundsMode: "same" },
      legend: { top: 0, left: 0 },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" } },
      ...(upright
        ? { xAxis: names, yAxis: { type: "value", minInterval: 1 } }
        : { yAxis: { ...names, inverse: true }, xAxis: { type: "value", minInterval: 1 } }),
      series: series.map(({ name, values, colour }) => ({
        ...{ name, type: "bar", stack: "whole", data: [...values], barMaxWidth: 28, itemStyle: { color: colour }, cursor: "pointer" },
      })),
    });
    chart.on("click", ({ dataIndex }) => opens.current(dataIndex));
    const follow = new ResizeObserver(() => chart.resize());
    follow.observe(place.current);
    return () => {
      follow.disconnect();
      chart.dispose();
    };
  }, [labels, series, upright]);
  const height = upright ? 320 : Math.max(160, 60 + labels.length * 32);
  return <div ref={place} role="img" aria-label={title} style={{ width: "100%", height }} />;
}
