import type { Page } from "../../../web/page.ts";

export const calendarPages: readonly Page[] = [
  {
    path: "/rules",
    load: () => import("./rules.tsx"),
    menu: {
      group: "identity.menu.keeping",
      label: "calendar.rule.title",
      icon: "schedule",
      order: 78,
      when: (me) => me.duties.includes("rules.keep"),
    },
  },
  {
    path: "/calendar-years",
    load: () => import("./years.tsx"),
    menu: {
      group: "identity.menu.keeping",
      label: "calendar.year.title",
      icon: "calendar",
      order: 79,
      when: (me) => me.duties.includes("rules.keep"),
    },
  },
  { path: "/calendar-years/$year/load", load: () => import("./load-year.tsx") },
];
