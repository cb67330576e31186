import { CommentOutlined, EyeOutlined, FileDoneOutlined, FileTextOutlined } from "@ant-design/icons";
import type { Me, Page } from "../../../web/page.ts";

const worksInOffice = (me: Me): boolean => me.roles.some((role) => role.name === "officer" || role.name === "leader");

export const suggestionPages: readonly Page[] = [
  {
    path: "/suggestions",
    load: () => import("./list.tsx"),
    menu: { label: "suggestion.page.list", icon: <FileTextOutlined />, order: 10, when: () => true },
  },
  {
    path: "/commitments",
    load: () => import("./commitments.tsx"),
    menu: {
      label: "suggestion.page.commitments",
      icon: <FileDoneOutlined />,
      order: 15,
      when: worksInOffice,
    },
  },
  {
    path: "/supervision",
    load: () => import("./supervision-list.tsx"),
    menu: { label: "suggestion.supervision.title", icon: <EyeOutlined />, order: 16, when: worksInOffice },
  },
  {
    path: "/escalations",
    load: () => import("./escalations.tsx"),
    menu: { label: "suggestion.escalation.title", icon: <CommentOutlined />, order: 17, when: worksInOffice },
  },
  { path: "/suggestions/new", load: () => import("./write.tsx") },
  { path: "/suggestions/$id", load: () => import("./case.tsx") },
  { path: "/suggestions/$id/edit", load: () => import("./write.tsx") },
];
