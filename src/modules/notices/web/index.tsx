import type { Page } from "../../../web/page.ts";

export { NoticeBell } from "./bell.tsx";

export const noticePages: readonly Page[] = [
  { path: "/notices", load: () => import("./notices.tsx") },
  { path: "/notice-choices", load: () => import("./choices.tsx") },
  {
    path: "/notice-deliveries",
    load: () => import("./deliveries.tsx"),
    menu: {
      group: "identity.menu.system",
      label: "notices.delivery.title",
      icon: "mail",
      order: 94,
      when: (me) => me.duties.includes("house.watch"),
    },
  },
];
