import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, DatePicker, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dayjs } from "../../../web/ui/calendar-days.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { Analysis } from "./analysis.tsx";
import { Overview } from "./overview.tsx";

const tabs = ["overview", "suggestions", "opinions"] as const;
type Tab = (typeof tabs)[number];

/** Published numbers, and the same broken down. Each says what it counts and opens the rows behind it. */
export function Page() {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const { tab = "overview" } = useSearch({ strict: false }) as { tab?: Tab };
  const [asOf, setAsOf] = useState(today);
  return (
    <div className="page">
      <PageHead
        title={t("statistics.page.title")}
        sub={t("statistics.page.help")}
        actions={
          <span style={{ display: "flex", gap: 8, alignItems: "center", flexWrap: "wrap" }}>
            {t("statistics.page.as_of")}
            <DatePicker
              aria-label={t("statistics.page.as_of")}
              allowClear={false}
              value={dayjs(asOf)}
              maxDate={dayjs(today)}
              onChange={(day) => setAsOf(day?.format("YYYY-MM-DD") ?? today)}
            />
            <Link to="/statistics/yearly">
              <Button>{t("statistics.yearly.open")}</Button>
            </Link>
            <Button onClick={() => window.print()}>{t("statistics.page.print")}</Button>
          </span>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={(next) => void navigate({ to: "/statistics", search: (next === "overview" ? {} : { tab: next }) as never })}
        items={tabs.map((key) => ({ key, label: t(`statistics.tab.${key}`) }))}
      />
      {tab === "overview" ? <Overview asOf={asOf} /> : <Analysis key={tab} of={tab} asOf={asOf} />}
    </div>
  );
}
