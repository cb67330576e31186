import type { Me, MenuIcon, Page } from "../../../web/page.ts";

const entry = (order: number, label: string, icon: MenuIcon, when: (me: Me) => boolean = () => true) => ({
  menu: { group: "station.menu", label, icon, order, when },
});

const isDeputy = (me: Me): boolean => me.mandates.some(({ status }) => status === "in_force");

export const stationPages: readonly Page[] = [
  {
    path: "/my-receptions",
    load: () => import("./my-receptions.tsx"),
    ...entry(40, "reception.page.mine", "schedule", isDeputy),
  },
  { path: "/stations", load: () => import("./list.tsx"), ...entry(41, "station.title", "home") },
  { path: "/stations/$id", load: () => import("./station.tsx") },
  { path: "/receptions", load: () => import("./receptions.tsx"), ...entry(42, "reception.page.list", "calendar") },
  { path: "/receptions/$id", load: () => import("./reception.tsx") },
  { path: "/receptions/$id/code", load: () => import("./code.tsx") },
  { path: "/receptions/$id/sign-in", load: () => import("./sign-in.tsx") },
  { path: "/listenings", load: () => import("./listenings.tsx"), ...entry(43, "listening.page.list", "audio") },
  { path: "/listenings/$id", load: () => import("./listening.tsx") },
  { path: "/ratings/$id", load: () => import("./rating.tsx") },
];
