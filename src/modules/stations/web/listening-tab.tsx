import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Space, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idempotencyKey, type Schemas } from "../../../web/api/client.ts";
import { useMe } from "../../../web/session.ts";
import type { Field } from "../../../web/ui/collection.ts";
import { collectionAt } from "../../../web/ui/collection-api.ts";
import { useCursorList } from "../../../web/ui/cursor-list.ts";
import { dateText } from "../../../web/ui/dates.ts";
import { ExportButton } from "../../../web/ui/export-button.tsx";
import { FormDialog } from "../../../web/ui/form-dialog.tsx";
import { keptFields } from "../../../web/ui/kept-fields.tsx";
import { Lamp } from "../../../web/ui/lamp.tsx";
import { ListBody } from "../../../web/ui/list-body.tsx";
import type { Listening, Station } from "./api.ts";
import { organisation } from "./references.ts";

type Line = Schemas["ListeningLine"];

const colours = { planned: "default", announced: "blue", held: "gold", closed: "green", cancelled: "default" } as const;

export function ListeningTag({ status }: { status: Line["status"] }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`listening.status.${status}`)}</Tag>;
}

/** Listening sessions at a station, as far as the reader may see them. */
export function ListeningTab({ of }: { of: Station }) {
  const { t } = useTranslation();
  const [planning, setPlanning] = useState(false);
  const list = useCursorList<Line & { version: number }>("/api/listenings", { stationId: of.id });
  return (
    <>
      <div className="section-head">
        <span className="muted">{t("listening.page.help")}</span>
        <span className="action-bar">
          <ExportButton path="/api/listenings" query={{ stationId: of.id }} />
          {of.mine && !of.closedOn ? (
            <Button icon={<PlusOutlined />} onClick={() => setPlanning(true)} data-add="listening">
              {t("listening.page.new")}
            </Button>
          ) : null}
        </span>
      </div>
      <ListBody list={list}>{(lines) => <ListeningLines lines={lines} />}</ListBody>
      {planning ? <PlanListening station={of} close={() => setPlanning(false)} /> : null}
    </>
  );
}

/** Listening sessions, the latest first. */
export function ListeningLines({ lines, named = false }: { lines: readonly Line[]; named?: boolean }) {
  const { t } = useTranslation();
  const { today } = useMe();
  return lines.map((one) => (
    <article key={one.id} className="line-card">
      <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
        <Link to="/listenings/$id" params={{ id: one.id }}>
          {one.topic}
        </Link>
        <ListeningTag status={one.status} />
      </div>
      <Space size={[8, 4]} wrap className="muted">
        <span>{dateText(one.day)}</span>
        <span>{one.organName}</span>
        {named ? <span>{one.stationName}</span> : null}
        {one.points > 0 ? <span>{t("listening.points", { count: one.points, open: one.open })}</span> : null}
        {one.dueOn ? <Lamp dueOn={one.dueOn} today={today} /> : null}
      </Space>
    </article>
  ));
}

function PlanListening({ station, close }: { station: Station; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const time = { kind: "text", max: 5, suggestions: ["09:00", "10:00", "11:00", "14:30", "15:00", "16:00", "17:00"] } as const;
  const fields: readonly Field[] = [
    { name: "topic", kind: "text", max: 80, wide: true },
    { name: "organId", kind: "reference", of: organisation },
    { name: "day", kind: "date" },
    { name: "fromTime", ...time },
    { name: "toTime", ...time },
    { name: "about", kind: "lines", max: 1000, optional: true, wide: true },
  ];
  const kept = keptFields("listening", fields);
  return (
    <FormDialog<Field, Listening>
      title={t("listening.page.new")}
      submit={t("listening.verb.begin")}
      intro={<p className="muted">{t("listening.page.help")}</p>}
      fields={fields}
      drawing={{ ...kept, body: (typed) => ({ ...kept.body(typed), stationId: station.id }) }}
      initial={{ day: me.today, fromTime: "09:00", toTime: "11:00" }}
      keptUnder={`listening.new.${station.id}`}
      send={(body) => collectionAt<Listening>("/api/listenings").add(body, key)}
      close={close}
      done={async ({ id }) => {
        close();
        await queries.invalidateQueries();
        void navigate({ to: "/listenings/$id", params: { id } });
      }}
    />
  );
}
