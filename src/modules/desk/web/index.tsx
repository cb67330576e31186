import type { Page } from "../../../web/page.ts";
import { TaskBadge } from "./badge.tsx";

export const deskPages: readonly Page[] = [
  {
    path: "/desk",
    load: () => import("./desk.tsx"),
    menu: { label: "desk.page.title", icon: "checkSquare", order: 5, when: () => true, badge: TaskBadge },
  },
];
