import { DashboardOutlined } from "@ant-design/icons";
import type { Page } from "../../../web/page.ts";

export const upkeepPages: readonly Page[] = [
  {
    path: "/health",
    load: () => import("./health.tsx"),
    menu: {
      group: "identity.menu.system",
      label: "upkeep.title",
      icon: <DashboardOutlined />,
      order: 95,
      when: (me) => me.duties.includes("house.watch"),
    },
  },
];
