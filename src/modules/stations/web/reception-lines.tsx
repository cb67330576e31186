import { Link } from "@tanstack/react-router";
import { Space, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { dateText, timeText } from "../../../web/ui/dates.ts";
import type { ReceptionState } from "../terms.ts";
import type { ReceptionLine } from "./api.ts";

const colours: Readonly<Record<ReceptionState, string>> = {
  ...{ planned: "default", announced: "blue", held: "green", missed: "red", cancelled: "default" },
};

/** The state of a reception in colour and in words. */
export function ReceptionTag({ status }: { status: ReceptionState }) {
  const { t } = useTranslation();
  return <Tag color={colours[status]}>{t(`reception.status.${status}`)}</Tag>;
}

interface Props {
  readonly receptions: readonly ReceptionLine[];
  /** The station's name is told elsewhere. */
  readonly oneStation?: boolean;
}

/** Receptions by day, as in a diary. */
export function ReceptionLines({ receptions, oneStation = false }: Props) {
  const days = [...Map.groupBy(receptions, ({ day }) => day)];
  return days.map(([day, all]) => (
    <section key={day} className="day-group">
      <h3>
        {dateText(day)} <Weekday day={day} />
      </h3>
      {all.map((one) => (
        <article key={one.id} className="line-card">
          <div style={{ display: "flex", justifyContent: "space-between", gap: 8, flexWrap: "wrap" }}>
            <Link to="/receptions/$id" params={{ id: one.id }}>
              {timeText(one.startsAt)}—{timeText(one.endsAt)}
              {oneStation ? "" : ` ${one.stationName}`}
            </Link>
            <ReceptionTag status={one.status} />
          </div>
          <Who of={one} />
        </article>
      ))}
    </section>
  ));
}

/** 星期五 */
export function Weekday({ day }: { day: string }) {
  const { t } = useTranslation();
  return <span className="muted">{t(`reception.poster.weekday.${new Date(`${day}T00:00:00Z`).getUTCDay() || 7}`)}</span>;
}

function Who({ of }: { of: ReceptionLine }) {
  const { t } = useTranslation();
  const here = of.deputies.filter(({ state }) => state !== "substituted");
  const place = [of.kind === "roster" ? null : t(`reception.kind.${of.kind}`), of.areaName, of.place, of.theme].filter(Boolean).join(" · ");
  return (
    <Space size={[8, 4]} wrap className="muted">
      {place ? <span>{place}</span> : null}
      {here.map(({ mandateId, name, state }) => (
        <span key={mandateId}>
          {name}
          {state === "planned" ? null : ` ${t(`reception.attendance.${state}`)}`}
        </span>
      ))}
      {of.liaisonName ? <span>{t("reception.by_liaison", { name: of.liaisonName })}</span> : null}
      {here.length === 0 && !of.liaisonName ? <span style={{ color: "#c4281c" }}>{t("reception.nobody_yet")}</span> : null}
      {of.visitors === null ? null : <span>{t("reception.visitors", { count: of.visitors })}</span>}
    </Space>
  );
}
