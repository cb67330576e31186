import type { Page, Panel } from "../../../web/page.ts";
import { sorts, writesDown } from "./writers.ts";

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
    menu: { group: "web.group.handling", label: "voice.page.new", icon: "audio", order: 24, when: writesDown },
  },
  { path: "/voices/$id", load: () => import("./voice.tsx") },
];

/** The voice that an opinion or a suggestion grew from. */
export const voicePanels: readonly Panel[] = [
  { beside: "opinion", load: async () => ({ Panel: (await import("./grown-from.tsx")).OpinionPanel }) },
  { beside: "suggestion", load: async () => ({ Panel: (await import("./grown-from.tsx")).SuggestionPanel }) },
];
