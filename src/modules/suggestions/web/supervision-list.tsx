import { Link, useNavigate } from "@tanstack/react-router";
import { Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { Lamp, useYellowDays } from "../../../web/ui/lamp.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useClearing, useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { StatusTag } from "./status.tsx";
import { type Filters, SupervisionFilters } from "./supervision-filters.tsx";

export type Line = Schemas["SupervisionLine"];

/** Key suggestions under supervision: who leads, where it stands, what comes next, and what the report led to. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const query = useQueryOf(narrowed);
  const list = usePages(["supervisions", query], (cursor) =>
    call(api.GET("/api/supervisions", { params: { query: { ...query, limit: 30, ...(cursor ? { cursor } : {}) } } })),
  );
  const clear = useClearing(["search", "year", "leader", "lamp", "status"]);
  return (
    <div className="page">
      <PageHead
        title={t("suggestion.supervision.title")}
        sub={t("suggestion.supervision.help")}
        actions={<ExportButton path="/api/supervisions" query={asText(query)} />}
      />
      <SupervisionFilters narrowed={narrowed} narrow={narrow} counts={list.first?.counts} leaders={list.first?.leaders ?? []} />
      <ListBody list={list} empty={<NothingFound search={narrowed["search"]} clear={clear} none="suggestion.supervision.none" />}>
        {(lines) => (wide ? <Lines lines={lines} /> : lines.map((line) => <Card key={line.id} of={line} />))}
      </ListBody>
    </div>
  );
}

/** The lamps are days: red is before today, yellow within the days of the rule. */
function useQueryOf({ lamp, year, state = "open", ...rest }: Filters) {
  const { today } = useMe();
  const yellowDays = useYellowDays();
  const moved = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const due = lamp === "red" ? { dueBy: moved(-1) } : lamp === "yellow" ? { dueFrom: today, dueBy: moved(yellowDays) } : {};
  const which = { ...due, ...(state === "all" ? {} : { state }), ...(year ? { year: Number(year) } : {}) };
  return { sort: "next" as const, ...rest, ...which };
}

const asText = (query: Readonly<Record<string, string | number | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Table<Line>
      rowKey="id"
      dataSource={[...lines]}
      pagination={false}
      scroll={{ x: 1120 }}
      onRow={({ suggestionId }) => ({
        onClick: () => void navigate({ to: "/suggestions/$id", params: { id: suggestionId } }),
        style: { cursor: "pointer" },
      })}
      columns={[
        {
          title: t("suggestion.field.title"),
          key: "title",
          render: (_value, line) => (
            <>
              <Link to="/suggestions/$id" params={{ id: line.suggestionId }} onClick={(event) => event.stopPropagation()}>
                {line.title}
              </Link>
              <div className="muted">{[line.label, line.units.join("、")].filter(Boolean).join(" · ")}</div>
            </>
          ),
        },
        { title: t("suggestion.field.status"), key: "status", width: 100, render: (_value, line) => <StatusTag status={line.status} /> },
        { title: t("suggestion.supervision.leader"), key: "leader", width: 190, render: (_value, line) => <Leaders of={line} /> },
        { title: t("suggestion.supervision.log"), key: "log", width: 150, render: (_value, line) => <Log of={line} /> },
        { title: t("suggestion.supervision.next"), key: "next", width: 190, render: (_value, line) => <Next of={line} /> },
        { title: t("suggestion.supervision.report"), key: "report", width: 176, render: (_value, line) => <Report of={line} /> },
      ]}
    />
  );
}

function Leaders({ of }: { of: Line }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{of.leader}</strong>
      {of.governmentLeader ? (
        <div className="muted">
          {t("suggestion.supervision.government_leader")}：{of.governmentLeader}
        </div>
      ) : null}
      {of.bodyName ? <div className="muted">{of.bodyName}</div> : null}
    </>
  );
}

function Log({ of }: { of: Line }) {
  const { t } = useTranslation();
  if (of.times === 0) return <span className="muted">{t("suggestion.supervision.never")}</span>;
  return (
    <>
      {t("suggestion.supervision.times", { count: of.times })}
      <div className="muted">{dateText(of.lastOn)}</div>
    </>
  );
}

function Next({ of }: { of: Line }) {
  const { t } = useTranslation();
  const { today } = useMe();
  if (of.result === "accepted") return <span className="muted">—</span>;
  if (!of.nextOn) return <span className="muted">{t("suggestion.supervision.no_next")}</span>;
  return (
    <>
      <Lamp dueOn={of.nextOn} today={today} />
      <div className="muted">{[dateText(of.nextOn), of.nextStep].filter(Boolean).join(" ")}</div>
    </>
  );
}

function Report({ of }: { of: Line }) {
  const { t } = useTranslation();
  if (!of.result) return <span className="muted">—</span>;
  return (
    <>
      <Tag color={of.result === "accepted" ? "green" : "gold"}>{t(`suggestion.supervision_result.${of.result}`)}</Tag>
      <div className="muted">{[dateText(of.reportedOn), of.meeting].filter(Boolean).join(" ")}</div>
    </>
  );
}

function Card({ of }: { of: Line }) {
  return (
    <Link className="line-card" to="/suggestions/$id" params={{ id: of.suggestionId }}>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8 }}>
        <StatusTag status={of.status} />
        <span className="muted">{of.label}</span>
      </div>
      <div className="title">{of.title}</div>
      <Leaders of={of} />
      <div className="meta">
        <div>
          <Log of={of} />
        </div>
        <div>
          <Next of={of} />
        </div>
        {of.result ? (
          <div>
            <Report of={of} />
          </div>
        ) : null}
      </div>
    </Link>
  );
}
