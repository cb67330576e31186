import { DatePicker, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { dayjs } from "../../../web/ui/calendar-days.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import { figureWords, type StationSort } from "../station-terms.ts";
import { PrintButton } from "./print-button.tsx";
import { StationCards } from "./station-cards.tsx";
import { type OpenedRows, StationRows } from "./station-rows.tsx";
import { glance, type Sorting, StationTable } from "./station-table.tsx";
import { useKinds, useStationFigures } from "./stations-api.ts";

const usual: Sorting = { sort: "name", order: "asc" };

/** All duty stations in my sight at a glance; every number opens its rows. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, narrow, replace] = useNarrowed();
  const [opened, setOpened] = useState<OpenedRows>();
  const sorting: Sorting = {
    sort: (narrowed["sort"] ?? usual.sort) as StationSort,
    order: narrowed["order"] === "desc" ? "desc" : "asc",
  };
  const { search, asOf, kind, areaId, year } = narrowed;
  const which = {
    ...(year ? { year: Number(year) } : {}),
    ...(asOf ? { asOf } : {}),
    ...(search ? { search } : {}),
    ...(kind ? { kind } : {}),
    ...(areaId ? { areaId } : {}),
  };
  const list = useStationFigures({ ...which, ...sorting });
  const first = list.first;
  const open = (station: OpenedRows["station"], measures: OpenedRows["measures"]) => {
    const figures = list.things.find(({ id }) => id === station?.id) ?? first?.whole;
    if (figures) setOpened({ station, figures, measures });
  };
  const sortBy = (next: Sorting | undefined) =>
    narrow(next && next.sort !== usual.sort ? { ...next } : { sort: undefined, order: next?.order === "desc" ? "desc" : undefined });
  const shown = first ? { whole: first.whole, open, search: { year, asOf } } : undefined;
  return (
    <div className="page printed landscape">
      <PageHead
        title={t("statistics.stations.title")}
        sub={t("statistics.stations.help")}
        actions={
          <>
            <ExportButton path="/api/statistics/stations" query={narrowed} />
            <PrintButton list={list} />
          </>
        }
      />
      <Filters sorting={sorting} sortBy={sortBy} />
      {first ? (
        <p className="muted">
          {t("statistics.page.as_of")} {dateText(first.asOf)} · {t("statistics.stations.count", { count: first.stations })} ·{" "}
          {t("statistics.stations.definition")}
        </p>
      ) : null}
      <ListBody
        list={list}
        empty={<NothingFound search={search} clear={Object.keys(narrowed).length > 0 ? () => replace({}) : undefined} />}
      >
        {(stations) =>
          shown && (wide ? <StationTable {...{ stations, sorting, sortBy, ...shown }} /> : <StationCards {...{ stations, ...shown }} />)
        }
      </ListBody>
      {opened ? <StationRows {...opened} narrow={which} close={() => setOpened(undefined)} /> : null}
    </div>
  );
}

function Filters({ sorting, sortBy }: { sorting: Sorting; sortBy: (next: Sorting | undefined) => void }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const wide = useWide();
  const kinds = useKinds();
  const [narrowed, narrow] = useNarrowed();
  return (
    <div className="filters">
      <Input.Search
        allowClear
        key={narrowed["search"] ?? ""}
        defaultValue={narrowed["search"] ?? ""}
        placeholder={t("statistics.stations.search")}
        aria-label={t("statistics.stations.search")}
        onSearch={(search) => narrow({ search: search.trim() || undefined })}
        style={{ width: wide ? 240 : "100%" }}
      />
      <YearPicker
        always
        label={t("statistics.stations.year")}
        value={narrowed["year"] ?? today.slice(0, 4)}
        onChange={(year) => narrow({ year: year === today.slice(0, 4) ? undefined : year })}
      />
      <div style={{ flex: wide ? "0 1 200px" : "1 1 140px" }}>
        <ReferencePicker
          of={{ path: "/api/areas", whole: true, tree: true, gone: "retiredOn" }}
          value={narrowed["areaId"] ?? null}
          onChange={(areaId) => narrow({ areaId: areaId ?? undefined })}
          placeholder={t("statistics.stations.town")}
          label={t("statistics.stations.town")}
        />
      </div>
      <Select
        allowClear
        placeholder={t("statistics.stations.kind")}
        aria-label={t("statistics.stations.kind")}
        value={narrowed["kind"] ?? null}
        onChange={(kind: string | undefined) => narrow({ kind })}
        options={kinds}
        style={{ flex: wide ? "0 1 170px" : "1 1 140px" }}
      />
      <DatePicker
        aria-label={t("statistics.page.as_of")}
        placeholder={t("statistics.page.as_of")}
        value={narrowed["asOf"] ? dayjs(narrowed["asOf"]) : null}
        maxDate={dayjs(today)}
        onChange={(day) => narrow({ asOf: day?.format("YYYY-MM-DD") })}
      />
      {wide ? null : <Order sorting={sorting} sortBy={sortBy} />}
    </div>
  );
}

/** Names have no highest and no lowest. */
const orderWords = (sort: StationSort, order: Sorting["order"]): string => {
  if (sort === "name") return order === "asc" ? "statistics.stations.forwards" : "statistics.stations.backwards";
  return order === "asc" ? "statistics.stations.ascending" : "statistics.stations.descending";
};

/** On a phone there are no heads to click on. */
function Order({ sorting, sortBy }: { sorting: Sorting; sortBy: (next: Sorting | undefined) => void }) {
  const { t } = useTranslation();
  const cells = Object.values(glance).flat();
  const named = [
    { value: "name", label: t("statistics.stations.name") },
    { value: "stars", label: t("statistics.stations.stars") },
    ...cells.map((value) => ({ value, label: t(figureWords(value).label) })),
  ];
  return (
    <>
      <Select
        value={sorting.sort}
        aria-label={t("statistics.stations.sort")}
        options={named}
        onChange={(sort) => sortBy({ sort: sort as StationSort, order: sort === "name" ? "asc" : "desc" })}
        style={{ flex: "1 1 140px" }}
      />
      <Select
        value={sorting.order}
        aria-label={t("statistics.stations.direction")}
        options={(["desc", "asc"] as const).map((value) => ({ value, label: t(orderWords(sorting.sort, value)) }))}
        onChange={(order) => sortBy({ ...sorting, order })}
        style={{ flex: "1 1 110px" }}
      />
    </>
  );
}
