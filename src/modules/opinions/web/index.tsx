import type { Page } from "../../../web/page.ts";

export const opinionPages: readonly Page[] = [
  {
    path: "/opinions",
    load: () => import("./list.tsx"),
    menu: { group: "web.group.handling", label: "opinion.page.list", icon: "comment", order: 20, when: () => true },
  },
  { path: "/opinions/new", load: () => import("./raise.tsx") },
  { path: "/opinions/$id", load: () => import("./opinion.tsx") },
];
