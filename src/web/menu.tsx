import { Link } from "@tanstack/react-router";
import { Menu, type MenuProps } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { menuIcons } from "./menu-icons.tsx";
import type { Page } from "./page.ts";
import { followed } from "./ui/followed.ts";

/** With more entries than this a menu has headings, and what is seldom needed is folded away. */
const glance = 10;
/** The daily groups, always in view; every other group folds. */
const daily: readonly string[] = ["web.group.handling", "web.group.oversight", "web.group.figures"];

export interface EntriesProps {
  /** Those that are there for this person, in their order. */
  readonly entries: readonly Page[];
  /** The path of the page that is open. */
  readonly here: string;
  /** An entry was chosen, or the menu left. */
  readonly chosen: () => void;
}

/** The menu: a handful of entries in one row, more of them by group. */
export function Entries({ entries, here, chosen }: EntriesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<readonly string[]>([]);
  // With many groups open, the entry of this page can be out of sight.
  useEffect(() => {
    document.querySelector(`.side [data-menu-id$="${here}"]`)?.scrollIntoView({ block: "nearest" });
  }, [here]);
  const around = entries.find((page) => page.path === here)?.menu?.group ?? "";
  return (
    <Menu
      mode="inline"
      inlineIndent={16}
      selectedKeys={[here]}
      openKeys={[...new Set([...open, around])]}
      onOpenChange={setOpen}
      items={items(entries, t)}
      onClick={(click) => {
        followed(click);
        chosen();
      }}
      style={{ borderInlineEnd: 0 }}
    />
  );
}

type Words = (key: string) => string;
type Items = NonNullable<MenuProps["items"]>;

function items(entries: readonly Page[], t: Words): Items {
  const long = entries.length > glance;
  const groupOf = ({ menu }: Page): string => (menu?.group && (long || !daily.includes(menu.group)) ? menu.group : "");
  const groups = [...daily, ...entries.map(groupOf)].filter((group) => group !== "");
  return [
    ...entries.filter((page) => groupOf(page) === "").map((page) => item(page, t)),
    ...[...new Set(groups)].flatMap((group): Items => {
      const children = entries.filter((page) => groupOf(page) === group).map((page) => item(page, t));
      const label = t(group);
      if (children.length === 0) return [];
      return long && !daily.includes(group)
        ? [{ type: "submenu" as const, key: group, label, children }]
        : [{ type: "group" as const, key: group, label, children }];
    }),
  ];
}

function item(page: Page, t: Words) {
  const Badge = page.menu?.badge;
  const label = (
    <Link to={page.path} style={{ display: "flex", justifyContent: "space-between", alignItems: "center" }}>
      {t(page.menu?.label ?? "")} {Badge ? <Badge /> : null}
    </Link>
  );
  return { key: page.path, icon: page.menu ? menuIcons[page.menu.icon] : null, label };
}
