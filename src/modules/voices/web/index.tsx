import type { Me, Page } from "../../../web/page.ts";

const receiving = ["presidium", "subdistrict_committee", "deputy_office"];
const sorts = (me: Me): boolean =>
  me.roles.some(({ name, organisationKind }) => (name === "officer" || name === "leader") && receiving.includes(organisationKind));
const isDeputy = (me: Me): boolean => me.mandates.some(({ status }) => status === "in_force");

export const voicePages: readonly Page[] = [
  {
    path: "/voices",
    load: () => import("./list.tsx"),
    menu: { group: "web.group.handling", label: "voice.page.list", icon: "usergroupAdd", order: 22, when: () => true },
  },
  {
    path: "/voice-triage",
    load: () => import("./triage.tsx"),
    menu: { group: "web.group.handling", label: "voice.page.triage", icon: "inbox", order: 23, when: sorts },
  },
  {
    path: "/voices/new",
    load: () => import("./enter.tsx"),
    menu: {
      group: "web.group.handling",
      label: "voice.page.new",
      icon: "audio",
      order: 24,
      when: (me) => sorts(me) || isDeputy(me),
    },
  },
  { path: "/voices/$id", load: () => import("./voice.tsx") },
];
