import { BarChartOutlined } from "@ant-design/icons";
import type { Page } from "../../../web/page.ts";

export const statisticsPages: readonly Page[] = [
  {
    path: "/statistics",
    load: () => import("./figures.tsx"),
    menu: { label: "statistics.page.title", icon: <BarChartOutlined />, order: 30, when: () => true },
  },
];
