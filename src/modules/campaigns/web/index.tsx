import type { Page } from "../../../web/page.ts";

export const campaignPages: readonly Page[] = [
  {
    path: "/campaigns",
    load: () => import("./campaigns.tsx"),
    menu: { group: "web.group.handling", label: "campaign.title", icon: "flag", order: 35, when: () => true },
  },
];
