import type { Page } from "../../../web/page.ts";

export const activityPages: readonly Page[] = [
  {
    path: "/activity-plans",
    load: () => import("./list.tsx"),
    menu: { group: "web.group.handling", label: "activity_plan.page.list", icon: "snippets", order: 36, when: () => true },
  },
  { path: "/activity-plans/new", load: () => import("./begin.tsx") },
  { path: "/activity-plans/$id", load: () => import("./plan.tsx") },
];
