import type { Me, Page } from "../../../web/page.ts";
import { isReviewer } from "./reviewer.ts";

const worksInOffice = (me: Me): boolean => me.roles.some((role) => role.name === "officer" || role.name === "leader");

export const suggestionPages: readonly Page[] = [
  {
    path: "/suggestions",
    load: () => import("./list.tsx"),
    menu: { group: "web.group.handling", label: "suggestion.page.list", icon: "fileText", order: 10, when: () => true },
  },
  {
    path: "/suggestions/review",
    load: () => import("./review.tsx"),
    menu: { group: "web.group.handling", label: "suggestion.review.title", icon: "audit", order: 11, when: isReviewer },
  },
  {
    path: "/suggestions/assignment",
    load: () => import("./assignment.tsx"),
    menu: { group: "web.group.handling", label: "suggestion.board.title", icon: "send", order: 12, when: isReviewer },
  },
  {
    path: "/commitments",
    load: () => import("./commitments.tsx"),
    menu: {
      group: "web.group.oversight",
      label: "suggestion.page.commitments",
      icon: "fileDone",
      order: 15,
      when: worksInOffice,
    },
  },
  {
    path: "/reply-templates",
    load: () => import("./templates.tsx"),
    menu: {
      group: "web.group.handling",
      label: "suggestion.template.title",
      icon: "snippets",
      order: 16,
      when: (me) => me.duties.includes("reply_templates.keep"),
    },
  },
  {
    path: "/supervision",
    load: () => import("./supervision-list.tsx"),
    menu: { group: "web.group.oversight", label: "suggestion.supervision.title", icon: "eye", order: 17, when: worksInOffice },
  },
  {
    path: "/escalations",
    load: () => import("./escalations.tsx"),
    menu: { group: "web.group.oversight", label: "suggestion.escalation.title", icon: "comment", order: 17, when: worksInOffice },
  },
  { path: "/suggestions/new", load: () => import("./write.tsx") },
  { path: "/suggestions/$id", load: () => import("./case.tsx") },
  { path: "/suggestions/$id/merging", load: () => import("./merging.tsx") },
  { path: "/suggestions/$id/edit", load: () => import("./write.tsx") },
  { path: "/suggestions/$id/reply", load: () => import("./reply-page.tsx") },
];
