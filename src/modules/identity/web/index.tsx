import type { MenuIcon, Page } from "../../../web/page.ts";

/** An entry of the menu for whoever has the duty. */
const entry = (group: string, duty: string, order: number, label: string, icon: MenuIcon): { menu: NonNullable<Page["menu"]> } => ({
  menu: { group: `identity.menu.${group}`, label: `identity.${label}.title`, icon, order, when: (me) => me.duties.includes(duty) },
});

const roll = (order: number, label: string, icon: MenuIcon) => entry("roll", "identity.look_up", order, label, icon);
const kept = (order: number, label: string, icon: MenuIcon) => entry("keeping", "identity.keep", order, label, icon);
const system = (order: number, label: string, icon: MenuIcon) => entry("system", "accounts.keep", order, label, icon);

export const identityPages: readonly Page[] = [
  { path: "/deputies", load: () => import("./deputies.tsx"), ...roll(60, "mandate", "idcard") },
  { path: "/deputies/$id", load: () => import("./deputy.tsx") },
  { path: "/deputy-groups", load: () => import("./deputy-groups.tsx"), ...roll(61, "group", "team") },
  { path: "/people", load: () => import("./people.tsx"), ...kept(70, "person", "user") },
  { path: "/roles", load: () => import("./roles.tsx"), ...kept(71, "role", "solution") },
  { path: "/organisations", load: () => import("./organisations.tsx"), ...kept(72, "organisation", "apartment") },
  { path: "/congresses", load: () => import("./congresses.tsx"), ...kept(73, "congress", "bank") },
  { path: "/congress-sessions", load: () => import("./congress-sessions.tsx"), ...kept(74, "session", "calendar") },
  { path: "/electoral-districts", load: () => import("./electoral-districts.tsx"), ...kept(75, "electoral_district", "cluster") },
  { path: "/delegations", load: () => import("./delegations.tsx"), ...kept(76, "delegation", "flag") },
  { path: "/areas", load: () => import("./areas.tsx"), ...kept(77, "area", "environment") },
  { path: "/imports", load: () => import("./imports.tsx"), ...kept(78, "intake", "import") },
  { path: "/accounts", load: () => import("./accounts.tsx"), ...system(90, "account", "contacts") },
  { path: "/sign-in-attempts", load: () => import("./sign-in-attempts.tsx"), ...system(91, "attempt", "audit") },
  { path: "/profile", load: () => import("./profile.tsx") },
];
