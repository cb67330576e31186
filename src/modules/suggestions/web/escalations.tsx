import { Link } from "@tanstack/react-router";
import { Button, Input, Segmented, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useClearing, useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { useWide } from "../../../web/ui/wide.ts";
import { YearPicker } from "../../../web/ui/year-picker.tsx";
import { Meeting } from "./meeting.tsx";
import { StatusTag } from "./status.tsx";

type Line = Schemas["EscalationLine"];
type View = "open" | "concluded" | "all";

/** Meetings over dissatisfaction: who, when, with whom, and what came of it. */
export function Page() {
  const { t } = useTranslation();
  const wide = useWide();
  const [narrowed, narrow] = useNarrowed();
  const view = (narrowed["state"] ?? "open") as View;
  const { search, year } = narrowed;
  const query = {
    ...(view === "all" ? {} : { state: view }),
    ...(search ? { search } : {}),
    ...(year ? { year: Number(year) } : {}),
  };
  const list = usePages(["escalations", query], (cursor) =>
    call(api.GET("/api/escalations", { params: { query: { ...query, limit: 20, ...(cursor ? { cursor } : {}) } } })),
  );
  const counts = list.first?.counts;
  const sizes: Record<View, number | undefined> = {
    open: counts?.open,
    concluded: counts?.concluded,
    all: counts && counts.open + counts.concluded,
  };
  const views = ["open", "concluded", "all"] as const;
  const clear = useClearing(["search", "year"]);
  return (
    <div className="page">
      <PageHead
        title={t("suggestion.escalation.title")}
        sub={t("suggestion.escalation.help")}
        actions={<ExportButton path="/api/escalations" query={{ ...query, year }} />}
      />
      <div className="filters">
        <Input.Search
          allowClear
          key={search ?? ""}
          defaultValue={search ?? ""}
          placeholder={t("suggestion.escalation.search")}
          aria-label={t("suggestion.escalation.search")}
          onSearch={(typed) => narrow({ search: typed.trim() })}
          style={{ width: wide ? 300 : "100%" }}
        />
        <YearPicker label={t("suggestion.escalation.year")} value={year} onChange={(next) => narrow({ year: next })} />
        <Segmented
          value={view}
          options={views.map((value) => ({
            value,
            label: `${t(value === "all" ? "web.all" : `suggestion.escalation.${value}`)} ${sizes[value] ?? ""}`,
          }))}
          onChange={(next) => narrow({ state: next === "open" ? undefined : next })}
        />
      </div>
      <ListBody list={list} empty={<NothingFound search={search} clear={clear} none="suggestion.escalation.none" />}>
        {(lines) => lines.map((line) => <EscalationCard key={line.id} of={line} />)}
      </ListBody>
    </div>
  );
}

function EscalationCard({ of }: { of: Line }) {
  const { t } = useTranslation();
  return (
    <article className="line-card">
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <span style={{ display: "flex", gap: 8, flexWrap: "wrap", alignItems: "center" }}>
          <StatusTag status={of.status} />
          <span className="muted">
            {[of.label, of.units.join("、"), t("suggestion.round", { round: of.round })].filter(Boolean).join(" · ")}
          </span>
        </span>
        {of.mine ? (
          <Link to="/suggestions/$id" params={{ id: of.suggestionId }} search={{ verb: "conclude_escalation" } as never}>
            <Button type="primary" data-verb="conclude_escalation">
              {t("suggestion.escalation.record")}
            </Button>
          </Link>
        ) : null}
      </div>
      <Link className="title" style={{ display: "block" }} to="/suggestions/$id" params={{ id: of.suggestionId }}>
        {of.title}
      </Link>
      {of.dissatisfied.map(({ name, attitude, result, reasons }) => (
        <div key={name} style={{ marginTop: 6, display: "flex", gap: 8, flexWrap: "wrap" }}>
          <strong>{name}</strong>
          {attitude === "DISSATISFIED" ? (
            <Tag color="red">{`${t("suggestion.field.attitude")} ${t("suggestion.grade.DISSATISFIED")}`}</Tag>
          ) : null}
          {result === "DISSATISFIED" ? (
            <Tag color="red">{`${t("suggestion.field.result")} ${t("suggestion.grade.DISSATISFIED")}`}</Tag>
          ) : null}
          <span>{reasons}</span>
        </div>
      ))}
      <Meeting of={of} />
      <div className="meta">
        <span>
          {t("suggestion.escalation.asked_on")} {dateText(of.askedOn)}
        </span>
      </div>
    </article>
  );
}
