import type { Me, Page } from "../../../web/page.ts";

/** Those who hand out and supervise, and every unit for itself: whoever works in an office that can be given something to handle. */
const looksAtUnits = (me: Me): boolean =>
  me.roles.some(({ name, organisationKind }) => (name === "officer" || name === "leader") && !elsewhere.includes(organisationKind));
/** Those who report to the congress; others find the report from the statistics page. */
const reports = (me: Me): boolean => me.roles.some(({ organisationKind }) => reporting.includes(organisationKind));
const reporting: readonly string[] = [
  "deputy_office",
  "standing_committee",
  "chairpersons_council",
  "special_committee",
  "government_office",
];
/** Those who keep stations, and the district's office; others who work at one find its figures from its page. */
const keepsStations = (me: Me): boolean =>
  me.roles.some(({ name, organisationKind }) => (name === "officer" || name === "leader") && keeping.includes(organisationKind));
const keeping: readonly string[] = ["deputy_office", "presidium", "subdistrict_committee"];
const elsewhere: readonly string[] = [
  ...["standing_committee", "chairpersons_council", "special_committee", "credentials_committee", "presidium", "subdistrict_committee"],
  "government",
];

export const statisticsPages: readonly Page[] = [
  {
    path: "/statistics",
    load: () => import("./figures.tsx"),
    menu: { group: "web.group.figures", label: "statistics.page.title", icon: "barChart", order: 30, when: () => true },
  },
  {
    path: "/statistics/yearly",
    load: () => import("./yearly.tsx"),
    menu: { group: "web.group.figures", label: "statistics.yearly.title", icon: "fileExcel", order: 29, when: reports },
  },
  {
    path: "/units-at-a-glance",
    load: () => import("./units.tsx"),
    menu: { group: "web.group.oversight", label: "statistics.units.title", icon: "table", order: 25, when: looksAtUnits },
  },
  {
    path: "/station-figures",
    load: () => import("./stations.tsx"),
    menu: { group: "web.group.oversight", label: "statistics.stations.title", icon: "dashboard", order: 26, when: keepsStations },
  },
  { path: "/station-figures/$id", load: () => import("./station.tsx") },
];
