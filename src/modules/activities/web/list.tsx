import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ListPage } from "../../../web/ui/list-page.tsx";
import type { ListColumn, ListFilter } from "../../../web/ui/list-spec.ts";
import { planSorts, planStates } from "../terms.ts";
import { type PlanLine, plansPath, useGroupsToPlan, useTowns } from "./api.ts";
import { PlanTag } from "./status.tsx";

const columns: readonly ListColumn<PlanLine>[] = [
  { name: "town", width: 150, render: ({ townName }) => townName ?? "—" },
  { name: "items", width: 110, render: ({ items }) => items },
  { name: "edition", width: 110, extra: true, render: ({ publicEdition }) => publicEdition ?? "—" },
  { name: "publishedAt", width: 150, render: ({ publishedAt }) => (publishedAt ? dateText(publishedAt) : "—") },
];

/** How many years back the list can be narrowed to. */
const years = 5;

/** Yearly plans of deputies' groups in my sight, the latest year first. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const mine = (useGroupsToPlan().data?.items.length ?? 0) > 0;
  const next = Number(me.today.slice(0, 4)) + 1;
  const yearsBack = Array.from({ length: years + 1 }, (_, back) => String(next - back)).map((year) => ({ value: year, label: year }));
  const filters: ListFilter[] = [
    { kind: "choice", name: "year", label: "activity_plan.filter.year", options: yearsBack },
    { kind: "choice", name: "areaId", label: "activity_plan.filter.town", options: useTowns() },
    ...(mine ? [{ kind: "flag" as const, name: "mine", label: "activity_plan.filter.mine" }] : []),
  ];
  return (
    <ListPage<PlanLine>
      spec={{
        ...{ path: plansPath, page: "/activity-plans", words: "activity_plan", undated: true },
        ...{ states: planStates, filters, columns, sorts: planSorts },
        status: ({ status }) => <PlanTag status={status} />,
        small: ({ townName, items, publishedAt }) => [
          townName,
          t("activity_plan.counted", { count: items }),
          publishedAt ? t("activity_plan.published_on", { date: dateText(publishedAt) }) : null,
        ],
        begins: () => mine,
      }}
    />
  );
}
