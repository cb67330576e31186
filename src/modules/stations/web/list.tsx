import { PlusOutlined } from "@ant-design/icons";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Input, Rate, Select, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../web/session.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { ReferencePicker } from "../../../web/ui/reference.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { stationFunctions } from "../terms.ts";
import { type StationLine, useStationCodes } from "./api.ts";
import { area } from "./references.ts";
import { StationForm } from "./station-form.tsx";
import "./stations.css";

/** Duty stations, as filtered. */
export function Page() {
  const { t } = useTranslation();
  const me = useMe();
  const wide = useWide();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [narrowed, , replace] = useNarrowed();
  const list = useCursorList<StationLine & { version: number }>("/api/stations", { open: "true", ...narrowed });
  const keeper = me.duties.includes("stations.keep");
  const clear = Object.keys(narrowed).length > 0 ? () => replace({}) : undefined;
  return (
    <div className="page">
      <PageHead
        title={t("station.title")}
        sub={t("station.help")}
        actions={
          <>
            <ExportButton path="/api/stations" query={{ open: "true", ...narrowed }} />
            {keeper ? (
              <Button type="primary" icon={<PlusOutlined />} size={wide ? "middle" : "large"} onClick={() => setAdding(true)} data-add>
                {t("station.add")}
              </Button>
            ) : null}
          </>
        }
      />
      <Filters />
      <ListBody list={list} empty={<NothingFound search={narrowed["search"]} clear={clear} />}>
        {(stations) => (wide ? <Rows stations={stations} /> : <Cards stations={stations} />)}
      </ListBody>
      {adding ? (
        <StationForm close={() => setAdding(false)} saved={({ id }) => void navigate({ to: "/stations/$id", params: { id } })} />
      ) : null}
    </div>
  );
}

function Filters() {
  const { t } = useTranslation();
  const wide = useWide();
  const { kinds } = useStationCodes();
  const [narrowed, narrow] = useNarrowed();
  const select = (name: string, label: string, options: readonly { value: string; label: string }[]) => (
    <Select
      allowClear
      placeholder={label}
      aria-label={label}
      value={narrowed[name] ?? null}
      onChange={(value: string | undefined) => narrow({ [name]: value })}
      options={[...options]}
      style={{ flex: wide ? "0 1 170px" : "1 1 140px" }}
    />
  );
  return (
    <div className="filters">
      <Input.Search
        allowClear
        key={narrowed["search"] ?? ""}
        defaultValue={narrowed["search"] ?? ""}
        placeholder={t("station.search")}
        aria-label={t("station.search")}
        onSearch={(typed) => narrow({ search: typed.trim() })}
        style={{ width: wide ? 300 : "100%" }}
      />
      {select("kind", t("station.field.kind"), kinds)}
      <div style={{ flex: wide ? "0 1 180px" : "1 1 140px" }}>
        <ReferencePicker
          of={area}
          value={narrowed["areaId"] ?? null}
          onChange={(value) => narrow({ areaId: value ?? undefined })}
          placeholder={t("station.field.areaId")}
          label={t("station.field.areaId")}
        />
      </div>
      {select(
        "function",
        t("station.filter.function"),
        stationFunctions.map((value) => ({ value, label: t(`station.function.${value}`) })),
      )}
      {select("mine", t("station.filter.all"), [{ value: "true", label: t("station.filter.mine") }])}
      {select("open", t("station.filter.open"), [{ value: "false", label: t("station.filter.closed") }])}
      {select(
        "sort",
        t("station.sort.name"),
        ["code", "next"].map((value) => ({ value, label: t(`station.sort.${value}`) })),
      )}
    </div>
  );
}

const kindOf = (kinds: readonly { value: string; label: string }[], code: string): string =>
  kinds.find(({ value }) => value === code)?.label ?? code;

function Rows({ stations }: { stations: readonly StationLine[] }) {
  const { t } = useTranslation();
  const { kinds } = useStationCodes();
  const title = (name: string) => t(`station.field.${name}`);
  return (
    <Table<StationLine>
      rowKey="id"
      dataSource={[...stations]}
      pagination={false}
      columns={[
        {
          title: title("name"),
          key: "name",
          render: (_v, { id, name, code }) => (
            <>
              <Link to="/stations/$id" params={{ id }}>
                {name}
              </Link>
              <div className="muted">{code}</div>
            </>
          ),
        },
        { title: title("kind"), key: "kind", width: 150, render: (_v, { kind }) => kindOf(kinds, kind) },
        { title: title("areaName"), key: "area", width: 120, dataIndex: "areaName" },
        { title: title("headName"), key: "head", width: 100, render: (_v, { headName }) => headName ?? "—" },
        { title: title("deputies"), key: "deputies", width: 100, dataIndex: "deputies", align: "end" },
        { title: title("nextOn"), key: "next", width: 150, render: (_v, { nextOn }) => (nextOn ? dateText(nextOn) : "—") },
        { title: title("stars"), key: "stars", width: 150, render: (_v, { stars }) => <Stars stars={stars} /> },
      ]}
    />
  );
}

function Stars({ stars }: { stars: number | null }) {
  return stars === null ? <span className="muted">—</span> : <Rate disabled value={stars} style={{ fontSize: 14 }} />;
}

function Cards({ stations }: { stations: readonly StationLine[] }) {
  const { t } = useTranslation();
  const { kinds } = useStationCodes();
  return stations.map(({ id, name, kind, address, phone, deputies, nextOn, stars }) => (
    <article key={id} className="line-card">
      <div className="title">
        <Link to="/stations/$id" params={{ id }}>
          {name}
        </Link>
      </div>
      <div className="muted">{[kindOf(kinds, kind), address].join(" · ")}</div>
      <div className="muted">
        {[t("station.deputies_here", { count: deputies }), nextOn ? t("station.next_on", { on: dateText(nextOn) }) : null, phone]
          .filter(Boolean)
          .join(" · ")}
      </div>
      {stars === null ? null : <Stars stars={stars} />}
    </article>
  ));
}
