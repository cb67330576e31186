import { AuditOutlined, FileDoneOutlined, FileTextOutlined, SendOutlined, SnippetsOutlined } from "@ant-design/icons";
import type { Page } from "../../../web/page.ts";
import { isReviewer } from "./reviewer.ts";

export const suggestionPages: readonly Page[] = [
  {
    path: "/suggestions",
    load: () => import("./list.tsx"),
    menu: { label: "suggestion.page.list", icon: <FileTextOutlined />, order: 10, when: () => true },
  },
  {
    path: "/suggestions/review",
    load: () => import("./review.tsx"),
    menu: { label: "suggestion.review.title", icon: <AuditOutlined />, order: 11, when: isReviewer },
  },
  {
    path: "/suggestions/assignment",
    load: () => import("./assignment.tsx"),
    menu: { label: "suggestion.board.title", icon: <SendOutlined />, order: 12, when: isReviewer },
  },
  {
    path: "/commitments",
    load: () => import("./commitments.tsx"),
    menu: {
      label: "suggestion.page.commitments",
      icon: <FileDoneOutlined />,
      order: 15,
      when: (me) => me.roles.some((role) => role.name === "officer" || role.name === "leader"),
    },
  },
  {
    path: "/reply-templates",
    load: () => import("./templates.tsx"),
    menu: {
      label: "suggestion.template.title",
      icon: <SnippetsOutlined />,
      order: 16,
      when: (me) => me.duties.includes("reply_templates.keep"),
    },
  },
  { path: "/suggestions/new", load: () => import("./write.tsx") },
  { path: "/suggestions/$id", load: () => import("./case.tsx") },
  { path: "/suggestions/$id/merging", load: () => import("./merging.tsx") },
  { path: "/suggestions/$id/edit", load: () => import("./write.tsx") },
  { path: "/suggestions/$id/reply", load: () => import("./reply-page.tsx") },
];
