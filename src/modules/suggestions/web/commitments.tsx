import { Link } from "@tanstack/react-router";
import { Segmented, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, call, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import { usePages } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import { useClearing, useNarrowed } from "../../../web/ui/narrowed.ts";
import { NothingFound } from "../../../web/ui/nothing-found.tsx";
import { PageHead } from "../../../web/ui/page-head.tsx";
import { UnitPicker } from "./pickers.tsx";

type Line = Schemas["CommitmentLine"];
const views = ["open", "overdue", "kept", "answered_again"] as const;
type View = (typeof views)[number];

/** The ledger of promises: what replies undertook, until it is kept or answered again. */
export function Page() {
  const { t } = useTranslation();
  const [narrowed, narrow] = useNarrowed();
  const view = (narrowed["view"] ?? "open") as View;
  const unitId = narrowed["unitId"];
  const query = { ...(view === "overdue" ? { overdue: "true" as const } : { state: view }), ...(unitId ? { unitId } : {}) };
  const list = usePages(["commitments", query], (cursor) =>
    call(api.GET("/api/commitments", { params: { query: { ...query, limit: 30, ...(cursor ? { cursor } : {}) } } })),
  );
  const counts = list.first?.counts;
  const sizes: Record<View, number | undefined> = {
    open: counts?.open,
    overdue: counts?.overdue,
    kept: counts?.kept,
    answered_again: counts?.answeredAgain,
  };
  const clear = useClearing(["unitId"]);
  return (
    <div className="page">
      <PageHead title={t("suggestion.page.commitments")} sub={t("suggestion.page.commitments_help")} />
      <div className="filters">
        <Segmented
          value={view}
          options={views.map((value) => ({ value, label: `${t(`suggestion.commitment_view.${value}`)} ${sizes[value] ?? ""}` }))}
          onChange={(next) => narrow({ view: next === "open" ? undefined : next })}
        />
        <div style={{ flex: "0 1 260px", minWidth: 180 }}>
          <UnitPicker
            value={unitId ?? null}
            onChange={(unit) => narrow({ unitId: unit ?? undefined })}
            label={t("suggestion.field.units")}
          />
        </div>
      </div>
      <ListBody list={list} empty={<NothingFound search={undefined} clear={clear} none="suggestion.page.commitments_none" />}>
        {(lines) => lines.map((line) => <PromiseCard key={line.id} of={line} />)}
      </ListBody>
    </div>
  );
}

function PromiseCard({ of }: { of: Line }) {
  const { t } = useTranslation();
  const { today } = useMe();
  return (
    <Link className="line-card" to="/suggestions/$id" params={{ id: of.suggestionId }}>
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <span>
          <strong>{of.unitName}</strong> <span className="muted">{of.owner}</span>
          {of.carried ? <Tag style={{ marginInlineStart: 8 }}>{t("suggestion.commitment_carried")}</Tag> : null}
        </span>
        {of.state === "open" ? (
          <Lamp dueOn={of.dueOn} today={today} />
        ) : (
          <span className="muted">{t("suggestion.commitment_settled_on", { date: dateText(of.settledOn) })}</span>
        )}
      </div>
      <div className="title">{of.content}</div>
      {of.evidence ? <div>{of.evidence}</div> : null}
      <div className="meta">
        <span>{of.label}</span>
        <span>{of.title}</span>
        <span>{t("suggestion.due_by", { on: dateText(of.dueOn) })}</span>
      </div>
    </Link>
  );
}
