import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Card, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { momentText } from "../../../web/ui/dates.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { SpanList } from "./span-list.tsx";
import { spansOf } from "./spans.ts";

/** Calendars by year; a year that is coming and has none is said. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const found = useQuery({ queryKey: ["calendar-years"], queryFn: () => call(api.GET("/api/calendar-years")) });
  const known = new Map((found.data?.items ?? []).map((one) => [one.year, one]));
  const thisYear = Number(me.today.slice(0, 4));
  const years = [...new Set([...known.keys(), thisYear, thisYear + 1])].sort((a, b) => nearness(a, thisYear) - nearness(b, thisYear));
  return (
    <div className="page page-narrow">
      <PageHead title={t("calendar.year.title")} sub={t("calendar.year.help")} />
      {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {found.error ? <ProblemPage error={found.error} retry={() => found.refetch()} /> : null}
      {found.data ? (
        <div className="stack">
          {years.map((year) => (
            <Year key={year} year={year} of={known.get(year)} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** What matters now stands first: this year, the next, then those before, then those after. */
function nearness(year: number, now: number): number {
  if (year === now) return 0;
  if (year === now + 1) return 1;
  return year < now ? 1 + now - year : 1000 + year - now;
}

function Year({ year, of }: { year: number; of: Schemas["CalendarYear"] | undefined }) {
  const { t } = useTranslation();
  const keeper = useMe().duties.includes("rules.keep");
  const load = keeper ? (
    <Link to="/calendar-years/$year/load" params={{ year: String(year) }}>
      <Button size="small" data-load={year}>
        {t("calendar.year.load")}
      </Button>
    </Link>
  ) : null;
  // A calendar without a day stands for a year that has not been published.
  if (!of || of.days.length === 0)
    return (
      <Card size="small" title={t("calendar.year.label", { year })} extra={load}>
        <Alert type="warning" showIcon message={t("calendar.year.missing", { year })} description={t("calendar.year.missing_help")} />
      </Card>
    );
  return (
    <Card size="small" title={t("calendar.year.label", { year })} extra={load}>
      <SpanList spans={spansOf(of.days)} />
      <div className="muted" style={{ marginTop: 8 }}>
        {[t("calendar.year.version", { version: of.version }), of.source, momentText(of.loadedAt)].join(" · ")}
      </div>
    </Card>
  );
}
