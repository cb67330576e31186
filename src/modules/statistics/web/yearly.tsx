import { Button, Card, DatePicker, Empty, Skeleton } from "antd";
import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dayjs } from "../../../web/ui/calendar-days.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { download } from "../../../web/ui/download.ts";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import type { Measure, YearlyBy, YearlyPromise } from "../terms.ts";
import { useGroupNames } from "./groups.ts";
import { Rows } from "./rows.tsx";
import { countRows, promiseRows, useYearly, type Which, type Yearly } from "./yearly-api.ts";
import { Comparison, NamedTable, PromiseTable } from "./yearly-tables.tsx";

type Opened = Omit<ComponentProps<typeof Rows>, "close" | "extra">;

/** The tables of a year's report to the congress; every number opens its rows. */
export function Page() {
  const { t } = useTranslation();
  const { today } = useMe();
  const [narrowed] = useNarrowed();
  const year = Number(narrowed["year"] ?? today.slice(0, 4));
  const { congressId, asOf } = narrowed;
  const which: Which = { year, ...(congressId ? { congressId } : {}), ...(asOf ? { asOf } : {}) };
  const found = useYearly(which);
  return (
    <div className="page printed">
      <PageHead title={t("statistics.yearly.title")} sub={t("statistics.yearly.help")} actions={<Take which={which} />} />
      <Choices year={year} />
      {found.isPending ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
      {found.error ? <ProblemPage error={found.error} retry={() => found.refetch()} /> : null}
      {found.data ? <Report of={found.data} which={which} /> : null}
    </div>
  );
}

/** The report as a book of sheets, as papers, and on paper. */
function Take({ which }: { which: Which }) {
  const { t } = useTranslation();
  const query = new URLSearchParams(Object.entries(which).map(([name, value]) => [name, String(value)]));
  const paper = (format: "docx" | "pdf") => (
    <a href={`/api/statistics/yearly/paper?${query}&format=${format}`} target="_blank" rel="noreferrer">
      <Button>{t(`statistics.yearly.${format}`)}</Button>
    </a>
  );
  return (
    <>
      <Button data-export="xlsx" onClick={() => void download(`/api/exports/statistics/yearly?${query}`)}>
        {t("web.export.xlsx")}
      </Button>
      {paper("docx")}
      {paper("pdf")}
      <Button onClick={() => window.print()}>{t("statistics.page.print")}</Button>
    </>
  );
}

function Choices({ year }: { year: number }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const label = t("statistics.units.congress");
  return (
    <div className="filters">
      <YearPicker always label={t("statistics.yearly.year")} value={String(year)} onChange={(next) => narrow({ year: next })} />
      <div style={{ width: wide ? 260 : "100%" }}>
        <ReferencePicker
          of={{ path: "/api/congresses", whole: true }}
          value={narrowed["congressId"] ?? null}
          onChange={(congressId) => narrow({ congressId: congressId ?? undefined })}
          placeholder={label}
          label={label}
        />
      </div>
      <DatePicker
        aria-label={t("statistics.page.as_of")}
        placeholder={t("statistics.page.as_of")}
        value={narrowed["asOf"] ? dayjs(narrowed["asOf"]) : null}
        maxDate={dayjs(today)}
        onChange={(day) => narrow({ asOf: day?.format("YYYY-MM-DD") })}
      />
    </div>
  );
}

function Report({ of, which }: { of: Yearly; which: Which }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened>();
  const names: Record<YearlyBy, ReturnType<typeof useGroupNames>> = {
    category: useGroupNames("category"),
    unit: useGroupNames("unit"),
    class: useGroupNames("class"),
  };
  const { congressId } = which;
  const at = (before: boolean): Which => ({
    ...{ year: of.year - (before ? 1 : 0), asOf: before ? of.asOfBefore : of.asOf },
    ...(congressId ? { congressId } : {}),
  });
  const open = (title: string, by: YearlyBy, measure: Measure, asked: { before: boolean; group?: string; key?: "true" }) => {
    const { before, ...narrow } = asked;
    const query = { ...at(before), ...narrow, measure };
    const said = t("statistics.yearly.rows_of", { group: `${query.year} · ${title}`, measure: t(`statistics.measure.${measure}`) });
    setOpened({
      title: said,
      definition: t(`statistics.measure_definition.${measure}`),
      name: ["yearly", by, query],
      load: countRows(by, query),
    });
  };
  const openPromise = (year: number, measure: YearlyPromise) => {
    const query = { ...at(false), year, measure };
    const title = t("statistics.yearly.rows_of", { group: year, measure: t(`statistics.promise_measure.${measure}`) });
    setOpened({
      title,
      definition: t(`statistics.promise_measure_definition.${measure}`),
      name: ["yearly", query],
      load: promiseRows(query),
    });
  };
  const days = { year: of.year, before: of.year - 1, asOf: dateText(of.asOf), asOfBefore: dateText(of.asOfBefore) };
  const empty = (of.whole.counts.count ?? 0) + (of.before.counts.count ?? 0) === 0;
  if (empty) return <Empty description={t("statistics.yearly.none")} style={{ padding: "48px 0" }} />;
  return (
    <div className="stack">
      <p className="muted" style={{ margin: 0 }}>
        {t("statistics.yearly.scope", days)}
        {t("statistics.breakdown.separate")}
      </p>
      <Card size="small" title={t("statistics.yearly.whole")}>
        <Comparison
          whole={of.whole}
          before={of.before}
          open={(measure, before) => open(t("statistics.yearly.whole"), "category", measure, { before })}
        />
      </Card>
      {of.tables.map(({ by, groups }) => (
        <Card key={by} size="small" title={t(`statistics.by.${by}`)}>
          <NamedTable
            {...{ by, groups, whole: of.whole, before: of.before }}
            open={(group, measure, before) => open(names[by](group), by, measure, { before, group: group.key })}
          />
        </Card>
      ))}
      <Card size="small" title={t("statistics.yearly.promises")}>
        <p className="muted" style={{ marginTop: 0 }}>
          {t("statistics.yearly.promises_scope")}
        </p>
        <PromiseTable promises={of.promises} open={openPromise} />
      </Card>
      <Card size="small" title={t("statistics.yearly.keys")}>
        <p className="muted" style={{ marginTop: 0 }}>
          {t("statistics.yearly.keys_scope")}
        </p>
        <Comparison
          {...of.keys}
          open={(measure, before) => open(t("statistics.yearly.keys"), "category", measure, { before, key: "true" })}
        />
      </Card>
      {opened ? <Rows {...opened} close={() => setOpened(undefined)} /> : null}
    </div>
  );
}
