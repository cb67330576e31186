import type { Page } from "../../../web/page.ts";

export const interfacePages: readonly Page[] = [
  {
    path: "/api-keys",
    load: () => import("./keys.tsx"),
    menu: {
      group: "identity.menu.system",
      label: "interfaces.key.title",
      icon: "key",
      order: 92,
      when: (me) => me.duties.includes("interfaces.keep"),
    },
  },
  {
    path: "/webhooks",
    load: () => import("./webhooks.tsx"),
    menu: {
      group: "identity.menu.system",
      label: "interfaces.webhook.title",
      icon: "api",
      order: 93,
      when: (me) => me.duties.includes("interfaces.keep"),
    },
  },
  { path: "/webhook-deliveries", load: () => import("./deliveries.tsx") },
];
