import { Button, DatePicker, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dayjs } from "../../../web/ui/calendar-days.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ProblemPage } from "../../../web/ui/problem-page.tsx";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import { type UnitMeasure, type UnitSort, unitSorts } from "../terms.ts";
import { UnitCards } from "./unit-cards.tsx";
import { UnitRows } from "./unit-rows.tsx";
import { UnitTable } from "./unit-table.tsx";
import { type Unit, useUnits } from "./units-api.ts";

const usual: UnitSort = "solved_rate";

/** All handling units at a glance, for those who hand out and supervise; a unit sees itself. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const [opened, setOpened] = useState<{ unit: Unit; measures: readonly UnitMeasure[] }>();
  const sort = (narrowed["sort"] ?? usual) as UnitSort;
  const { search, asOf, congressId } = narrowed;
  const which = {
    ...(asOf ? { asOf } : {}),
    ...(narrowed["year"] ? { year: Number(narrowed["year"]) } : {}),
    ...(congressId ? { congressId } : {}),
  };
  const found = useUnits({ ...which, ...(search ? { search } : {}), sort });
  const open = (unit: Unit, measures: readonly UnitMeasure[]) => setOpened({ unit, measures });
  const clear = () => narrow(Object.fromEntries(Object.keys(narrowed).map((name) => [name, undefined])));
  return (
    <div className="page printed landscape">
      <PageHead
        title={t("statistics.units.title")}
        sub={t(found.data?.all === false ? "statistics.units.help_own" : "statistics.units.help")}
        actions={
          <>
            <ExportButton path="/api/statistics/units" query={narrowed} />
            <Button onClick={() => window.print()}>{t("statistics.page.print")}</Button>
          </>
        }
      />
      <Filters narrowed={narrowed} narrow={narrow} sort={sort} all={found.data?.all !== false} />
      {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : null}
      {found.error ? <ProblemPage error={found.error} retry={() => found.refetch()} /> : null}
      {found.data ? (
        <>
          <p className="muted">
            {t("statistics.page.as_of")} {dateText(found.data.asOf)} · {t("statistics.units.definition")}
          </p>
          {found.data.units.length === 0 ? (
            <NothingFound search={search} clear={Object.keys(narrowed).length > 0 ? clear : undefined} />
          ) : wide ? (
            <UnitTable
              {...{ units: found.data.units, whole: search ? undefined : found.data.whole, yellowDays: found.data.yellowDays, sort, open }}
              order={(next) => narrow({ sort: next === usual ? undefined : next })}
            />
          ) : (
            <UnitCards units={found.data.units} open={open} />
          )}
        </>
      ) : null}
      {opened && found.data ? (
        <UnitRows {...opened} narrow={which} yellowDays={found.data.yellowDays} close={() => setOpened(undefined)} />
      ) : null}
    </div>
  );
}

interface Bar {
  readonly narrowed: Readonly<Record<string, string | undefined>>;
  readonly narrow: (change: Record<string, string | undefined>) => void;
  readonly sort: UnitSort;
  readonly all: boolean;
}

function Filters({ narrowed, narrow, sort, all }: Bar) {
  const { t } = useTranslation();
  const { today } = useMe();
  const wide = useWide();
  const name = (one: UnitSort): string =>
    one === "name"
      ? t("statistics.units.unit")
      : one === "averageDays"
        ? t("statistics.units.averageDays")
        : t(one.endsWith("_rate") ? `statistics.unit_rate.${one}` : `statistics.unit_measure.${one}`);
  return (
    <div className="filters">
      {all ? (
        <Input.Search
          allowClear
          key={narrowed["search"] ?? ""}
          defaultValue={narrowed["search"] ?? ""}
          placeholder={t("statistics.units.search")}
          aria-label={t("statistics.units.search")}
          onSearch={(search) => narrow({ search: search.trim() || undefined })}
          style={{ width: wide ? 240 : "100%" }}
        />
      ) : null}
      <YearPicker label={t("statistics.units.year")} value={narrowed["year"]} onChange={(year) => narrow({ year })} />
      <div style={{ width: wide ? 240 : "100%" }}>
        <ReferencePicker
          of={{ path: "/api/congresses", whole: true }}
          value={narrowed["congressId"] ?? null}
          onChange={(congressId) => narrow({ congressId: congressId ?? undefined })}
          placeholder={t("statistics.units.congress")}
          label={t("statistics.units.congress")}
        />
      </div>
      <DatePicker
        aria-label={t("statistics.page.as_of")}
        placeholder={t("statistics.page.as_of")}
        value={narrowed["asOf"] ? dayjs(narrowed["asOf"]) : null}
        maxDate={dayjs(today)}
        onChange={(day) => narrow({ asOf: day?.format("YYYY-MM-DD") })}
      />
      {wide ? null : (
        <Select
          value={sort}
          aria-label={t("statistics.units.sort")}
          options={unitSorts.map((value) => ({ value, label: name(value) }))}
          onChange={(next) => narrow({ sort: next === usual ? undefined : next })}
          style={{ flex: "1 1 140px" }}
        />
      )}
    </div>
  );
}
