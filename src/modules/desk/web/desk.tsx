import { useSearch } from "@tanstack/react-router";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { TourCard } from "../../../web/tour/card.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { PageTabs } from "../../../web/ui/page-tabs.tsx";
import { useTaskCounts } from "./api.ts";
import { DoneList } from "./done-list.tsx";
import { Months } from "./months.tsx";
import { TaskList } from "./task-list.tsx";

const tabs = ["mine", "others", "done"] as const;
type Tab = (typeof tabs)[number];

/** Organs that hand matters out and may urge those who have them. */
const urging: readonly string[] = ["deputy_office", "government_office", "presidium", "subdistrict_committee"];

/** What waits for me, whom I may urge, and what I did. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const { tab = "mine" } = useSearch({ strict: false }) as { tab?: Tab };
  const office = me.roles.some((role) => urging.includes(role.organisationKind));
  const deputy = me.mandates.some((mandate) => mandate.status === "in_force");
  const shown = tabs.filter((one) => one !== "others" || office);
  return (
    <div className="page">
      <PageHead title={t("desk.page.title")} sub={<Summary />} />
      <TourCard />
      {deputy ? <Months /> : null}
      <PageTabs page="/desk" chosen={tab} tabs={shown.map((one) => ({ name: one, label: t(`desk.tab.${one}`) }))} />
      {tab === "done" ? <DoneList /> : <TaskList key={tab} side={tab} />}
    </div>
  );
}

function Summary() {
  const { t } = useTranslation();
  const { data } = useTaskCounts();
  if (!data) return t("desk.page.help");
  if (data.count === 0) return t("desk.summary.none");
  return (
    <>
      <span style={{ marginInlineEnd: 8 }}>{t("desk.summary.count", { count: data.count })}</span>
      {data.overdue > 0 ? <Tag color="red">{t("desk.summary.overdue", { count: data.overdue })}</Tag> : null}
      {data.urged > 0 ? <Tag color="orange">{t("desk.summary.urged", { count: data.urged })}</Tag> : null}
    </>
  );
}
