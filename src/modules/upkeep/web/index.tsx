import type { Page } from "../../../web/page.ts";

export const upkeepPages: readonly Page[] = [
  {
    path: "/health",
    load: () => import("./health.tsx"),
    menu: {
      group: "identity.menu.system",
      label: "upkeep.title",
      icon: "dashboard",
      order: 95,
      when: (me) => me.duties.includes("house.watch"),
    },
  },
];
